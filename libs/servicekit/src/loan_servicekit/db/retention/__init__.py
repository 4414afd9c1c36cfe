"""Takes away what has been kept long enough, and says what went."""
