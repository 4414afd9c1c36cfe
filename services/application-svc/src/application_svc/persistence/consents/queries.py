"""Reads of consents."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from application_svc.domain.consents.consent import Consent, Purpose
from application_svc.domain.consents.consent_text import ConsentText
from application_svc.persistence.consents.in_force import IN_FORCE
from application_svc.persistence.consents.tables import CONSENT_TEXTS, CONSENTS
from application_svc.persistence.pages import LAST
from loan_contracts.values import Source
from loan_servicekit.db.queries import Reader

CONSENTS_IN_FORCE = f"select k.id from consents k where k.customer_id = $1 and {IN_FORCE}"


class SqlConsentQueries:
    """Implements `use_cases.consents.ports.ConsentQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def consents_of(
        self, customer_id: UUID, before: UUID | None, limit: int, now: datetime
    ) -> Sequence[tuple[Consent, bool]]:
        """Consents of a customer, newest first, ended ones included, from the one after `before`; and whether each is
        in force."""
        where = "customer_id = $1 and id < $2 order by id desc limit $3"
        found = await self._reader.aggregates(CONSENTS, where, customer_id, before or LAST, limit)
        in_force = {row[0] for row in await self._reader.rows(CONSENTS_IN_FORCE, customer_id, now)}
        return [(consent, consent.id in in_force) for consent in found]

    async def consent_texts(self, source: Source | None, purpose: Purpose | None) -> Sequence[ConsentText]:
        """Every wording, the latest first."""
        where = (
            "($1::text is null or source = $1) and ($2::text is null or purpose = $2)"
            " order by source, purpose, valid_from desc, id"
        )
        return await self._reader.aggregates(CONSENT_TEXTS, where, source, purpose)
