"""Reads of papers."""

from collections.abc import Sequence
from uuid import UUID

from loan_servicekit.db.queries import Reader
from postloan_svc.domain.papers.paper import Paper
from postloan_svc.persistence.papers.tables import PAPERS


class SqlPaperQueries:
    """Implements `use_cases.papers.ports.PaperQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def papers_of(self, loan_id: UUID) -> Sequence[Paper]:
        """Those of a loan, newest first."""
        return await self._reader.aggregates(PAPERS, "loan_id = $1 order by issued_at desc, id limit 500", loan_id)

    async def paper(self, paper_id: UUID) -> Paper | None:
        """One paper."""
        found = await self._reader.aggregates(PAPERS, "id = $1", paper_id)
        return found[0] if found else None

    async def numbered(self, number: str) -> Paper | None:
        """The paper of a number."""
        found = await self._reader.aggregates(PAPERS, "number = $1", number)
        return found[0] if found else None
