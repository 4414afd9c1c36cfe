"""The daily record of all loans with their expected loss; what risk-svc thinks of borrowers."""
