"""Which papers are taken, and which of them serve again."""
