"""Kafka in."""
