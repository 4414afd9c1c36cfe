"""Shapes of the enterprise registry (domain.md §7.7)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from loan_contracts.facts import RegistryFacts


def read_registration(data: Mapping[str, Any], on: date) -> RegistryFacts:
    """The registration as of a date. ValueError or KeyError where malformed."""
    founded = date.fromisoformat(data["found"])
    months = (on.year - founded.year) * 12 + on.month - founded.month - (on.day < founded.day)
    return RegistryFacts(
        state=data["state"],
        months_operating=months,
        abnormal=data["abnormal"],
        serious_illegal=data["serious_illegal"],
    )
