"""Rules and aggregates of fraud screening. Pure."""
