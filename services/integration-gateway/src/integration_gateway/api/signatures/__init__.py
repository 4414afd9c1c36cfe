"""Contracts that borrowers sign with a provider."""
