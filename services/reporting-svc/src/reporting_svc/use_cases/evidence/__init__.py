"""Checking the chain."""
