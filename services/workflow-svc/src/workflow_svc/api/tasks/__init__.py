"""The inbox and its tasks over HTTP."""
