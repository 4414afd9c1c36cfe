"""The beginning of a closing, without being asked: at a set time, and for days that were missed one after the other."""

from collections.abc import Callable
from datetime import date

from loan_servicekit.core import Cause
from loan_servicekit.db.group_commit import GroupCommit
from postloan_svc.operations import Operations
from postloan_svc.use_cases.calendar.close_business_day import CloseBusinessDay
from postloan_svc.use_cases.calendar.ports import CalendarQueries

START_LOOK_S = 5.0


class DayStarter:
    """Begins the closing of the open day when its time has come; `jobs.day_closing` carries it to its end.

    `its_time` says whether a day's time has come. Where the service was down for days, each look begins the closing of
    one: the next one is open when that is done.
    """

    def __init__(
        self,
        queries: CalendarQueries,
        operations: Operations,
        commit: GroupCommit,
        cause: Cause,
        its_time: Callable[[date], bool],
    ) -> None:
        self._queries, self._operations, self._commit, self._cause = queries, operations, commit, cause
        self._its_time = its_time

    async def begin_closing(self) -> bool:
        """Whether a closing was begun."""
        day = await self._queries.business_date()
        if not self._its_time(day) or await self._queries.day_closing(day):
            return False
        command = CloseBusinessDay(self._cause.actor, day)
        await self._commit.perform(self._operations.close_business_day, command, self._cause)
        return True
