"""Shapes of the enterprise registry (domain.md §7.7)."""

from datetime import date

from integration_gateway.clients.sources.registers import registration
from integration_gateway.clients.wire import Json
from loan_contracts.facts import RegistryFacts


def read_registration(data: Json, on: date) -> RegistryFacts:
    """The registration as of a date. ValueError or KeyError where malformed."""
    return registration(data["state"], data["found"], on, data["abnormal"], data["serious_illegal"])
