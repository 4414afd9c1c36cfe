"""What is done with credit lines."""
