"""Rows of partners, their applications and what they are told."""
