"""Where is kept who may approve how much."""
