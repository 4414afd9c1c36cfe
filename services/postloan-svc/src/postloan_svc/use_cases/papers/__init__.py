"""Papers about loans."""
