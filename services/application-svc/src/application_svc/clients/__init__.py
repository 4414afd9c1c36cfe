"""Outbound: the document store."""
