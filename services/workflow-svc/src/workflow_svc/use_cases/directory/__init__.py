"""What is done about who works here."""
