"""What is done about visits to customers."""
