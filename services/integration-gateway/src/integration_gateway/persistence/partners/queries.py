"""Reads of partners, and the nonces of their requests."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from integration_gateway.domain.partners.partner import Partner
from integration_gateway.domain.partners.partner_application import PartnerApplication
from integration_gateway.persistence.partners.tables import PARTNER_APPLICATIONS, PARTNERS, SECRETS
from integration_gateway.use_cases.partners.records import Admission, DeliveryRecord, EndpointRecord, EventRow
from loan_servicekit.db.queries import Reader
from loan_servicekit.db.tables import dump_json, load_json

ADMIT = """
with lately as (select count(*)::int as lately from partner_requests
                where partner_id = $1 and seen_at > now() - interval '1 minute'),
kept as (insert into partner_requests (key_id, nonce, partner_id, seen_at)
         select $2, $3, $1, now() from lately where lately < $4 on conflict do nothing returning 1)
select (select count(*) from kept) = 1 as fresh, lately from lately
"""
FORGET = "delete from partner_requests where seen_at < now() - interval '15 minutes' returning 1"
BROUGHT = (
    "select count(*)::int as brought from partner_applications"
    " where partner_id = $1 and created_at >= $2 and stage <> 'REFUSED'"
)
EVENTS = (
    "select id, application_id, partner_id, type, data::text as data, told_at from partner_events"
    " where application_id = $1 order by told_at, id"
)
ENDPOINT = (
    "select url, secrets::text as secrets, changed_at, failing_since, disabled_at from webhook_endpoints"
    " where partner_id = $1"
)
DELIVERIES = (
    "select id, application_id, type, state, tries, last_code, created_at, due_at, finished_at from webhook_deliveries"
)
BEFORE = "position < (select position from webhook_deliveries where id = $2)"


class SqlPartnerQueries:
    """Implements `PartnerQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def partners(self, after: UUID | None, limit: int) -> Sequence[Partner]:
        """Partners by id."""
        if after is None:
            return await self._reader.aggregates(PARTNERS, "true order by id limit $1", limit)
        return await self._reader.aggregates(PARTNERS, "id > $1 order by id limit $2", after, limit)

    async def partner(self, id: UUID) -> Partner | None:
        """One partner."""
        found = await self._reader.aggregates(PARTNERS, "id = $1", id)
        return found[0] if found else None

    async def with_key(self, key_id: str) -> Partner | None:
        """The partner whom a key was issued to."""
        found = await self._reader.aggregates(PARTNERS, "keys @> $1::jsonb", dump_json([{"key_id": key_id}]))
        return found[0] if found else None

    async def admit(self, partner: Partner, key_id: str, nonce: str, most: int) -> Admission:
        """Keeps the nonce of a request, unless it is one too many. So many partners as there are, so few rows."""
        [row] = await self._reader.rows(ADMIT, partner.id, key_id, nonce, most)
        return Admission(row.fresh, row.lately)

    async def forget_requests(self) -> None:
        """Drops nonces whose requests would be stale by now."""
        await self._reader.rows(FORGET)

    async def brought(self, partner_id: UUID, day: datetime) -> int:
        """How many applications a partner has brought since then."""
        [row] = await self._reader.rows(BROUGHT, partner_id, day)
        found: int = row.brought
        return found

    async def application(self, id: UUID, partner_id: UUID) -> PartnerApplication | None:
        """One of the partner's own applications."""
        found = await self._reader.aggregates(PARTNER_APPLICATIONS, "id = $1 and partner_id = $2", id, partner_id)
        return found[0] if found else None

    async def events(self, application_id: UUID) -> Sequence[EventRow]:
        """What a partner was told of an application, in order."""
        rows = await self._reader.rows(EVENTS, application_id)
        return [
            EventRow(
                id=row.id,
                application_id=row.application_id,
                partner_id=row.partner_id,
                type=row.type,
                data=load_json(row.data),
                told_at=row.told_at,
            )
            for row in rows
        ]

    async def endpoint(self, partner_id: UUID) -> EndpointRecord | None:
        """A partner's endpoint."""
        rows = await self._reader.rows(ENDPOINT, partner_id)
        if not rows:
            return None
        [row] = rows
        secrets = SECRETS.validate_json(row.secrets)
        return EndpointRecord(row.url, secrets, row.changed_at, row.failing_since, row.disabled_at)

    async def deliveries(
        self, partner_id: UUID, state: str | None, before: UUID | None, limit: int
    ) -> Sequence[DeliveryRecord]:
        """A partner's deliveries, newest first."""
        fixed = [f"state = '{state}'"] if state is not None else []
        page = [BEFORE] if before is not None else []
        where = " and ".join(["partner_id = $1", *fixed, *page])
        last = "$3" if page else "$2"
        given = (partner_id, before, limit) if page else (partner_id, limit)
        rows = await self._reader.rows(f"{DELIVERIES} where {where} order by position desc limit {last}", *given)
        return [
            DeliveryRecord(
                id=row.id,
                application_id=row.application_id,
                type=row.type,
                state=row.state,
                tries=row.tries,
                last_code=row.last_code,
                created_at=row.created_at,
                due_at=row.due_at,
                finished_at=row.finished_at,
            )
            for row in rows
        ]
