"""Reads of offers and contracts."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from application_svc.use_cases.contracts.ports import StoredPapers
from loan_servicekit.core import NotFound
from loan_servicekit.db.queries import Reader
from loan_servicekit.db.tables import load_json

PAPERS = "select disclosure, disclosure_hash, contract, contract_hash from papers where application_id = $1"
RUN_OUT = "select id from applications where open_until <= $1 order by open_until limit $2"


class SqlContractQueries:
    """Implements `use_cases.contracts.ports.ContractQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def papers(self, application_id: UUID) -> StoredPapers:
        """Disclosure and contract of an offer; raises NotFound `offer-not-found`."""
        rows = await self._reader.rows(PAPERS, application_id)
        if not rows:
            raise NotFound("offer-not-found", f"application {application_id} has no offer")
        disclosure, disclosure_hash, contract, contract_hash = rows[0]
        return StoredPapers(load_json(disclosure), disclosure_hash, load_json(contract), contract_hash)

    async def offers_run_out(self, at: datetime, limit: int) -> Sequence[UUID]:
        """Applications whose offer nobody has signed in time, the longest over first."""
        return [row[0] for row in await self._reader.rows(RUN_OUT, at, limit)]
