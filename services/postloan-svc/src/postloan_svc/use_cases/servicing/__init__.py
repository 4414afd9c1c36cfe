"""Repayments."""
