"""Papers that may serve again."""
