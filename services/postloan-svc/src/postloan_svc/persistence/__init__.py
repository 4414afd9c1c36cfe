"""Tables, loaders and queries of postloan-svc, by capability."""
