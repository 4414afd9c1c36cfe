"""Agreements and debits in the database."""
