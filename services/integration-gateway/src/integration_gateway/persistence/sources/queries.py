"""What was collected: for the API, and credit reports that may serve again."""

from collections.abc import Sequence
from uuid import UUID

from integration_gateway.domain.sources.answer import Answer
from integration_gateway.persistence.sources.found import FOUND, found_in
from integration_gateway.use_cases.sources.ports import CollectionRecord
from loan_contracts.facts import BureauFacts
from loan_contracts.values import Source, SourceStatus
from loan_servicekit.db.queries import Reader
from loan_servicekit.db.tables import Fetched

COLLECTIONS = (
    f"select request_id, application_id, collected_at, {FOUND} from collections"
    " where application_id = $1 order by collected_at desc"
)
REPORT = f"select request_id, report_at, {FOUND} from collections where request_id = $1 and report_at is not null"


class SqlCollectionQueries:
    """Implements `CollectionQueries` and `Reports`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def collections(self, application_id: UUID) -> Sequence[CollectionRecord]:
        """Everything collected for an application, newest first."""
        return [_record(row) for row in await self._reader.rows(COLLECTIONS, application_id)]

    async def report_of(self, collection: UUID) -> Answer[BureauFacts] | None:
        """The credit report of a collection, as an answer that may stand for a new one."""
        rows = await self._reader.rows(REPORT, collection)
        return _report(rows[0]) if rows else None


def _record(row: Fetched) -> CollectionRecord:
    found = found_in(row)
    return CollectionRecord(row.request_id, row.application_id, row.collected_at, found.facts, found.answers)


def _report(row: Fetched) -> Answer[BureauFacts] | None:
    found = found_in(row)
    kept = next((answer for answer in found.answers if answer.source is Source.CREDIT_BUREAU), None)
    if kept is None:
        return None
    return Answer(
        source=Source.CREDIT_BUREAU,
        status=SourceStatus.HIT,
        fetched_at=row.report_at,
        facts=found.facts.credit_bureau,
        code=kept.code,
        source_ref=kept.source_ref,
        raw_hash=kept.raw_hash,
        adapter_version=kept.adapter,
        reused_from=row.request_id,
    )
