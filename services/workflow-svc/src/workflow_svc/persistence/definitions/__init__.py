"""Published processes: compiled once, looked up by version."""
