"""Agreements and debits over HTTP."""
