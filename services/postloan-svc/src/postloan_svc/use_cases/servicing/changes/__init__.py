"""Changes of loans, each by two people."""
