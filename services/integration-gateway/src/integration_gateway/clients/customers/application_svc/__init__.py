"""application-svc as the owner of customers' identities."""
