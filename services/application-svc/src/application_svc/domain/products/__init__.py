"""What is sold, and what the law allows of it."""
