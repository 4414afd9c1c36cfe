"""What a schedule is made from."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from loan_contracts.values import RepaymentMethod
from loan_schedules.interest import DayCount
from loan_servicekit.core import Invalid

LONGEST_TERM_MONTHS = 360  # the longest loan of any product, a mortgage of 30 years (domain.md)


@dataclass(frozen=True, slots=True)
class ScheduleTerms:
    """Amount, rate, term and method, and the day from which interest runs.

    `due_day` is the day of the month on which instalments fall due (固定日); absent, they fall due on the day of the
    value date (对日, R-3.4). Contracts name neither it nor the day count so far: all fall due on the day of the value
    date and spread the rate over 360 days.

    Raises Invalid `schedule-terms-invalid` where a figure is out of range.
    """

    principal_minor: int
    annual_rate: Decimal
    term_months: int
    method: RepaymentMethod
    value_date: date
    due_day: int | None = None
    day_count: DayCount = DayCount.ACT_360

    def __post_init__(self) -> None:
        if self.principal_minor <= 0:
            raise _out_of_range(f"principal_minor is {self.principal_minor}; it must be above 0")
        if not 0 <= self.annual_rate < 10:
            raise _out_of_range(f"annual_rate is {self.annual_rate}; it must lie between 0 and 10")
        if not 1 <= self.term_months <= LONGEST_TERM_MONTHS:
            raise _out_of_range(f"term_months is {self.term_months}; it must lie between 1 and {LONGEST_TERM_MONTHS}")
        if self.due_day is not None and not 1 <= self.due_day <= 31:
            raise _out_of_range(f"due_day is {self.due_day}; it must lie between 1 and 31")


def _out_of_range(message: str) -> Invalid:
    return Invalid("schedule-terms-invalid", message)
