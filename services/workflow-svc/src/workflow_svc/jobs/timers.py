"""What happens by itself when time passes: timers of cases fire, overdue tasks are told."""

import logging

from loan_servicekit.core import Cause, Clock
from loan_servicekit.db.group_commit import GroupCommit
from loan_servicekit.db.transactor import Work
from workflow_svc.operations import Operations
from workflow_svc.use_cases.cases.fire_timers import FireTimers
from workflow_svc.use_cases.cases.ports import CaseQueries
from workflow_svc.use_cases.tasks.ports import TaskQueries
from workflow_svc.use_cases.tasks.tell_overdue import TellOverdue

log = logging.getLogger(__name__)

EVERY_S = 1.0
AT_ONCE = 100
ACTOR = "workflow-svc"


class Timers:
    """Looks for what is due. Several processes may: a timer fires once, a task is told once."""

    def __init__(
        self, cases: CaseQueries, tasks: TaskQueries, operations: Operations, commit: GroupCommit, clock: Clock
    ) -> None:
        self._cases, self._tasks = cases, tasks
        self._operations, self._commit, self._clock = operations, commit, clock

    async def let_time_pass(self) -> None:
        """Fires the timers that are due by now and tells the tasks that are overdue;
        a case that refuses keeps its timer."""
        now, cause = self._clock(), Cause(ACTOR)
        due, overdue = await self._cases.due(now, AT_ONCE), await self._tasks.overdue(now, AT_ONCE)
        works = [Work(self._operations.fire_timers, FireTimers(id), cause) for id in due]
        works += [Work(self._operations.tell_overdue, TellOverdue(id), cause) for id in overdue]
        for work, outcome in zip(works, await self._commit.run_all(works), strict=True):
            if isinstance(outcome, Exception):
                log.warning("timer.refused", extra={"command": repr(work.command), "error": repr(outcome)})
