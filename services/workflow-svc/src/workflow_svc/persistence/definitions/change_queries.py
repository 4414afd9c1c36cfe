"""Reads of decisions, bindings, retirements, changes, and of what cases asked."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from loan_servicekit.core import NotFound
from loan_servicekit.db.columns import Column
from loan_servicekit.db.queries import Reader
from loan_servicekit.db.tables import load_json
from loan_servicekit.db.unit_of_work import UnitOfWork
from workflow_svc.domain.definitions.binding import Binding, Bindings, Retirement
from workflow_svc.domain.definitions.change import ChangeKind, DefinitionChange
from workflow_svc.domain.proposals.proposed import ProposedStatus
from workflow_svc.persistence.definitions.change_tables import (
    BINDING_COLUMNS,
    DECISION_COLUMNS,
    DEFINITION_CHANGES,
    EVALUATION_COLUMNS,
    RETIREMENT_COLUMNS,
)
from workflow_svc.use_cases.definitions.change_ports import Activity, Adoption, DecisionVersion, Evaluated

Read = Callable[..., Awaitable[Sequence[Any]]]
LOOKED_AT = 1_000  # cases that the adoption of versions is read from: what counts is where new ones go
DECIDED = "decisions order by code, version"
ADOPTION = (
    "select submitted::jsonb ->> 'branch' as branch, process_version, count(*) filter (where status = 'RUNNING'),"
    " count(*) filter (where status <> 'RUNNING'), min(opened_at), max(opened_at)"
    " from (select submitted, process_version, status, opened_at from cases where process_code = $1"
    " order by opened_at desc limit $2) newest group by 1, 2 order by 1, 2"
)

NEWEST = (
    "with newest as (select id, status, state from (select * from cases where process_code = $1 order by opened_at desc"
    " limit $2) of_process where process_version = $3)"
)
STATES = f"{NEWEST} select state from newest where status = 'RUNNING'"
STAGES = (
    f"{NEWEST} select stage, count(*) filter (where tasks.status in ('OPEN', 'CLAIMED') and due_at < $4),"
    " count(*) filter (where tasks.status = 'COMPLETED' and completed_at >= $5)"
    " from tasks join newest on newest.id = tasks.case_id group by stage"
)


class SqlChangeQueries:
    """Implements `ChangeQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def decisions(self) -> Sequence[DecisionVersion]:
        """Every published version of every decision."""
        return [DecisionVersion(**told) for told in await _told(self._reader.rows, DECIDED, DECISION_COLUMNS)]

    async def bindings(self) -> Bindings:
        """What is bound and what is retired."""
        return await _bindings(self._reader.rows)

    async def change(self, id: UUID) -> DefinitionChange:
        """The change; raises NotFound `definition-change-not-found`."""
        found = await self._reader.aggregates(DEFINITION_CHANGES, "id = $1", id)
        if not found:
            raise NotFound(DEFINITION_CHANGES.missing, f"there is no change {id}")
        return found[0]

    async def changes(
        self, status: ProposedStatus | None, kind: ChangeKind | None, after: UUID | None, limit: int
    ) -> Sequence[DefinitionChange]:
        """Changes, the newest first, from behind `after` on."""
        where = "($1::text is null or status = $1) and ($2::text is null or kind = $2)"
        where += " and ($3::uuid is null or id < $3) order by id desc limit $4"
        told = status and status.value, kind and kind.value
        return await self._reader.aggregates(DEFINITION_CHANGES, where, *told, after, limit)

    async def evaluated(self, application_id: UUID) -> Sequence[Evaluated]:
        """The decisions that the case of an application asked, in their order."""
        where = "decision_evaluations where application_id = $1 order by evaluated_at, id limit 1000"
        return [Evaluated(**told) for told in await _told(self._reader.rows, where, EVALUATION_COLUMNS, application_id)]

    async def asked(self, decision: str, limit: int) -> Sequence[Evaluated]:
        """What cases asked a decision last, in whichever version."""
        where = "decision_evaluations where decision = $1 order by evaluated_at desc limit $2"
        return [Evaluated(**t) for t in await _told(self._reader.rows, where, EVALUATION_COLUMNS, decision, limit)]

    async def adoption(self, code: str) -> Sequence[Adoption]:
        """Of the newest cases of a process, how many run and ran on each version, by branch."""
        return [Adoption(*row) for row in await self._reader.rows(ADOPTION, code, LOOKED_AT)]

    async def activity(self, code: str, version: int, now: datetime, since: datetime) -> Activity:
        """What goes on in the newest cases of a version."""
        newest = code, LOOKED_AT, version
        states = [state for (state,) in await self._reader.rows(STATES, *newest)]
        stages = await self._reader.rows(STAGES, *newest, now, since)
        tasks = [(stage, late, done) for stage, late, done in stages]
        return Activity(running=len(states), states=states, tasks=tasks)


async def bindings(uow: UnitOfWork) -> Bindings:
    """What is bound and what is retired, inside a transaction."""
    return await _bindings(uow.read)


async def _bindings(read: Read) -> Bindings:
    bound = await _told(read, "process_bindings order by id", BINDING_COLUMNS)
    retired = await _told(read, "process_retirements order by code", RETIREMENT_COLUMNS)
    return Bindings([Binding(**told) for told in bound], [Retirement(**told) for told in retired])


async def _told(read: Read, rest: str, columns: Sequence[Column], *values: object) -> list[dict[str, Any]]:
    """Rows by attribute, in the words of the domain."""
    names = ", ".join(f"{column.name}::text" if column.kind == "json" else column.name for column in columns)
    found = []
    for row in await read(f"select {names} from {rest}", *values):
        told = {}
        for column, stored in zip(columns, row, strict=True):
            value = load_json(stored) if column.kind == "json" and stored is not None else stored
            told[column.attribute] = column.read(value) if column.read and value is not None else value
        found.append(told)
    return found
