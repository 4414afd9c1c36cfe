"""A payment that is due on a day on which nobody works (domain.md R-3.7)."""

from datetime import date

from loan_contracts.values import HolidayRule
from loan_servicekit.core.working_days import WorkingDays


def moved_to(due_on: date, rule: HolidayRule, working_days: WorkingDays | None) -> date | None:
    """The working day up to which a payment is in time without any grace; None where that is its due date.

    The due date itself stays: interest is that of the schedule, and who pays later still is late from it on.
    """
    if rule is HolidayRule.NONE:
        return None
    assert working_days is not None, "the working days were not loaded"
    found = working_days.next_from(due_on)
    beyond = rule is HolidayRule.MODIFIED_FOLLOWING and found.month != due_on.month
    return None if found == due_on or beyond else found
