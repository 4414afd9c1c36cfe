"""The log of communication and the preferences of customers, as they are kept and read."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from integration_gateway.domain.notifications.contact import REMINDERS, ContactPreference, Standing
from integration_gateway.use_cases.notifications.communications import CommunicationRow, Direction, Medium
from loan_servicekit.db.columns import Column, aggregates, enumerated, rows
from loan_servicekit.db.queries import Reader

COMMUNICATIONS = rows(
    "communications",
    CommunicationRow,
    [
        Column("id", "uuid"),
        Column("customer_id", "uuid"),
        Column("application_id", "uuid"),
        Column("at", "timestamptz"),
        enumerated("direction", Direction),
        enumerated("medium", Medium),
        Column("template", "text"),
        Column("outcome", "text"),
        Column("code", "text"),
        Column("made_by", "text"),
        Column("note", "text"),
    ],
    on_conflict="on conflict (id) do nothing",
)
PREFERENCES = aggregates(
    "contact_preferences",
    ContactPreference,
    [
        Column("id", "uuid"),
        Column("reminders", "boolean"),
        Column("night", "boolean"),
        Column("changed_by", "text"),
        Column("changed_at", "timestamptz"),
    ],
    missing="contact-preference-not-found",
)
LOG = (
    "select id, customer_id, application_id, at, direction, medium, template, outcome, code, made_by, note"
    " from communications where customer_id = $1"
)
STANDING = """
select asked.id, p.reminders, p.night, (
    select count(*)::int from communications c where c.customer_id = asked.id and c.at >= $2
    and c.template = any($3::text[]) and c.outcome = 'DELIVERED') as reminded
from unnest($1::uuid[]) as asked(id) left join contact_preferences p on p.id = asked.id
"""


class SqlCommunicationQueries:
    """Implements `CommunicationQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def communications(
        self, customer_id: UUID, before: tuple[datetime, UUID] | None, limit: int
    ) -> Sequence[CommunicationRow]:
        """A customer's, newest first."""
        page, last = ("and (at, id) < ($2, $3)", "$4") if before else ("", "$2")
        found = await self._reader.rows(
            f"{LOG} {page} order by at desc, id desc limit {last}", customer_id, *(before or ()), limit
        )
        return [
            CommunicationRow(
                id=row.id,
                customer_id=row.customer_id,
                application_id=row.application_id,
                at=row.at,
                direction=Direction(row.direction),
                medium=Medium(row.medium),
                template=row.template,
                outcome=row.outcome,
                code=row.code,
                made_by=row.made_by,
                note=row.note,
            )
            for row in found
        ]

    async def preference(self, customer_id: UUID) -> ContactPreference | None:
        """What a customer wants, if he has said so."""
        found = await self._reader.aggregates(PREFERENCES, "id = $1", customer_id)
        return found[0] if found else None

    async def standings(self, customer_ids: Sequence[UUID], since: datetime) -> dict[UUID, Standing]:
        """What is known of customers, reminders counted since then."""
        rows = await self._reader.rows(STANDING, list(set(customer_ids)), since, sorted(REMINDERS))
        return {row.id: Standing(row.reminders is not False, bool(row.night), row.reminded) for row in rows}
