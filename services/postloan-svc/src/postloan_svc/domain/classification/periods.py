"""How a loan has been paid since it was last in arrears: what an upgrade, a better stage, an observation ask for."""

from datetime import date, timedelta

from loan_contracts.money import months_later
from loan_servicekit.core import Conflict
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.schedule.instalments import LoanInstalment

UPGRADE_PERIODS, UPGRADE_MONTHS = 2, 6


def counts_from(loan: Loan, instalment: LoanInstalment) -> date:
    """The first day on which an unpaid instalment makes the loan overdue (R-3.7, R-3.9)."""
    return instalment.payable_on + timedelta(days=loan.contract.grace_days + 1)


def clean_since(loan: Loan) -> date | None:
    """The day on which the last arrears were paid, or of the pay-out where there were none; None while there are some,
    late charges included (R-4.6: all overdue principal, interest, fees)."""
    if any(each.missed and each.paid_on is None for each in loan.instalments):
        return None
    return max((each.paid_on for each in loan.instalments if each.missed and each.paid_on), default=loan.value_date)


def kept_periods(loan: Loan, since: date, on: date) -> int:
    """Consecutive due periods since a day, over by the end of another, that were paid in time. One that was not begins
    the count anew."""
    kept = 0
    for each in loan.instalments:
        if each.due_on <= since or counts_from(loan, each) > on:
            continue
        kept = kept + 1 if each.paid_on is not None and each.paid_on < counts_from(loan, each) else 0
    return kept


def require_earned(loan: Loan, dpd: int, on: date) -> None:
    """Whether a loan has earned its upgrade (R-4.6): nothing is overdue, and two due periods and six months have been
    paid in time since the last arrears. Raises Conflict `upgrade-not-earned`."""
    clean = clean_since(loan)
    if dpd or clean is None:
        raise Conflict("upgrade-not-earned", "something is overdue; all of it has to be paid first (R-4.6)")
    earned = whichever_is_longer(loan, clean, UPGRADE_PERIODS, UPGRADE_MONTHS)
    if earned is None or on < earned or kept_periods(loan, clean, on) < UPGRADE_PERIODS:
        when = f"that is {earned}" if earned else "the term has fewer left"
        detail = f"two due periods and six months have to be paid in time since {clean}; {when}"
        raise Conflict("upgrade-not-earned", detail)


def periods_over_on(loan: Loan, since: date, periods: int) -> date | None:
    """The day on which so many due periods after a day are over; None where the loan has fewer left."""
    following = [counts_from(loan, each) for each in loan.instalments if each.due_on > since]
    return following[periods - 1] if len(following) >= periods else None


def first_due_after(loan: Loan, day: date) -> date | None:
    """The next due date after a day."""
    return next((each.due_on for each in loan.instalments if each.due_on > day), None)


def whichever_is_longer(loan: Loan, since: date, periods: int, months: int) -> date | None:
    """The first day on which so many due periods and so many months have passed since a day; None: not within the
    term."""
    over = periods_over_on(loan, since, periods)
    return max(over, months_later(since, months)) if over else None
