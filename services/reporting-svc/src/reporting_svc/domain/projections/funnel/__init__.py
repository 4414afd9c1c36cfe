"""How many applications come how far, and how fast."""
