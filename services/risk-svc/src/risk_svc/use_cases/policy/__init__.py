"""Policies: use cases and what they need."""
