"""What happens by itself when time passes: timers fire, people are told of tasks that wait, late ones go to another."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple, TypeAlias
from uuid import UUID

from loan_servicekit.core import Cause, Clock
from loan_servicekit.db.group_commit import GroupCommit
from loan_servicekit.db.transactor import Work
from workflow_svc.operations import Operations
from workflow_svc.use_cases.cases.fire_timers import FireTimers
from workflow_svc.use_cases.cases.ports import CaseQueries
from workflow_svc.use_cases.checkpoints.ports import CheckpointQueries
from workflow_svc.use_cases.checkpoints.record_evidence import LetCheckpointLapse
from workflow_svc.use_cases.due import BEGINNING, Due
from workflow_svc.use_cases.tasks.let_task_wait import LetTaskWait
from workflow_svc.use_cases.tasks.ports import TaskQueries

log = logging.getLogger(__name__)

EVERY_S = 1.0
AT_ONCE = 100
AGAIN = timedelta(minutes=1)  # after a refusal: it would be the same a second later
ACTOR = "workflow-svc"

Find: TypeAlias = Callable[[datetime, Due, int], Awaitable[Sequence[Due]]]
Begin: TypeAlias = Callable[[UUID], Work]


class Waiting(NamedTuple):
    """Where it is read what waits."""

    cases: CaseQueries
    tasks: TaskQueries
    checkpoints: CheckpointQueries


class Timers:
    """Looks for what is due. Several processes may: a timer fires once, a task is told once."""

    def __init__(self, queries: Waiting, operations: Operations, commit: GroupCommit, clock: Clock) -> None:
        self._cases, self._tasks, self._checkpoints = queries
        self._operations, self._commit, self._clock = operations, commit, clock
        self._refused: dict[UUID, datetime] = {}  # until when each is left alone

    async def let_time_pass(self) -> None:
        """Fires the timers that are due by now and looks at the tasks and the evidence whose time has come, all of
        them; a case that refuses keeps its timer and is tried again later."""
        cause, operations = Cause(ACTOR), self._operations
        await self._all(self._cases.due, lambda id: Work(operations.fire_timers, FireTimers(id), cause))
        await self._all(self._tasks.to_look_at, lambda id: Work(operations.let_task_wait, LetTaskWait(id), cause))
        await self._all(
            self._checkpoints.lapsing,
            lambda id: Work(operations.let_checkpoint_lapse, LetCheckpointLapse(id), cause),
        )

    async def _all(self, find: Find, begin: Begin) -> None:
        """What is due in pieces, each of one transaction; the next one begins behind it."""
        now, last = self._clock(), BEGINNING
        self._refused = {id: until for id, until in self._refused.items() if until > now}
        more = True
        while more:
            found = await find(now, last, AT_ONCE)
            if works := [begin(due.id) for due in found if due.id not in self._refused]:
                await self._do([due.id for due in found if due.id not in self._refused], works, now)
            more, last = len(found) == AT_ONCE, found[-1] if found else last

    async def _do(self, ids: Sequence[UUID], works: Sequence[Work], now: datetime) -> None:
        outcomes: list[Any] = await self._commit.run_all(works)
        for id, work, outcome in zip(ids, works, outcomes, strict=True):
            if isinstance(outcome, Exception):
                self._refused[id] = now + AGAIN
                log.warning("timer.refused", extra={"command": repr(work.command), "error": repr(outcome)})
