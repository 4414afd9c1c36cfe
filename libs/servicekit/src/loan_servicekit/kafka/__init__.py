"""Kafka side of a service: its subscriptions table, the batch consumer, the producer behind the relay."""

from loan_servicekit.kafka.subscriptions import Subscription, Subscriptions, on

__all__ = ["Subscription", "Subscriptions", "on"]
