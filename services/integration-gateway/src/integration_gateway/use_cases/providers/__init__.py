"""What calls to providers have cost, and how answers differ."""
