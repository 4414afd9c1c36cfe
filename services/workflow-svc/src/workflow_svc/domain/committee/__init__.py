"""How several people decide together."""
