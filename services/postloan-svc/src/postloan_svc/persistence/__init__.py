"""Tables and queries of postloan-svc."""
