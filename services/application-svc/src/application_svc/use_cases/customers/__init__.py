"""Customers are registered, and change."""
