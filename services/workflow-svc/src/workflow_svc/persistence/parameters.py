"""What the table of parameters says to workflow-svc:
who may approve how much, and when people work (domain.md R-0.1)."""

import logging
from collections.abc import Mapping
from datetime import date, timedelta

from loan_servicekit.core import Clock
from loan_servicekit.db.parameters import ParameterCache, Parameters
from workflow_svc.domain.parameters import AUTHORITY, HOLIDAYS, REVIEW_DAYS, WORKED_WEEKENDS
from workflow_svc.domain.tasks.working_time import SHANGHAI, WorkingCalendar, days_of

log = logging.getLogger(__name__)

AHEAD = timedelta(days=90)  # before a year begins, its list should be there
FEN = 100


class WorkflowParameters:
    """Who may approve how much today, and the calendar of working days."""

    def __init__(self, cache: ParameterCache, clock: Clock) -> None:
        self._cache, self._clock = cache, clock
        self._read: Parameters | None = None
        self._calendar = WorkingCalendar()

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
        """The calendar of all years that the table lists; other years have their weekends and no holidays."""
        if self._read is not self._cache.parameters:
            self._read = self._cache.parameters
            self._calendar = calendar_of(self._read)
        return self._calendar

    async def tell_missing_years(self) -> None:
        """Warns of years, this one and soon the next, whose holidays are not listed: they count as working days."""
        today = self._clock().astimezone(SHANGHAI).date()
        for year in sorted({today.year, (today + AHEAD).year}):
            if not self.calendar().knows(year):
                log.warning("calendar.year_missing", extra={"year": year, "parameter": HOLIDAYS})


def calendar_of(parameters: Parameters) -> WorkingCalendar:
    """The calendar that the rows make: of each day says the row that holds on it.

    A row that nobody can read is told and left out, because work goes on with weekends alone.
    """
    return WorkingCalendar(holidays=_listed(parameters, HOLIDAYS), worked_weekends=_listed(parameters, WORKED_WEEKENDS))


def _listed(parameters: Parameters, code: str) -> frozenset[date]:
    lists = dict[str, frozenset[date]]()
    for row in parameters.rows():
        if row.code == code:
            try:
                lists[row.value] = days_of(row.value)
            except ValueError as error:
                told = {"parameter": code, "valid_from": row.valid_from.isoformat(), "error": str(error)}
                log.error("calendar.unreadable", extra=told)
    named = frozenset[date]().union(*lists.values())
    return frozenset(day for day in named if day in lists.get(parameters.on(day).get(code, ""), ()))
