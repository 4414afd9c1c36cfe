"""Ledger entries and repayments in the database."""
