"""The owner of customers' identities."""
