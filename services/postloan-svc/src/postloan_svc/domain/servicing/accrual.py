"""Interest by the day: recognised as it accrues, kept off the balance sheet while a loan is non-performing (R-3.26).

What has accrued by a day follows from the loan alone: what its past periods asked, and the days of the running one. The
close of a day posts the difference to what it has posted before, for all loans at once
(`persistence/ledger/accruals.py`); so a loan that was worked out anew needs nothing taken back by hand.
"""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from loan_schedules.day_count import OF_A_YEAR, OVER, share_of_a_year
from postloan_svc.domain.ledger import postings
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing.settlement import accrued_minor, bearing_minor, borne_minor, deferred, not_yet_due


class Accrued(NamedTuple):
    """Interest since the pay-out, in minor units: recognised as income, and kept off the balance sheet."""

    on_minor: int
    off_minor: int


class Period(NamedTuple):
    """The running period as a store keeps it: since when interest accrues, on what, at which rate, and at most.

    Where the rate has changed within it, `since` is the day of the change, and `before` what the days before have
    borne, times what a year counts (`OF_A_YEAR`); what was deferred to it is in `before` too. `counted_by` says how
    days count that are not counted one by one.
    """

    since: date
    balance_minor: int
    annual_rate: Decimal
    most_minor: int
    before: Decimal
    days_a_year: int
    counted_by: str | None


def accrued(loan: Loan, on: date) -> Accrued:
    """What accrual has brought the books of a loan to when a day begins."""
    running = accrued_minor(loan, on)
    if loan.non_accrual_since is None:
        return Accrued(loan.recognised_minor + running, loan.off_balance_minor)
    return Accrued(loan.recognised_minor, loan.off_balance_minor + running)


def running_period(loan: Loan) -> Period | None:
    """The period whose days `accrued` counts; None where no interest runs."""
    future = not_yet_due(loan)
    if not future or loan.value_date is None:
        return None
    balance = bearing_minor(loan)
    since, rates, most = future[0].starts_on, loan.rates, borne_minor(loan)
    stands_on = loan.advanced_to or since
    last = max((each.on for each in rates.changes if since < each.on <= stands_on), default=since)
    parts = rates.parts(balance, since, last) if last > since else ()
    count = loan.contract.day_count
    weights = (part.annual_rate * share_of_a_year(count, part.start, part.end)[0] for part in parts)
    before = balance * sum(weights, Decimal(0)) + deferred(loan) * OF_A_YEAR[count]
    counted_by = None if count in OVER else count.value
    return Period(last, balance, rates.at(last), most, before, OF_A_YEAR[count], counted_by)


def interest_due(loan: Loan, interest_minor: int, on: date) -> None:
    """Interest that has accrued falls due. Off the balance sheet nothing moves: it is tracked as it is."""
    if loan.non_accrual_since is not None:
        loan.off_balance_minor += interest_minor
        return
    loan.recognised_minor += interest_minor
    if interest_minor:
        loan.post(postings.instalment_due(interest_minor, on))


def stop(loan: Loan, on: date) -> None:
    """Interest is no income any more: what was recognised and not received leaves it. Who stops it says so."""
    due, running = interest_due_minor(loan), accrued_minor(loan, on)
    loan.non_accrual_since = on
    loan.recognised_minor += running
    loan.off_balance_minor -= running
    if due + running:
        loan.post(postings.interest_stopped(due, running, on))


def resume(loan: Loan, on: date) -> None:
    """The loan is cured: what is kept off the balance sheet is recognised, and interest accrues again."""
    due, running = interest_due_minor(loan), accrued_minor(loan, on)
    loan.non_accrual_since = None
    loan.recognised_minor -= running
    loan.off_balance_minor += running
    if due + running:
        loan.post(postings.interest_resumed(due, running, on))
    loan.audit("resume_accrual", {"recognised_minor": str(due + running), "on": str(on)})


def off_balance_interest_minor(loan: Loan, on: date) -> int:
    """What is kept off the balance sheet: interest that is due, and of the running period."""
    return interest_due_minor(loan) + accrued_minor(loan, on) if loan.non_accrual_since else 0


def interest_due_minor(loan: Loan) -> int:
    """Interest that has fallen due and is not paid."""
    return sum(each.owed().interest_minor for each in loan.instalments if each.fell_due)
