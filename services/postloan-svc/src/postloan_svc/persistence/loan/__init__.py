"""Loans in the database."""
