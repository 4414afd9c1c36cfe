"""What was collected: for the API, and answers that may serve again."""

from collections.abc import Collection as Some
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from integration_gateway.domain.customers.subject import Subject
from integration_gateway.domain.sources.answer import FACTS_BLOCK, Answer, KeptAnswer
from integration_gateway.persistence.sources.found import FOUND, found_in
from integration_gateway.use_cases.sources.keeping import Seals
from integration_gateway.use_cases.sources.ports import CollectionRecord, Found
from loan_contracts.values import Source, SourceStatus
from loan_servicekit.db.queries import Reader
from loan_servicekit.db.tables import Fetched

RECORD = f"select request_id, application_id, collected_at, purpose_code, {FOUND} from collections"
COLLECTIONS = f"{RECORD} where application_id = $1 order by collected_at desc"
OF_CUSTOMER = (
    f"{RECORD} where customer_id = $1 and ($2::timestamptz is null or (collected_at, request_id) < ($2, $3::uuid))"
    " order by collected_at desc, request_id desc limit $4"
)
EARLIER = (
    f"select request_id, collected_at, report_at, {FOUND} from collections where request_id = any($1::uuid[])"
    " order by collected_at desc"
)


class SqlCollectionQueries:
    """Implements `CollectionQueries` and `EarlierAnswers`."""

    def __init__(self, reader: Reader, seals: Seals) -> None:
        self._reader, self._seals = reader, seals

    async def collections(self, application_id: UUID) -> Sequence[CollectionRecord]:
        """Everything collected for an application, newest first."""
        return [_record(row) for row in await self._reader.rows(COLLECTIONS, application_id)]

    async def of_customer(
        self, customer_id: UUID, before: tuple[datetime, UUID] | None, limit: int
    ) -> Sequence[CollectionRecord]:
        """What was collected about a customer, newest first."""
        at, id = before or (None, None)
        return [_record(row) for row in await self._reader.rows(OF_CUSTOMER, customer_id, at, id, limit)]

    async def answers(
        self, collections: Sequence[UUID], sources: Some[Source], about: Subject
    ) -> Mapping[Source, Answer[object]]:
        """The latest hit of each source, of those that were about the same subject as he is known now. An answer that
        stands again is read where it was given, if that collection is not among these."""
        hash = self._seals.subject(about)
        rows = await self._reader.rows(EARLIER, list(collections))
        found, elsewhere = _originals(rows, set(sources), hash)
        if elsewhere:
            others, _ = _originals(await self._reader.rows(EARLIER, list(elsewhere)), set(sources) - set(found), hash)
            found |= others
        return found


def _originals(
    rows: Iterable[Fetched], wanted: set[Source], hash: str
) -> tuple[dict[Source, Answer[object]], set[UUID]]:
    """Answers that were given in these collections, and in which others those were given that stand in them again."""
    found: dict[Source, Answer[object]] = {}
    elsewhere: dict[Source, UUID] = {}
    for row in rows:
        if wanted <= found.keys():
            break
        kept = found_in(row)
        if kept.subject not in (None, hash):
            continue
        for answer in kept.answers:
            if (
                answer.source not in FACTS_BLOCK
                or answer.source not in wanted
                or answer.source in found
                or answer.status is not SourceStatus.HIT
            ):
                continue
            if answer.reused_from is not None:
                elsewhere.setdefault(answer.source, answer.reused_from)
            elif kept.subject or answer.source is Source.CREDIT_BUREAU:  # rows of before: reports alone
                found[answer.source] = _answer(row, kept, answer)
    return found, {id for source, id in elsewhere.items() if source not in found}


def _record(row: Fetched) -> CollectionRecord:
    found = found_in(row)
    return CollectionRecord(
        request_id=row.request_id,
        application_id=row.application_id,
        collected_at=row.collected_at,
        facts=found.facts,
        answers=found.answers,
        purpose_code=row.purpose_code,
    )


def _answer(row: Fetched, found: Found, kept: KeptAnswer) -> Answer[object]:
    at: datetime | None = row.report_at if kept.source is Source.CREDIT_BUREAU else None
    return Answer(
        source=kept.source,
        status=SourceStatus.HIT,
        fetched_at=at or row.collected_at,
        facts=getattr(found.facts, FACTS_BLOCK[kept.source]),
        code=kept.code,
        source_ref=kept.source_ref,
        raw_hash=kept.raw_hash,
        adapter_version=kept.adapter,
        reused_from=row.request_id,
        provider=kept.provider or "",
    )
