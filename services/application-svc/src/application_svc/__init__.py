"""application-svc: customers, consents, products, applications, documents, offers, contracts."""
