"""What use cases and routes of consents need."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol
from uuid import UUID

from application_svc.domain.consents.consent import Consent, Purpose
from application_svc.domain.consents.consent_text import ConsentText, TextLine
from loan_contracts.values import Source


class KeptScan(NamedTuple):
    """What is known of the scan of a consent."""

    sha256: str
    media_type: str


@dataclass(frozen=True, slots=True)
class ConsentScan:
    """The row of a scan; its content lies in the document store."""

    id: UUID
    customer_id: UUID
    media_type: str
    size_bytes: int
    sha256: str
    uploaded_by: str
    uploaded_at: datetime


Scans = Mapping[tuple[UUID, UUID], KeptScan]
"""Scans by customer and id."""


@dataclass(frozen=True, slots=True)
class ConsentBasis:
    """What consents are drawn up from: the approved wordings, and the scans of the customers."""

    texts: Sequence[TextLine]
    scans: Scans


TextVersions = set[tuple[Source, Purpose, str]]
"""The versions that have been proposed; one that is proposed in this batch is added."""


class Consents(Protocol):
    """The consents of a unit of work."""

    async def get(self, id: UUID) -> Consent:
        """The consent; raises NotFound `consent-not-found`."""


class ConsentTexts(Protocol):
    """The wordings of a unit of work."""

    async def get(self, id: UUID) -> ConsentText:
        """The wording; raises NotFound `consent-text-not-found`."""

    def add(self, aggregate: ConsentText) -> None:
        """Takes in a new wording."""


class ConsentQueries(Protocol):
    """Reads of consents."""

    async def consents_of(
        self, customer_id: UUID, before: UUID | None, limit: int, now: datetime
    ) -> Sequence[tuple[Consent, bool]]:
        """Consents of a customer, newest first, ended ones included, from the one after `before`; and whether each is
        in force."""

    async def consent_texts(self, source: Source | None, purpose: Purpose | None) -> Sequence[ConsentText]:
        """Every wording, the latest first."""
