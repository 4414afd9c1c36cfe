"""What the table of parameters says to workflow-svc:
who may approve how much, and when people work (domain.md R-0.1)."""

from collections.abc import Mapping

from loan_servicekit.core import Clock
from loan_servicekit.db.parameters import ParameterCache, WorkingDaysList
from workflow_svc.domain.parameters import AUTHORITY, REVIEW_DAYS
from workflow_svc.domain.tasks.working_time import WorkingCalendar

FEN = 100


class WorkflowParameters:
    """Who may approve how much today, and the calendar of working days."""

    def __init__(self, cache: ParameterCache, clock: Clock) -> None:
        self._cache, self.working_days = cache, WorkingDaysList(cache, clock)

    def authority_minor(self) -> Mapping[str, int]:
        """Up to what a role may approve alone, in minor units; a role without a row may approve nothing."""
        return {
            code.removeprefix(AUTHORITY): int(value) * FEN
            for code, value in self._cache.today().items()
            if code.startswith(AUTHORITY)
        }

    def review_days(self) -> int:
        """Working days in which a borrower who asks about a decision is answered (R-9.9)."""
        return int(self._cache.today()[REVIEW_DAYS])

    def calendar(self) -> WorkingCalendar:
        """When people work."""
        return WorkingCalendar(self.working_days.known())
