"""Credit lines over HTTP."""
