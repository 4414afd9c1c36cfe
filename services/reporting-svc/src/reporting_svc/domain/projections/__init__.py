"""What is counted of what was heard, a room a projection."""
