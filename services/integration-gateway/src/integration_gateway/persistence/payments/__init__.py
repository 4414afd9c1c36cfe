"""Payments, as the desk knows them."""
