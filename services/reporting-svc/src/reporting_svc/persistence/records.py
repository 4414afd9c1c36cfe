"""Writes what a batch of messages says, set-based: two statements for the chain, one for each projection."""

from collections.abc import Sequence

from loan_servicekit.db.unit_of_work import UnitOfWork
from reporting_svc.domain.evidence.chain import Entry, Head
from reporting_svc.domain.observation import Observation
from reporting_svc.persistence.columns import ENTRY, arrays_of, insert_from_arrays
from reporting_svc.persistence.projections.registry import PROJECTIONS

LOCK_HEAD = "select seq, hash from audit_head for update"
EXTEND = (
    f"with moved as (update audit_head set seq = ${len(ENTRY) + 1}, hash = ${len(ENTRY) + 2}) "
    + insert_from_arrays("audit_entries", ENTRY)
)


class SqlRecords:
    """Implements `use_cases.evidence.ports.Records` in a unit of work."""

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

    async def project(self, observations: Sequence[Observation]) -> None:
        """Notes in each projection what the messages say."""
        for projection in PROJECTIONS:
            if rows := projection.rows(observations):
                await self._uow.connection.exec_driver_sql(projection.note, tuple(arrays_of(rows)))
