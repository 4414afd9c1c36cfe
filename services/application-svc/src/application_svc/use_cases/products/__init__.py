"""Versions of products are proposed and decided."""
