"""Reads of checkpoints: the first of each role by an index, and of those the first."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from loan_contracts.access import TASK_ROLES
from loan_servicekit.db.queries import Reader
from workflow_svc.domain.checkpoints.checkpoint import Checkpoint, Standing
from workflow_svc.persistence.checkpoints.tables import CHECKPOINTS
from workflow_svc.use_cases.checkpoints.ports import AskedCheckpoints
from workflow_svc.use_cases.due import BEGINNING, Due

# By what it is listed, and how it stands at $2.
STATES = {
    Standing.MISSING: ("turns_at", "t.status = 'MISSING' and t.turns_at > $2"),
    Standing.DUE: ("turns_at", "t.status = 'MISSING' and t.turns_at <= $2"),
    Standing.LAPSING: ("lapsing_from", "t.status = 'HELD' and t.lapsing_from <= $2 and t.turns_at > $2"),
    Standing.LAPSED: ("turns_at", "t.status = 'HELD' and t.turns_at <= $2"),
}
LISTED = """
id = any(array(
    select found.id from unnest($1::text[]) as cell(role) cross join lateral (
        select t.id, t.{by} as at from checkpoints t
        where t.role = cell.role and {state} and ({branch}) and (t.{by}, t.id) > ($3, $4)
        order by t.{by}, t.id limit $5
    ) found order by found.at, found.id limit $5
)) order by {by}, id
"""
LAPSING = "select look_at, id from checkpoints where look_at <= $1 and (look_at, id) > ($2, $3) order by look_at, id"


class SqlCheckpoints:
    """Implements `CheckpointQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def checkpoints(
        self, asked: AskedCheckpoints, now: datetime, after: Due | None, limit: int
    ) -> Sequence[Checkpoint]:
        """Those that stand so."""
        by, state = STATES[asked.standing]
        branch = "true" if asked.branch is None else "t.branch = $6"
        roles = sorted(TASK_ROLES) if asked.roles is None else [*asked.roles]
        last = after or BEGINNING
        told = (roles, now, last.at, last.id, limit, *([] if asked.branch is None else [asked.branch]))
        return await self._reader.aggregates(CHECKPOINTS, LISTED.format(by=by, state=state, branch=branch), *told)

    async def checkpoints_of(self, case_id: UUID) -> Sequence[Checkpoint]:
        """All of a case."""
        return await self._reader.aggregates(CHECKPOINTS, "case_id = $1 order by due_at, id", case_id)

    async def lapsing(self, now: datetime, after: Due, limit: int) -> Sequence[Due]:
        """Those of which somebody has to be told by now."""
        return [Due(*row) for row in await self._reader.rows(f"{LAPSING} limit $4", now, after.at, after.id, limit)]
