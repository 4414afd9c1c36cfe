"""Offers, their papers, and contracts."""
