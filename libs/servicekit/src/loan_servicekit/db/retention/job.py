"""The job of retention: each rule once a day, in small pieces with pauses, each with its account in one transaction.

Whoever stops it at any point loses nothing: the next piece begins where the last one that was committed ended.
"""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import NAMESPACE_OID, UUID, uuid5

import orjson
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import Cause, Clock, business_day
from loan_servicekit.core.parameters import Parameter
from loan_servicekit.core.retention import Keeping, cutoff
from loan_servicekit.db.parameters import ParameterCache
from loan_servicekit.db.retention.statements import AT_ONCE, statement
from loan_servicekit.db.tables import Fetched
from loan_servicekit.db.unit_of_work import tell

log = logging.getLogger(__name__)

LOOK_S = 600.0  # a new day is seen within so long; the look costs one statement a rule
PAUSE_S = 0.2
ONE_AT_A_TIME = "select pg_try_advisory_xact_lock(hashtext('retention'))"
BY_INDEX = "set local enable_seqscan = off"
# What a hold has kept lies before the last run's cutoff: after a release the next run begins at the beginning.
BEGIN = """
insert into retention_runs (id, record, rule, period, unit, valid_from, recorded_at, cutoff, day, started_at, reached)
select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, (
    select max(r.cutoff) from retention_runs r where r.record = $2 and r.finished_at is not null
    and r.started_at > coalesce((select max(released_at) from legal_holds), '-infinity'))
on conflict (id) do nothing
"""
RUN = "select * from retention_runs where id = $1 for update"
NOTE = """
update retention_runs set reached = coalesce($2, reached), held = held + $3, taken = $4::text::jsonb,
    first_at = least(first_at, $5), last_at = greatest(last_at, $6), finished_at = $7 where id = $1
"""


@dataclass(frozen=True, slots=True)
class _Piece:
    """One rule on one day."""

    rule: Keeping
    parameter: Parameter
    run_id: UUID


class Retention:
    """The rules of a service at work."""

    def __init__(
        self, service: str, engine: AsyncEngine, rules: Sequence[Keeping], parameters: ParameterCache, clock: Clock
    ) -> None:
        self._service, self._engine, self._rules = service, engine, rules
        self._parameters, self._clock = parameters, clock

    async def take(self) -> None:
        """Takes away everything that is due today and was not taken yet. Safe to run in several processes."""
        for rule in self._rules:
            day = business_day(self._clock())
            parameter = self._parameters.parameters.at(rule.code, day)
            if parameter is None:  # without a period nothing goes
                continue
            piece = _Piece(rule, parameter, uuid5(NAMESPACE_OID, f"{rule.record} {day}"))
            more = True
            while more:
                more = await self._piece(piece)
                await asyncio.sleep(PAUSE_S if more else 0)

    async def _piece(self, piece: _Piece) -> bool:
        """One piece in one transaction; whether there may be more."""
        now = self._clock()
        async with self._engine.begin() as connection:
            if not (await connection.exec_driver_sql(ONE_AT_A_TIME)).scalar_one():
                return False  # another process is at it
            run = await self._run(connection, piece, now)
            if run.finished_at is not None:
                return False
            await connection.exec_driver_sql(BY_INDEX)
            found = (await connection.exec_driver_sql(statement(piece.rule), (run.reached, run.cutoff))).one()
            await self._note(connection, piece, run, found, now)
        return bool(found.read >= AT_ONCE)

    async def _run(self, connection: AsyncConnection, piece: _Piece, now: datetime) -> Fetched:
        p, day = piece.parameter, business_day(now)
        values = (piece.run_id, piece.rule.record, p.code, int(p.value), p.unit, p.valid_from, p.recorded_at)
        await connection.exec_driver_sql(BEGIN, (*values, cutoff(p, now), day, now))
        return (await connection.exec_driver_sql(RUN, (piece.run_id,))).one()

    async def _note(
        self, connection: AsyncConnection, piece: _Piece, run: Fetched, found: Fetched, now: datetime
    ) -> None:
        taken = dict(run.taken if isinstance(run.taken, dict) else orjson.loads(run.taken))
        for n, taking in enumerate(piece.rule.takes):
            taken[taking.table] = taken.get(taking.table, 0) + getattr(found, f"taken_{n}")
        held, finished = run.held + found.held, now if found.read < AT_ONCE else None
        note = (run.id, found.reached, found.held, orjson.dumps(taken).decode(), found.first_at, found.last_at)
        await connection.exec_driver_sql(NOTE, (*note, finished))
        if finished and (any(taken.values()) or held):
            await tell(connection, Cause(self._service), now, _account(piece, run, taken, held))
            log.info("retention.finished", extra={"record": piece.rule.record, "taken": taken, "held": held})


def _account(piece: _Piece, run: Fetched, taken: dict[str, int], held: int) -> AuditRecorded:
    rule = piece.parameter
    version = f"{rule.valid_from}" + (f" {rule.recorded_at.isoformat()}" if rule.recorded_at else "")
    detail = {
        "rule": rule.code,
        "rule_version": version,
        "period": f"{rule.value} {rule.unit}",
        "before": run.cutoff.isoformat(),
        "held": str(held),
    }
    counted = {table: str(count) for table, count in taken.items()}
    return AuditRecorded(
        subject_type="retention", subject_id=str(run.id), action="purge_records", detail=detail | counted
    )
