"""Overdue principal by age, as the credit bureau is told it (domain.md §8.3)."""

from collections.abc import Sequence
from datetime import date

from postloan_svc.domain.classification.standing import Arrear

BANDS: tuple[tuple[str, int, int], ...] = (
    ("1-30", 1, 30),
    ("31-60", 31, 60),
    ("61-90", 61, 90),
    ("91-180", 91, 180),
    ("181+", 181, 10**6),
)


def principal_by_age(arrears: Sequence[Arrear], on: date) -> dict[str, int]:
    """What is overdue of the principal, by how long each instalment is."""
    found = dict.fromkeys((name for name, _, _ in BANDS), 0)
    for arrear in arrears:
        days = (on - arrear.due_on).days if arrear.counts_from <= on else 0
        for name, first, last in BANDS:
            if first <= days <= last:
                found[name] += arrear.principal_minor
    return found
