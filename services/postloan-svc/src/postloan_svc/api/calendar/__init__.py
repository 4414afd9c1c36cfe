"""The business day over HTTP."""
