"""Repayments over HTTP."""
