"""How old the arrears of a loan are, instalment by instalment, on a day (domain.md §1.3, §4.4).

The same stands in SQL for all loans at once (`persistence/classification/standing.py`); a test holds both together.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from postloan_svc.domain.loan.loan import Loan


class Arrear(NamedTuple):
    """What an instalment that has fallen due still asks. `counts_from` is the first day on which it makes the loan
    overdue: holidays and grace are over (R-3.7, R-3.9)."""

    due_on: date
    counts_from: date
    principal_minor: int
    interest_minor: int
    fee_minor: int

    @property
    def unpaid_minor(self) -> int:
        """All that it asks; late charges are not scheduled."""
        return self.principal_minor + self.interest_minor + self.fee_minor


class Tolerance(NamedTuple):
    """What is too little to count: an instalment of which no more than `least_minor` is unpaid, and arrears that are no
    more than `material_percent` of the balance."""

    least_minor: int = 0
    material_percent: Decimal = Decimal(0)


class Pause(NamedTuple):
    """Days that do not count, first and last included: what two people have agreed on."""

    first: date
    last: date


class Standing(NamedTuple):
    """The arrears of a loan at the end of a day: days past due, instalments past due, what they ask, since when."""

    dpd: int
    terms: int
    overdue_minor: int
    since: date | None


IN_TIME = Standing(0, 0, 0, None)


def arrears_of(loan: Loan) -> list[Arrear]:
    """What has fallen due and is unpaid, oldest first. It changes with events alone, not as days pass."""
    return [
        Arrear(
            due_on=each.due_on,
            counts_from=each.payable_on + timedelta(days=loan.contract.grace_days + 1),
            principal_minor=each.principal_minor - each.principal_paid_minor,
            interest_minor=each.interest_minor - each.interest_paid_minor,
            fee_minor=each.fee_minor - each.fee_paid_minor,
        )
        for each in loan.instalments
        if each.unpaid
    ]


def standing(
    arrears: Sequence[Arrear], on: date, outstanding_minor: int, tolerance: Tolerance, pauses: Sequence[Pause] = ()
) -> Standing:
    """Where a loan stands at the end of a day. Days of a pause between the oldest due date and the day do not count."""
    counting = [each for each in arrears if each.counts_from <= on and each.unpaid_minor > tolerance.least_minor]
    overdue = sum(each.unpaid_minor for each in counting)
    if not counting or overdue * 100 <= tolerance.material_percent * outstanding_minor:
        return IN_TIME
    since = min(each.due_on for each in counting)
    days = (on - since).days - sum(_days_between(pause, since, on) for pause in pauses)
    return Standing(max(days, 0), len(counting), overdue, since)


def _days_between(pause: Pause, since: date, on: date) -> int:
    first, last = max(pause.first, since + timedelta(days=1)), min(pause.last, on)
    return max((last - first).days + 1, 0)
