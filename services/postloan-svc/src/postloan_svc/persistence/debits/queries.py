"""Reads of agreements and debits."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from loan_servicekit.db.queries import Reader
from postloan_svc.domain.debits.agreement import CollectionAgreement
from postloan_svc.domain.debits.attempt import DebitAttempt
from postloan_svc.domain.debits.run import DebitRun
from postloan_svc.persistence.debits.tables import COLLECTION_AGREEMENTS, DEBIT_ATTEMPTS, DEBIT_RUNS


class SqlDebitQueries:
    """Implements `use_cases.debits.ports.DebitQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def agreements(self, loan_id: UUID) -> Sequence[CollectionAgreement]:
        """The agreements of a loan, the latest first."""
        return await self._reader.aggregates(
            COLLECTION_AGREEMENTS, "loan_id = $1 order by agreed_at desc, id desc limit 200", loan_id
        )

    async def attempts(self, loan_id: UUID, before: tuple[datetime, UUID] | None, limit: int) -> Sequence[DebitAttempt]:
        """The debits of a loan, the latest first, from the one after `before`."""
        rest = f"order by requested_at desc, id desc limit {int(limit)}"
        if before is None:
            return await self._reader.aggregates(DEBIT_ATTEMPTS, f"loan_id = $1 {rest}", loan_id)
        return await self._reader.aggregates(
            DEBIT_ATTEMPTS, f"loan_id = $1 and (requested_at, id) < ($2, $3) {rest}", loan_id, *before
        )

    async def runs(self, limit: int) -> Sequence[DebitRun]:
        """The last runs, the latest first."""
        return await self._reader.aggregates(DEBIT_RUNS, f"true order by id desc limit {int(limit)}")
