"""Credit lines in the database."""
