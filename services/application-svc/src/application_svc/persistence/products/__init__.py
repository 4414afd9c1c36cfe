"""Products and their proposals."""
