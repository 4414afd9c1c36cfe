"""The books of a loan, to be read."""
