"""What happens by itself when time passes: timers of cases fire, overdue tasks are told."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from loan_servicekit.core import Cause, Clock, Unavailable
from loan_servicekit.db.transactor import Work
from workflow_svc.persistence.preloads import SqlPreloads
from workflow_svc.persistence.queries import SqlQueries
from workflow_svc.use_cases.cases.fire_timers import FireTimers, TellOverdue, fire_timers, tell_overdue

log = logging.getLogger(__name__)

EVERY_S = 1.0
AT_ONCE = 100
ACTOR = "workflow-svc"
RunAll = Callable[[Sequence[Work]], Awaitable[list[Any]]]


class Timers:
    """Looks every second for what is due. Several processes may run it: a timer fires once, a task is told once."""

    def __init__(self, queries: SqlQueries, preloads: SqlPreloads, run_all: RunAll, clock: Clock) -> None:
        self._queries, self._preloads, self._run_all, self._clock = queries, preloads, run_all, clock

    async def let_time_pass(self) -> None:
        """Fires the timers that are due by now and tells the tasks that are overdue; a case that refuses keeps its timer."""
        now, cause = self._clock(), Cause(ACTOR)
        due, overdue = await self._queries.due_cases(now, AT_ONCE), await self._queries.overdue_tasks(now, AT_ONCE)
        works = [Work(fire_timers, FireTimers(id), cause, preload=self._preloads.cases) for id in due]
        works += [Work(tell_overdue, TellOverdue(id), cause, preload=self._preloads.tasks) for id in overdue]
        for work, outcome in zip(works, await self._run_all(works), strict=True):
            if isinstance(outcome, Exception):
                log.warning("timer.refused", extra={"command": repr(work.command), "error": repr(outcome)})

    async def run(self) -> None:
        """Looks again and again; an outage is waited out."""
        while True:
            await asyncio.sleep(EVERY_S)
            try:
                await self.let_time_pass()
            except Unavailable as error:
                log.warning("timers.waiting", extra={"error": repr(error)})
