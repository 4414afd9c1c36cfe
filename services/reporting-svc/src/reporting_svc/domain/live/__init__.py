"""What people at their pages are told at once."""
