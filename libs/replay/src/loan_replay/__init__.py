"""Plays real applications against a running system, over its public API alone."""
