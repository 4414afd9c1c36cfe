"""Providers of electronic signatures."""
