"""How far applications come."""
