"""The closing run: `advance_loans` until no loan is left, `accrue_interest` likewise, then `finish_day_closing`; each
step a commit of its own."""

import logging
from collections.abc import Callable
from datetime import date

from loan_servicekit.core import Cause, DomainError, Unavailable
from loan_servicekit.db.engine import may_pass
from loan_servicekit.db.group_commit import GroupCommit
from loan_servicekit.telemetry import LEDGER_BREAKS, SET_ASIDE
from postloan_svc.jobs.day_standing import DayStanding
from postloan_svc.operations import Operations
from postloan_svc.use_cases.calendar.accrue_interest import AccrueInterest
from postloan_svc.use_cases.calendar.advance_loans import AdvanceLoans
from postloan_svc.use_cases.calendar.finish_day_closing import FinishDayClosing
from postloan_svc.use_cases.calendar.ports import CalendarQueries
from postloan_svc.use_cases.calendar.set_loan_aside import SetLoanAside
from postloan_svc.use_cases.general_ledger.reconcile_books import ReconcileBooks

log = logging.getLogger(__name__)

CHUNK = 200  # loans in one commit: from there on a loan does not get cheaper (performance.md rule 1)
ACCRUALS = 5_000  # loans in one commit: one statement, some 50 ms
NARROWER = 8  # times fewer loans in the next commit, while the one that cannot be advanced is looked for
LOOK_S = 5.0  # for a run that another process began, or that a crash interrupted


class DayCloser:
    """Carries every closing that was begun to its end, whoever began it.

    Several processes may run one: how far a run is stands in the database, so each chunk is advanced and counted once,
    and after a crash the run goes on where it stopped. An outage, or another process that is at it, is waited out; a
    loan that cannot be advanced is looked for in ever smaller chunks and set aside. `done` is told of each day that is
    closed: the next one may be over, too.
    """

    def __init__(
        self,
        queries: CalendarQueries,
        operations: Operations,
        commit: GroupCommit,
        cause: Cause,
        done: Callable[[], None],
    ) -> None:
        self._queries, self._operations, self._commit, self._cause = queries, operations, commit, cause
        self._done = done
        self._standing = DayStanding(operations, commit, cause)
        self._at_most = CHUNK

    async def close_days(self) -> None:
        """Runs every closing that has begun and is not done, and compares books and ledger at the end of each."""
        await self._reconcile()
        while closing := await self._queries.running_closing():
            while not await self.step(closing.id):
                pass
            await self._reconcile()
            self._done()

    async def step(self, day: date) -> bool:
        """The next commit of a day's run: loans, or where none is left interest and the end; whether it is done."""
        if await self._advance(day):
            return False
        accrue = AccrueInterest(day, ACCRUALS)
        while await self._commit.perform(self._operations.accrue_interest, accrue, self._cause):
            pass
        await self._standing.record(day)
        await self._commit.perform(self._operations.finish_day_closing, FinishDayClosing(day), self._cause)
        return True

    async def _reconcile(self) -> None:
        while day := await self._queries.unreconciled_day():
            found = await self._commit.perform(self._operations.reconcile_books, ReconcileBooks(day), self._cause)
            if found:
                log.error("ledger.breaks", extra={"day": str(day), "found": found})
        last = await self._queries.compared_last()  # also in a process that has compared nothing yet
        LEDGER_BREAKS.labels(self._cause.actor).set(last[1] if last else 0)

    async def _advance(self, day: date) -> bool:
        """Whether loans were left. What fails and will not pass is a loan's fault."""
        closing = await self._queries.day_closing(day) if self._at_most == 1 else None
        alone = await self._queries.next_place(closing) if closing else None
        try:
            command = AdvanceLoans(day, self._at_most)
            found = await self._commit.perform(self._operations.advance_loans, command, self._cause)
        except Unavailable:
            raise
        except Exception as error:
            if may_pass(error):
                raise
            if alone is None:
                self._at_most = max(1, self._at_most // NARROWER)
            else:
                problem = error.code if isinstance(error, DomainError) else type(error).__name__  # the log has the rest
                await self._commit.perform(
                    self._operations.set_loan_aside, SetLoanAside(day, alone, problem), self._cause
                )
                SET_ASIDE.labels(self._cause.actor, "close_days").inc()
                log.error("loan.set_aside", extra={"loan_id": str(alone.loan_id), "day": str(day), "problem": problem})
            return True
        self._at_most = min(CHUNK, self._at_most * NARROWER)
        return bool(found)
