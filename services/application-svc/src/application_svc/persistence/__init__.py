"""Tables, queries, and the vault of personal data."""
