"""What is counted, a room a projection."""
