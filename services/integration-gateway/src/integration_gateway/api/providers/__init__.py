"""Providers over HTTP: how they do, what they cost, how they are used, and what could not be read."""
