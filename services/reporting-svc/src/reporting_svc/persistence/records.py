"""Writes a batch's entries and steps, set-based: at most three statements beside the inbox."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from loan_servicekit.db.unit_of_work import UnitOfWork
from reporting_svc.domain.evidence.chain import Entry, Head
from reporting_svc.domain.observation import Observation
from reporting_svc.domain.projections.funnel.progress import STEPS
from reporting_svc.persistence.columns import ENTRY, PROGRESS, arrays_of, insert_from_arrays
from reporting_svc.use_cases.record_messages import record_messages

LOCK_HEAD = "select seq, hash from audit_head for update"
EXTEND = (
    f"with moved as (update audit_head set seq = ${len(ENTRY) + 1}, hash = ${len(ENTRY) + 2}) "
    + insert_from_arrays("audit_entries", ENTRY)
)
ADVANCE = (
    insert_from_arrays("application_progress", PROGRESS)
    + " on conflict (application_id) do update set "
    + ", ".join(f"{step} = coalesce(stored.{step}, excluded.{step})" for step in STEPS)
)


class SqlRecords:
    """Implements `use_cases.ports.Records` in a unit of work."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def lock_head(self) -> Head:
        """Where the chain ends; the row stays locked, so writers of several processes follow one another."""
        ((seq, hash),) = await self._uow.read(LOCK_HEAD)
        return Head(seq, bytes(hash))

    async def extend(self, entries: Sequence[Entry]) -> None:
        """Adds entries and moves the head."""
        if entries:
            await self._uow.connection.exec_driver_sql(EXTEND, (*arrays_of(entries), entries[-1].seq, entries[-1].hash))

    async def advance(self, progress: Mapping[UUID, Mapping[str, Any]]) -> None:
        """Notes steps of applications."""
        if progress:
            rows = [(application_id, *map(told.get, STEPS)) for application_id, told in progress.items()]
            await self._uow.connection.exec_driver_sql(ADVANCE, tuple(arrays_of(rows)))


async def write_records(uow: UnitOfWork, observations: Sequence[Observation]) -> None:
    """What the transactor runs for a batch before its messages: the one place where messages are written."""
    uow.batch["recorded"] = await record_messages(observations, SqlRecords(uow))
