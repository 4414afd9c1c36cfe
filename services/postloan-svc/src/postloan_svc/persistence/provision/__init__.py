"""Daily records of loans and their expected loss in the database."""
