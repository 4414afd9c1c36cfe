"""Fraud screening: identity consistency, watch-list and court hits, velocity;
an outcome with reasons for each application."""
