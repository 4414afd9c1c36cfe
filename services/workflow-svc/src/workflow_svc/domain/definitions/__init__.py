"""What a published process may talk about."""
