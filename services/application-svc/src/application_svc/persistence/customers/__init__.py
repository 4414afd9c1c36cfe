"""Customers and their sealed details."""
