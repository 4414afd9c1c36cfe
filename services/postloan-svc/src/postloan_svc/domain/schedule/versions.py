"""Versions of a loan's schedule (R-3.1): the first follows from the contract, each later one from an event."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from postloan_svc.domain.schedule.instalments import LoanInstalment


class PlannedRow(NamedTuple):
    """A row of a version: what it asks, not what was paid."""

    number: int
    starts_on: date
    due_on: date
    principal_minor: int
    interest_minor: int
    balance_minor: int
    fee_minor: int = 0


class ScheduleVersion(NamedTuple):
    """The rows that hold from a day on, and the event that made them; never changed."""

    number: int
    made_by: UUID
    effective_from: date
    rows: tuple[PlannedRow, ...]


def planned(instalments: Sequence[LoanInstalment]) -> tuple[PlannedRow, ...]:
    """What a running schedule asks."""
    return tuple(
        PlannedRow(
            number=each.number,
            starts_on=each.starts_on,
            due_on=each.due_on,
            principal_minor=each.principal_minor,
            interest_minor=each.interest_minor,
            balance_minor=each.balance_minor,
            fee_minor=each.fee_minor,
        )
        for each in instalments
    )
