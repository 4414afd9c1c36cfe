"""The closing run: the shards of a day step by step, then its end and its posting; each step a commit of its own."""

import logging
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from loan_servicekit.core import Cause, DomainError, Unavailable
from loan_servicekit.db.engine import may_pass
from loan_servicekit.db.group_commit import GroupCommit
from loan_servicekit.telemetry import DAY_CLOSING, LEDGER_BREAKS, SET_ASIDE
from postloan_svc.domain.calendar.day_closing import ClosingShard, Step
from postloan_svc.jobs.day_standing import DayStanding, all_of
from postloan_svc.jobs.outbox_room import OutboxRoom
from postloan_svc.operations import Operations
from postloan_svc.use_cases.calendar.accrue_interest import AccrueInterest
from postloan_svc.use_cases.calendar.advance_loans import AdvanceLoans
from postloan_svc.use_cases.calendar.end_business_day import EndBusinessDay
from postloan_svc.use_cases.calendar.ports import CalendarQueries
from postloan_svc.use_cases.calendar.post_business_day import PostBusinessDay
from postloan_svc.use_cases.calendar.set_loan_aside import SetLoanAside
from postloan_svc.use_cases.credit_line.freeze_line import EndLines
from postloan_svc.use_cases.credit_line.ports import CreditLineQueries
from postloan_svc.use_cases.general_ledger.reconcile_books import ReconcileBooks

log = logging.getLogger(__name__)

CHUNK = 200  # loans in one commit: from there on a loan does not get cheaper (performance.md rule 1)
ACCRUALS = 5_000  # loans in one commit: one statement, some 50 ms
NARROWER = 8  # times fewer loans in the next commit, while the one that cannot be advanced is looked for
LANES = 2  # shards at once: while the database works for one, the process works for the other
LOOK_S = 5.0  # for a run that another process began, or that a crash interrupted


class DayCloser:
    """Carries every closing that was begun to its end, whoever began it.

    Several processes may run one: how far each shard of a run is stands in the database, so each chunk is advanced and
    counted once, and after a crash the run goes on where it stopped. An outage, or another process that is at it, is
    waited out. `done` is told of each day that is closed: the next one may be over, too. `lanes` are transactions of
    the run's own, for which nobody else waits.
    """

    def __init__(
        self,
        queries: CalendarQueries,
        lines: CreditLineQueries,
        operations: Operations,
        lanes: Sequence[GroupCommit],
        cause: Cause,
        done: Callable[[], None],
    ) -> None:
        self._queries, self._operations, self._lanes, self._cause = queries, operations, lanes, cause
        self._lines = lines
        self._commit = lanes[0]
        self._done = done
        self._room = OutboxRoom(queries.waiting_messages)
        self._standing = DayStanding(operations, lanes, cause, self._room)

    async def close_days(self) -> None:
        """Runs every closing that has begun and is not done, and compares books and ledger at the end of each."""
        await self._reconcile()
        while closing := await self._queries.running_closing():
            await self.close_day(closing.id)
            await self._reconcile()
            self._done()

    async def close_day(self, day: date) -> None:
        """Takes the steps of a day; those that are done are no more than looked at."""
        open_ones = iter(await self._queries.open_shards(day))
        await all_of(self._go_over(open_ones, lane) for lane in self._lanes)
        await self._standing.record(day)
        await self._end_lines(day)
        await self._commit.perform(self._operations.end_business_day, EndBusinessDay(day), self._cause)
        await self._commit.perform(self._operations.post_business_day, PostBusinessDay(day), self._cause)

    async def _go_over(self, shards: Iterator[str], lane: GroupCommit) -> None:
        for shard_id in shards:
            run = ShardRun(self._queries, self._operations, lane, self._cause, shard_id)
            while not await run.step():
                await self._room.wait()

    async def _end_lines(self, day: date) -> None:
        """Lines that the next day finds expired, or over."""
        next_day = day + timedelta(days=1)
        while ending := await self._lines.ending(next_day, CHUNK):
            await self._commit.perform(self._operations.end_lines, EndLines(next_day, tuple(ending)), self._cause)

    async def _reconcile(self) -> None:
        while day := await self._queries.unreconciled_day():
            found = await self._commit.perform(self._operations.reconcile_books, ReconcileBooks(day), self._cause)
            if found:
                log.error("ledger.breaks", extra={"day": str(day), "found": found})
        last = await self._queries.compared_last()  # also in a process that has compared nothing yet
        LEDGER_BREAKS.labels(self._cause.actor).set(last[1] if last else 0)


class ShardRun:
    """Carries one shard of a run through its steps. A loan that cannot be advanced is looked for in ever smaller chunks
    and set aside."""

    def __init__(
        self, queries: CalendarQueries, operations: Operations, lane: GroupCommit, cause: Cause, shard_id: str
    ) -> None:
        self._queries, self._operations, self._commit, self._cause = queries, operations, lane, cause
        self._id = shard_id
        self._at_most = CHUNK
        self._step = Step.ACCRUE

    async def step(self) -> bool:
        """The next commit; whether the shard is done."""
        if self._step is Step.ACCRUE:
            accrue = AccrueInterest(self._id, ACCRUALS)
            self._tell(await self._commit.perform(self._operations.accrue_interest, accrue, self._cause))
        else:
            await self._advance()
        return self._step is Step.DONE

    async def _advance(self) -> None:
        """What fails and will not pass is a loan's fault."""
        alone = await self._queries.next_place(self._id) if self._at_most == 1 else None
        try:
            command = AdvanceLoans(self._id, self._at_most)
            self._tell(await self._commit.perform(self._operations.advance_loans, command, self._cause))
        except Unavailable:
            raise
        except Exception as error:
            if may_pass(error):
                raise
            if alone is None:
                self._at_most = max(1, self._at_most // NARROWER)
            else:
                problem = error.code if isinstance(error, DomainError) else type(error).__name__  # the log has the rest
                aside = SetLoanAside(self._id, alone, problem)
                await self._commit.perform(self._operations.set_loan_aside, aside, self._cause)
                SET_ASIDE.labels(self._cause.actor, "close_days").inc()
                log.error(
                    "loan.set_aside", extra={"loan_id": str(alone.loan_id), "shard": self._id, "problem": problem}
                )
            return
        self._at_most = min(CHUNK, self._at_most * NARROWER)

    def _tell(self, shard: ClosingShard) -> None:
        self._step = shard.step
        for step, loans in (("accrued", shard.accruals), ("advanced", shard.loans)):
            DAY_CLOSING.labels(self._cause.actor, step, shard.number).set(loans)
