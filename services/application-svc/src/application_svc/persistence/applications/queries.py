"""Reads of applications."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from application_svc.domain.applications.application import Application
from application_svc.domain.applications.offer import UNSIGNED
from application_svc.domain.applications.review import Review
from application_svc.persistence.applications.tables import APPLICATIONS, REVIEWS
from application_svc.use_cases.applications.ports import ApplicationLine, Wanted
from loan_servicekit.core import NotFound
from loan_servicekit.db.queries import Reader

LINE = {
    "id": "id",
    "application_no": "application_no",
    "customer_id": "customer_id",
    "branch": "branch",
    "product_code": "product_code",
    "amount_minor": "amount_minor",
    "term_months": "term_months",
    "status": "status",
    "contract_status": "contract_status",
    "sequence": "sequence",
    "created_at": "created_at",
    "submitted_at": "submitted_at",
    "loan_id": "loan_id",
    "disclosure_hash": "offer->>'disclosure_hash'",
    "contract_hash": "offer->>'contract_hash'",
    "forced_read_seconds": "(offer->>'forced_read_seconds')::int",
    "offer_expires_at": "(offer->>'expires_at')::timestamptz",
    "decided_at": "(decision->>'decided_at')::timestamptz",
    "disbursed_at": "disbursed_at",
}  # the fields of an `ApplicationLine`, and what they are in SQL
LINES = f"select {', '.join(LINE.values())} from applications"


class SqlApplicationQueries:
    """Implements `use_cases.applications.ports.ApplicationQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def application(self, id: UUID) -> Application:
        """The application; raises NotFound `application-not-found`."""
        found = await self._reader.aggregates(APPLICATIONS, "id = $1", id)
        if not found:
            raise NotFound(APPLICATIONS.missing, f"there is no application {id}")
        return found[0]

    async def applications(self, wanted: Wanted, before: UUID | None, limit: int) -> Sequence[ApplicationLine]:
        """Applications, newest first, from the one after `before`. Ids are ordered by time, so they are the order.

        States stand in the statement itself, since the planner has to know that few offers wait and many are signed.
        """
        states = {"status": wanted.status, "contract_status": wanted.contract_status}
        fixed = [f"{column} = '{state.value}'" for column, state in states.items() if state is not None]
        filters: dict[str, Any] = {
            "branch =": wanted.branch,
            "product_code =": wanted.product_code,
            "customer_id =": wanted.customer_id,
            "application_no =": wanted.application_no,
            "id <": before,
        }
        given = {condition: value for condition, value in filters.items() if value is not None}
        if wanted.contract_status in UNSIGNED:
            fixed.append("open_until is not null")  # so says the row, and the index of those that wait
        where = " and ".join([*fixed, *(f"{condition} ${number}" for number, condition in enumerate(given, 1))])
        order = f" order by id desc limit ${len(given) + 1}"
        return await self._lines((f" where {where}" if where else "") + order, *given.values(), limit)

    async def statuses(self, ids: Sequence[UUID], branch: str | None) -> Sequence[ApplicationLine]:
        """Those of the ids that exist, in the branch where one is given."""
        where = " where id = any($1::uuid[]) and ($2::text is null or branch = $2)"
        return await self._lines(where, list(ids), branch)

    async def _lines(self, where: str, *parameters: Any) -> list[ApplicationLine]:
        rows = await self._reader.rows(LINES + where, *parameters)
        return [ApplicationLine(**dict(zip(LINE, row, strict=True))) for row in rows]

    async def reviews_of(self, application_id: UUID) -> Sequence[Review]:
        """What a borrower has asked about the decisions of an application, oldest first."""
        return await self._reader.aggregates(REVIEWS, "application_id = $1 order by requested_at, id", application_id)
