"""The beginning of a closing, without being asked: at a set time, and for days that were missed one after the other."""

from collections.abc import Callable
from datetime import datetime, time

from loan_servicekit.core import Cause, business_day
from loan_servicekit.db.group_commit import GroupCommit
from loan_servicekit.telemetry import BUSINESS_DAY_LAG
from postloan_svc.domain.calendar.business_day import closes_by_itself
from postloan_svc.operations import Operations
from postloan_svc.use_cases.calendar.close_business_day import CloseBusinessDay
from postloan_svc.use_cases.calendar.ports import CalendarQueries

START_LOOK_S = 5.0


class DayStarter:
    """Begins the closing of the open day when its time has come; `jobs.day_closing` carries it to its end.

    Where the service was down for days, each look begins the closing of one and says so to `begun`; the next one is
    open when that is done. Each look tells, too, by how many days the open day lags behind the calendar.
    """

    def __init__(
        self,
        queries: CalendarQueries,
        operations: Operations,
        commit: GroupCommit,
        cause: Cause,
        clock: Callable[[], datetime],
        closing_time: time,
        begun: Callable[[], None],
    ) -> None:
        self._queries, self._operations, self._commit, self._cause = queries, operations, commit, cause
        self._clock, self._closing_time, self._begun = clock, closing_time, begun

    async def begin_closing(self) -> bool:
        """Whether a closing was begun."""
        day, now = await self._queries.business_date(), self._clock()
        BUSINESS_DAY_LAG.labels(self._cause.actor).set(max(0, (business_day(now) - day).days))
        if not closes_by_itself(day, self._closing_time, now) or await self._queries.day_closing(day):
            return False
        command = CloseBusinessDay(self._cause.actor, day)
        await self._commit.perform(self._operations.close_business_day, command, self._cause)
        self._begun()
        return True
