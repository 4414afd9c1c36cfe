"""Penalty interest on overdue principal and compound interest on overdue interest (domain.md §3.5)."""

from datetime import date
from typing import NamedTuple

from loan_contracts.values import DayCount
from loan_schedules.rates import Rates


class LateCharges(NamedTuple):
    """What paying late has cost, in minor units."""

    days: int
    penalty_minor: int
    compound_minor: int


NO_CHARGES = LateCharges(0, 0, 0)


LATE_BASIS = DayCount.ACT_360
"""Late charges spread their rate over 360 days (§3.2)."""


def within_grace(payable_on: date, paid_on: date, grace_days: int) -> bool:
    """Whether a payment on `paid_on` counts as on time: up to the end of the last day of grace (R-3.9).

    `payable_on` is the due date, as holidays have moved it (R-3.7).
    """
    return (paid_on - payable_on).days <= grace_days


def late_charges(
    principal_minor: int,
    interest_minor: int,
    penalty_rates: Rates,
    since: date,
    until: date,
) -> LateCharges:
    """Charges of [since, until) on the principal and the interest that were unpaid over that time, ACT/360 (§3.2).

    The penalty rates are those of the loan times the agreed multiple, each at most the cap on all charges (R-3.12,
    R-3.17). So no overdue fen bears more than the cap by itself. That does not hold the sum to it: compound interest
    comes on top, and the contract's own interest runs beside it (`cap`, R-3.19).

    Overdue interest bears the penalty rate too (复利, R-3.13); penalty bears nothing (R-3.14). Days are counted from
    the due date, not from the end of grace (R-3.9, R-3.16). Nothing for an empty or reversed interval.
    """
    days = (until - since).days
    if days <= 0:
        return NO_CHARGES
    return LateCharges(
        days,
        penalty_rates.interest(principal_minor, since, until, LATE_BASIS),
        penalty_rates.interest(interest_minor, since, until, LATE_BASIS),
    )
