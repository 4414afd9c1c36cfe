"""Tables and queries of reporting-svc."""
