"""The outside world for development, tests and demonstrations: real HTTP, providers' shapes, faults on demand.

A process of its own. It shares no code with the adapters that it answers: what both sides know is domain.md §7 alone.
"""
