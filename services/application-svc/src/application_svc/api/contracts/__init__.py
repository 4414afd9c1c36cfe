"""Offers and contracts over HTTP."""
