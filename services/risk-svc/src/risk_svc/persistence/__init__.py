"""Tables and queries of risk-svc."""
