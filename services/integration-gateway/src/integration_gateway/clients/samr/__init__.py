"""The business registry."""
