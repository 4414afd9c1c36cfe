"""Who has looked at protected values."""
