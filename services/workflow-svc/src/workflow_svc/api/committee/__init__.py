"""Committees and their minutes, over HTTP."""
