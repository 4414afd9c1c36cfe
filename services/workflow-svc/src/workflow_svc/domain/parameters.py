"""What the parameters of workflow-svc may be: who may approve how much alone, and when people work."""

from loan_contracts.access import TASK_ROLES
from loan_servicekit.core.parameters import ParameterCatalogue, ParameterKind, number
from workflow_svc.domain.tasks.working_time import days_of

AUTHORITY = "authority."
HOLIDAYS = "calendar.holidays"
WORKED_WEEKENDS = "calendar.worked-weekends"
REVIEW_DAYS = "review.answer-working-days"
MOST_ALONE = "1000000"  # above it a committee decides (domain.md §15.7)


def _days(text: str) -> object:
    if not (days := days_of(text)):
        raise ValueError("name at least one day")
    return days


def _calendar(meaning: str) -> ParameterKind:
    return ParameterKind(
        "days", "calendar", meaning, "days (2026-10-01) and spans of days (2026-10-01/2026-10-07)", _days
    )


_ALONE = number("CNY", "authority", "What one person of the role may approve alone", "0", MOST_ALONE)
_CALENDAR = {
    HOLIDAYS: _calendar("Public holidays, a row for a year"),
    WORKED_WEEKENDS: _calendar("Weekend days that are worked (调休), a row for a year"),
    REVIEW_DAYS: number("day", "calendar", "Working days to answer a borrower who asks about a decision", "1", "60"),
}
CATALOGUE = ParameterCatalogue(_CALENDAR | {AUTHORITY + role: _ALONE for role in sorted(TASK_ROLES)})
