"""The books of a loan over HTTP."""
