"""Reads of projections."""
