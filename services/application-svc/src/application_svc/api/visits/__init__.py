"""Visits to customers over HTTP."""
