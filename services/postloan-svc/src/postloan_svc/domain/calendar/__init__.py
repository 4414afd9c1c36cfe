"""The business day: what it brings to a loan, and how it is closed."""
