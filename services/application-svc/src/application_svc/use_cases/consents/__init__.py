"""Consents are given and end; their wordings change."""
