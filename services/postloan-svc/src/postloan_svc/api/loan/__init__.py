"""Loans over HTTP."""
