"""Requests of staff for repayments in the database."""
