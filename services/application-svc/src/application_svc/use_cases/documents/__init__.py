"""Papers come in and are read."""
