"""Tables and queries of antifraud-svc."""
