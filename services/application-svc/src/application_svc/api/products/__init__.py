"""Products over HTTP."""
