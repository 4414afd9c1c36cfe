"""What is kept of contracts at the provider of signatures."""
