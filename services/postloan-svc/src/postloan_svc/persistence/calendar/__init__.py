"""The business calendar and the closings of its days in the database."""
