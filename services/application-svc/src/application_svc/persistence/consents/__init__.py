"""Consents and their wordings."""
