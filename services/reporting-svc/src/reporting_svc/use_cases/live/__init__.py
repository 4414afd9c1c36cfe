"""Telling people at their pages at once."""
