"""Papers about loans over HTTP."""
