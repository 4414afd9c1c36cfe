"""What the credit bureau is told of a loan's months (domain.md §4.4, R-3.10)."""

from datetime import date

from postloan_svc.domain.classification.periods import counts_from
from postloan_svc.domain.delinquency.bureau import bureau_code
from postloan_svc.domain.loan.loan import Loan


def code_of_month(loan: Loan, last_day: date, dpd: int, knows_late_in_month: bool) -> str:
    """The code of the month that ends on a day, or has come to it, by the days past due at its end."""
    due = [
        each for each in loan.instalments if each.fell_due and (each.due_on.year, each.due_on.month) == _month(last_day)
    ]
    late = any(each.paid_on and counts_from(loan, each) <= each.paid_on <= last_day for each in due)
    return bureau_code(dpd, bool(due), late, knows_late_in_month)


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month
