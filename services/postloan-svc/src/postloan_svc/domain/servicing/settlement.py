"""Repaying before the term: what ends a loan on a day, and the schedule that then holds (民法典 677, R-3.20)."""

from datetime import date
from uuid import UUID

from loan_contracts.values import DayCount
from loan_schedules.interest import interest_between
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.schedule.instalments import LoanInstalment


def not_yet_due(loan: Loan) -> list[LoanInstalment]:
    """The instalments that have not fallen due."""
    return [each for each in loan.instalments if not each.fell_due]


def accrued_minor(loan: Loan, on: date) -> int:
    """Interest of the days from the last due date to `on`, ACT/360: for the actual time and no longer (R-3.20).

    At most what the running period asks in all, so that its last days cost nothing beyond.
    """
    future = not_yet_due(loan)
    if not future:
        return 0
    balance = sum(each.principal_minor for each in future)
    since = future[0].starts_on
    accrued = interest_between(balance, loan.contract.annual_rate, since, max(since, on), DayCount.ACT_360)
    return min(accrued, future[0].interest_minor)


def payoff_minor(loan: Loan, on: date) -> int:
    """What repays the part of a loan that is not due yet, on a day: its principal and the interest accrued on it."""
    return sum(each.principal_minor for each in not_yet_due(loan)) + accrued_minor(loan, on)


def end_early(loan: Loan, made_by: UUID, on: date) -> int:
    """Makes all that is not due yet due at once, as one last instalment: the next version of the schedule (R-3.1).
    Gives its interest, which is to be posted as due.

    The money that pays it is there: whoever asks has compared it with `payoff_minor`.
    """
    future = not_yet_due(loan)
    first, interest = future[0], accrued_minor(loan, on)
    principal = sum(each.principal_minor for each in future)
    last = LoanInstalment(first.number, first.starts_on, on, principal, interest, 0, fell_due=True)
    loan.instalments = [*loan.instalments[: first.number - 1], last]
    loan.plan(made_by, on)
    return interest
