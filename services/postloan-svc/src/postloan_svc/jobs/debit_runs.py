"""Attempts to collect what is due, at the times of the day that a parameter says (R-3.11)."""

from collections.abc import Callable
from datetime import date, datetime

from loan_servicekit.core import Cause
from loan_servicekit.db.group_commit import GroupCommit
from postloan_svc.domain.debits.attempt import DebitRules, slot_at
from postloan_svc.domain.debits.run import run_id
from postloan_svc.operations import Operations
from postloan_svc.use_cases.calendar.ports import CalendarQueries
from postloan_svc.use_cases.debits.run_debits import RunDebits

DEBITS_LOOK_S = 15.0
CHUNK = 200  # agreements in one commit, whose loans it holds meanwhile


class DebitCollector:
    """Carries the run of the last time that has passed to its end. How far it is stands in the database: after a crash,
    or beside another process, each agreement is gone over once, and each debit has an id of its own."""

    def __init__(
        self,
        queries: CalendarQueries,
        operations: Operations,
        commit: GroupCommit,
        cause: Cause,
        clock: Callable[[], datetime],
        rules: Callable[[date], DebitRules],
    ) -> None:
        self._queries, self._operations, self._commit, self._cause = queries, operations, commit, cause
        self._clock, self._rules = clock, rules
        self._ended: str | None = None

    async def collect(self) -> bool:
        """Whether there was a run to be carried on."""
        day = await self._queries.business_date()
        slot = slot_at(day, self._rules(day).times, self._clock())
        if slot is None or self._ended == run_id(day, slot):
            return False
        command = RunDebits(self._cause.actor, day, slot, CHUNK)
        while not await self._commit.perform(self._operations.run_debits, command, self._cause):
            pass
        self._ended = run_id(day, slot)
        return True
