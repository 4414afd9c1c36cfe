"""Processes over HTTP."""
