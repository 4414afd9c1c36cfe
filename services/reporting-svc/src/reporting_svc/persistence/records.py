"""Writes what a batch of messages says, set-based: two statements for the chain, one for each projection."""

from collections.abc import Sequence

from loan_servicekit.db.unit_of_work import UnitOfWork
from reporting_svc.domain.evidence.chain import Entry, Head
from reporting_svc.domain.evidence.seals import Marks, head_is_ours, head_mark
from reporting_svc.domain.observation import Observation
from reporting_svc.persistence.columns import ENTRY, arrays_of, insert_from_arrays
from reporting_svc.persistence.projections.registry import PROJECTIONS

LOCK_HEAD = "select seq, hash, mark, exists (select from audit_seals) from audit_head for update"
MOVED = len(ENTRY) + 1  # the first argument behind the arrays
EXTEND = (
    f"with moved as (update audit_head set (seq, hash, mark) = (${MOVED}, ${MOVED + 1}, ${MOVED + 2})) "
    + insert_from_arrays("audit_entries", ENTRY)
)


class SqlRecords:
    """Implements `use_cases.evidence.ports.Records` in a unit of work."""

    def __init__(self, uow: UnitOfWork, marks: Marks) -> None:
        self._uow, self._marks = uow, marks

    async def lock_head(self) -> tuple[Head, bool]:
        """Where the chain ends; the row stays locked, so writers of several processes follow one another.

        A head of before there were marks has none, as long as nothing is sealed.
        """
        ((seq, hash, mark, sealed),) = await self._uow.read(LOCK_HEAD)
        head = Head(seq, bytes(hash))
        return head, head_is_ours(head, mark, self._marks) or not (mark or sealed)

    async def extend(self, entries: Sequence[Entry]) -> None:
        """Adds entries and moves the head."""
        if entries:
            head = Head(entries[-1].seq, entries[-1].hash)
            moved = (*arrays_of(entries), *head, head_mark(head, self._marks))
            await self._uow.connection.exec_driver_sql(EXTEND, moved)

    async def project(self, observations: Sequence[Observation]) -> None:
        """Notes in each projection what the messages say."""
        for projection in PROJECTIONS:
            if rows := projection.rows(observations):
                await self._uow.connection.exec_driver_sql(projection.note, tuple(arrays_of(rows)))
