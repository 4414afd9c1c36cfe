"""Releases of pay-outs in the database."""
