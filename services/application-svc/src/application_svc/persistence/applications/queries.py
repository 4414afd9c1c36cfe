"""Reads for the API."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson

from application_svc.domain.applications.application import Application
from application_svc.domain.applications.offer import UNSIGNED
from application_svc.domain.applications.review import Review
from application_svc.domain.consents.consent import Consent, Purpose
from application_svc.domain.consents.consent_text import ConsentText
from application_svc.domain.customers.customer import Customer
from application_svc.domain.documents.reuse import Earlier
from application_svc.domain.products.product import Product
from application_svc.domain.products.product_proposal import ProductProposal, ProposalStatus
from application_svc.persistence.preloads import EARLIER, IN_FORCE, earlier_of
from application_svc.persistence.tables import (
    APPLICATIONS,
    CONSENT_TEXTS,
    CONSENTS,
    CUSTOMERS,
    PRODUCT_PROPOSALS,
    REVIEWS,
)
from application_svc.use_cases.ports import ApplicationLine, Reveal, StoredPapers, VersionLine, Wanted
from loan_contracts.values import Source
from loan_servicekit.core import NotFound
from loan_servicekit.db.queries import Reader

REVEALS = (
    "select call_id, fields, purpose, task_id, application_id, read_by, read_at from identity_reads"
    " where customer_id = $1 and application_id is not null and call_id < $2 order by call_id desc limit $3"
)
LAST = UUID(int=2**128 - 1)
LINE = (
    "select id, application_no, customer_id, branch, product_code, amount_minor, term_months, status, contract_status,"
    " sequence, created_at, submitted_at, loan_id, offer->>'disclosure_hash', offer->>'contract_hash',"
    " (offer->>'forced_read_seconds')::int, (offer->>'expires_at')::timestamptz,"
    " (decision->>'decided_at')::timestamptz, disbursed_at"
    " from applications"
)
VERSIONS = "select content::text, added_by, added_at from product_versions where code = $1 order by version"
CONSENTS_IN_FORCE = f"select k.id from consents k where k.customer_id = $1 and {IN_FORCE}"
PAPERS = "select disclosure, disclosure_hash, contract, contract_hash from papers where application_id = $1"


class SqlQueries:
    """Implements `use_cases.ports.Queries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def product_proposal(self, id: UUID) -> ProductProposal:
        """The proposal; raises NotFound `product-proposal-not-found`."""
        found = await self._reader.aggregates(PRODUCT_PROPOSALS, "id = $1", id)
        if not found:
            raise NotFound(PRODUCT_PROPOSALS.missing, f"there is no proposal {id}")
        return found[0]

    async def product_proposals(
        self, status: ProposalStatus | None, code: str | None, before: UUID | None, limit: int
    ) -> Sequence[ProductProposal]:
        """Proposals, newest first, from the one after `before`."""
        where = "($1::text is null or status = $1) and ($2::text is null or code = $2) and id < $3 order by id desc limit $4"
        return await self._reader.aggregates(PRODUCT_PROPOSALS, where, status, code, before or LAST, limit)

    async def product_versions(self, code: str) -> Sequence[VersionLine]:
        """Every version of a product, oldest first."""
        rows = await self._reader.rows(VERSIONS, code)
        return [VersionLine(Product.model_validate(orjson.loads(row[0])), row[1], row[2]) for row in rows]

    async def customer(self, id: UUID) -> Customer:
        """The customer; raises NotFound `customer-not-found`."""
        found = await self._reader.aggregates(CUSTOMERS, "id = $1", id)
        if not found:
            raise NotFound(CUSTOMERS.missing, f"there is no customer {id}")
        return found[0]

    async def customers(self, ids: Sequence[UUID], branch: str | None) -> Sequence[Customer]:
        """Those of the ids that exist, in the branch where one is given."""
        where = "id = any($1::uuid[]) and ($2::text is null or branch = $2) order by id"
        return await self._reader.aggregates(CUSTOMERS, where, list(ids), branch)

    async def consents_of(
        self, customer_id: UUID, before: UUID | None, limit: int, now: datetime
    ) -> Sequence[tuple[Consent, bool]]:
        """Consents of a customer, newest first, ended ones included, from the one after `before`; and whether each is in
        force."""
        where = "customer_id = $1 and id < $2 order by id desc limit $3"
        found = await self._reader.aggregates(CONSENTS, where, customer_id, before or LAST, limit)
        in_force = {row[0] for row in await self._reader.rows(CONSENTS_IN_FORCE, customer_id, now)}
        return [(consent, consent.id in in_force) for consent in found]

    async def earlier_papers(self, customer_id: UUID, besides: UUID) -> Earlier:
        """What a customer has handed in with other applications."""
        rows = [row for row in await self._reader.rows(EARLIER, [customer_id]) if row[1] != besides]
        return earlier_of(rows).get(customer_id, Earlier([], None))

    async def consent_texts(self, source: Source | None, purpose: Purpose | None) -> Sequence[ConsentText]:
        """Every wording, the latest first."""
        where = (
            "($1::text is null or source = $1) and ($2::text is null or purpose = $2)"
            " order by source, purpose, valid_from desc, id"
        )
        return await self._reader.aggregates(CONSENT_TEXTS, where, source, purpose)

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
        filters = {"branch =": wanted.branch, "product_code =": wanted.product_code,
                   "customer_id =": wanted.customer_id, "id <": before}  # fmt: skip
        given = [(condition, value) for condition, value in filters.items() if value is not None]
        if wanted.contract_status in UNSIGNED:
            fixed.append("open_until is not null")  # so says the row, and the index of those that wait
        where = " and ".join([*fixed, *(f"{condition} ${number}" for number, (condition, _) in enumerate(given, 1))])
        order = f" order by id desc limit ${len(given) + 1}"
        values: list[Any] = [value for _, value in given]
        rows = await self._reader.rows(LINE + (f" where {where}" if where else "") + order, *values, limit)
        return [ApplicationLine(*row) for row in rows]

    async def statuses(self, ids: Sequence[UUID], branch: str | None) -> Sequence[ApplicationLine]:
        """Those of the ids that exist, in the branch where one is given."""
        where = " where id = any($1::uuid[]) and ($2::text is null or branch = $2)"
        return [ApplicationLine(*row) for row in await self._reader.rows(LINE + where, list(ids), branch)]

    async def reviews_of(self, application_id: UUID) -> Sequence[Review]:
        """What a borrower has asked about the decisions of an application, oldest first."""
        return await self._reader.aggregates(REVIEWS, "application_id = $1 order by requested_at, id", application_id)

    async def reveals_of(self, customer_id: UUID, before: UUID | None, limit: int) -> Sequence[Reveal]:
        """Who has looked at protected values of a customer, newest first, from the one after `before`."""
        return [Reveal(*row) for row in await self._reader.rows(REVEALS, customer_id, before or LAST, limit)]

    async def papers(self, application_id: UUID) -> StoredPapers:
        """Disclosure and contract of an offer; raises NotFound `offer-not-found`."""
        rows = await self._reader.rows(PAPERS, application_id)
        if not rows:
            raise NotFound("offer-not-found", f"application {application_id} has no offer")
        disclosure, disclosure_hash, contract, contract_hash = rows[0]
        return StoredPapers(orjson.loads(disclosure), disclosure_hash, orjson.loads(contract), contract_hash)
