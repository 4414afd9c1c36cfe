"""Payments and cards."""
