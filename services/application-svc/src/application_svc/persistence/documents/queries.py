"""Reads of documents."""

from uuid import UUID

from application_svc.domain.documents.reuse import Earlier
from application_svc.persistence.documents.earlier import EARLIER, earlier_of
from loan_servicekit.db.queries import Reader


class SqlDocumentQueries:
    """Implements `use_cases.documents.ports.DocumentQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def earlier_papers(self, customer_id: UUID, besides: UUID) -> Earlier:
        """What a customer has handed in with other applications."""
        rows = [row for row in await self._reader.rows(EARLIER, [customer_id]) if row[1] != besides]
        return earlier_of(rows).get(customer_id, Earlier([], None))
