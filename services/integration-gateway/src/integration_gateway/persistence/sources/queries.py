"""What was collected: for the API, and credit reports that may serve again."""

from collections.abc import Sequence
from uuid import UUID

from pydantic import TypeAdapter

from integration_gateway.domain.sources.answer import Answer, KeptAnswer
from integration_gateway.use_cases.sources.ports import CollectionRecord
from loan_contracts.facts import BureauFacts, CollectedFacts
from loan_contracts.values import Source, SourceStatus
from loan_servicekit.db.queries import Reader
from loan_servicekit.db.tables import Fetched

ANSWERS = TypeAdapter(list[KeptAnswer])
COLLECTIONS = (
    "select request_id, application_id, collected_at, facts::text as facts, answers::text as answers from collections"
    " where application_id = $1 order by collected_at desc"
)
REPORT = """
select c.request_id, c.report_at, c.facts ->> 'credit_bureau' as facts, a ->> 'code' as code,
       a ->> 'source_ref' as source_ref, a ->> 'raw_hash' as raw_hash, a ->> 'adapter' as adapter
from collections c, jsonb_array_elements(c.answers) as a
where c.request_id = $1 and c.report_at is not null and a ->> 'source' = 'CREDIT_BUREAU'
"""


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
    facts, answers = CollectedFacts.model_validate_json(row.facts), ANSWERS.validate_json(row.answers)
    return CollectionRecord(row.request_id, row.application_id, row.collected_at, facts, answers)


def _report(row: Fetched) -> Answer[BureauFacts]:
    return Answer(
        source=Source.CREDIT_BUREAU,
        status=SourceStatus.HIT,
        fetched_at=row.report_at,
        facts=BureauFacts.model_validate_json(row.facts),
        code=row.code,
        source_ref=row.source_ref,
        raw_hash=row.raw_hash,
        adapter_version=row.adapter,
        reused_from=row.request_id,
    )
