"""What is kept of communication with customers."""
