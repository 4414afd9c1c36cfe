"""The closing run: `advance_loans` until no loan is left, then `finish_day_closing`; each step a commit of its own."""

from datetime import date

from loan_servicekit.core import Cause
from loan_servicekit.db.group_commit import GroupCommit
from postloan_svc.operations import Operations
from postloan_svc.use_cases.calendar.advance_loans import AdvanceLoans
from postloan_svc.use_cases.calendar.finish_day_closing import FinishDayClosing
from postloan_svc.use_cases.calendar.ports import CalendarQueries

CHUNK = 200  # loans in one commit: from there on a loan does not get cheaper (performance.md rule 1)
LOOK_S = 5.0  # for a run that another process began, or that a crash interrupted


class DayCloser:
    """Carries every closing that was begun to its end, whoever began it.

    Several processes may run one: how far a run is stands in the database, so each chunk is advanced and counted once,
    and after a crash the run goes on where it stopped. An outage, or another process that is at it, is waited out.
    """

    def __init__(self, queries: CalendarQueries, operations: Operations, commit: GroupCommit, cause: Cause) -> None:
        self._queries, self._operations, self._commit, self._cause = queries, operations, commit, cause

    async def close_days(self) -> None:
        """Runs every closing that has begun and is not done."""
        while closing := await self._queries.running_closing():
            while not await self.step(closing.id):
                pass

    async def step(self, day: date) -> bool:
        """The next commit of a day's run: loans, or its end where none is left; whether the run is done."""
        operations, cause = self._operations, self._cause
        if await self._commit.perform(operations.advance_loans, AdvanceLoans(day, CHUNK), cause):
            return False
        await self._commit.perform(operations.finish_day_closing, FinishDayClosing(day), cause)
        return True
