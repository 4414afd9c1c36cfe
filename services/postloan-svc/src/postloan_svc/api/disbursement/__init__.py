"""Releases of pay-outs over HTTP."""
