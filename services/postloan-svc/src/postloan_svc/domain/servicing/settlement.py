"""Repaying before the term: what ends a loan on a day, the schedule that then holds (民法典 677, R-3.20, R-3.21)."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from loan_contracts.money import months_later
from loan_contracts.values import DayCount, RepaymentMethod
from loan_schedules.interest import interest_between
from loan_schedules.schedule import generate_schedule
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.schedule.instalments import LoanInstalment


def not_yet_due(loan: Loan) -> list[LoanInstalment]:
    """The instalments that have not fallen due."""
    return [each for each in loan.instalments if not each.fell_due]


def left_minor(loan: Loan) -> int:
    """The principal that is not due yet."""
    return sum(each.principal_minor for each in not_yet_due(loan))


def bearing_minor(loan: Loan) -> int:
    """What the running period bears interest on: what is not due, or what was lent where interest is flat (E4)."""
    flat = loan.contract.method is RepaymentMethod.FLAT and loan.terms.restructured is None
    return loan.contract.principal_minor if flat else left_minor(loan)


def accrued_minor(loan: Loan, on: date) -> int:
    """Interest of the days from the last due date to `on`: for the actual time and no longer (R-3.20), and what was
    deferred before.

    At most what the running period bears in all, so that its last days cost nothing beyond.
    """
    future = not_yet_due(loan)
    if not future:
        return 0
    since, deferred_minor = future[0].starts_on, deferred(loan)
    accrued = loan.rates.interest(bearing_minor(loan), since, max(since, on), loan.contract.day_count)
    return deferred_minor + min(accrued, borne_minor(loan) - deferred_minor)


def deferred(loan: Loan) -> int:
    """Interest of periods that are over, which is asked for with the first instalment after grace (R-3.29)."""
    return sum(_own_interest(loan)[: not_yet_due(loan)[0].number - 1]) if _deferring(loan) else 0


def borne_minor(loan: Loan) -> int:
    """What the running period bears in all, with what was deferred to it."""
    running = not_yet_due(loan)[0]
    return sum(_own_interest(loan)[: running.number]) if _deferring(loan) else running.interest_minor


def _deferring(loan: Loan) -> bool:
    """Whether interest accrues that is not asked for yet."""
    periods, future = loan.contract.repayment.grace.interest_periods, not_yet_due(loan)
    return bool(periods and future) and loan.terms.restructured is None and 0 < future[0].number <= periods + 1


def _own_interest(loan: Loan) -> list[int]:
    """What each period bears of its own, in order: nothing is planned anew while interest is deferred."""
    assert loan.value_date is not None, f"loan {loan.loan_no} is not paid out"
    terms = loan.contract.schedule_terms(loan.value_date)
    asked = replace(terms, grace=replace(terms.grace, interest=0))
    return [row.interest_minor for row in generate_schedule(asked)]


def may_be_prepaid(loan: Loan, on: date) -> bool:
    """Whether the contract agrees on repaying before the term by a day (R-3.21)."""
    assert loan.value_date is not None, f"loan {loan.loan_no} is not paid out"
    return on >= months_later(loan.value_date, loan.contract.prepayment.allowed_after_months)


def fee_minor(loan: Loan, principal_minor: int, on: date) -> int:
    """The fee for repaying so much before it is due: as the ladder of the contract says, within the line on all charges
    (R-3.21)."""
    assert loan.value_date is not None, f"loan {loan.loan_no} is not paid out"
    return loan.contract.prepayment_rules().fee_minor(loan.value_date, on, principal_minor, room_minor(loan, on))


def room_minor(loan: Loan, on: date) -> int:
    """What the line on all charges (R-3.19) leaves beside interest and fees, over the days that each part of the
    principal was lent as planned. Late charges have a line of their own and lie outside of both sides."""
    since, rate = loan.value_date, loan.contract.annual_rate_cap
    assert since is not None, f"loan {loan.loan_no} is not paid out"
    due = [each for each in loan.instalments if each.fell_due]
    lent = [(each.principal_minor, each.due_on) for each in due] + [(left_minor(loan), on)]
    most = sum(interest_between(principal, rate, since, until, DayCount.ACT_360) for principal, until in lent)
    return max(0, most - sum(each.interest_minor + each.fee_minor for each in due) - accrued_minor(loan, on))


def payoff_minor(loan: Loan, on: date) -> int:
    """What repays the part of a loan that is not due yet, on a day: principal, the interest accrued on it, the fee."""
    left = left_minor(loan)
    return left + accrued_minor(loan, on) + fee_minor(loan, left, on)


def end_early(loan: Loan, made_by: UUID, on: date) -> int:
    """What the payer ends before its term, with the fee for it. Gives its interest, which is to be posted as due.

    The money that pays it is there: whoever asks has compared it with `payoff_minor`.
    """
    return bring_forward(loan, made_by, on, fee_minor(loan, left_minor(loan), on))


def bring_forward(loan: Loan, made_by: UUID, on: date, fee_minor: int = 0) -> int:
    """Makes all that is not due yet due at once, as one last instalment: the next version of the schedule (R-3.1).
    Gives its interest, which is to be posted as due.

    Fees of instalments that no longer come are not asked.
    """
    first, interest, principal = not_yet_due(loan)[0], accrued_minor(loan, on), left_minor(loan)
    for each in loan.instalments:
        if each.carried and each.due_on > on:  # what waited for the first new due date waits no longer
            each.starts_on = each.due_on = on
            each.moved_to = None
    last = LoanInstalment(first.number, first.starts_on, on, principal, interest, 0, fell_due=True, fee_minor=fee_minor)
    loan.instalments = [*(each for each in loan.instalments if each.fell_due), last]
    loan.plan(made_by, on)
    return interest
