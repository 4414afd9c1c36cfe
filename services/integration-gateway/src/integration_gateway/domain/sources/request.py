"""What sources are asked: of one application, under one request id."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from integration_gateway.domain.customers.subject import Consent, Subject
from integration_gateway.domain.desk.work import Kind
from loan_contracts.values import Source

ABOUT_A_BUSINESS = frozenset({Source.TAX, Source.REGISTRY})
"""A product that asks one of these is for the applicant's business."""


@dataclass(frozen=True, slots=True)
class Collect:
    """Asks the sources of an application. `earlier` are collections of before whose answers may serve again (domain.md
    R-7.2), the newest first; `report_of` the one that was named until 0.2.0."""

    KIND: ClassVar[Kind] = Kind.COLLECT

    application_id: UUID
    case_id: UUID
    customer_id: UUID
    sources: tuple[Source, ...]
    purpose_code: str
    report_of: UUID | None = None
    earlier: tuple[UUID, ...] | None = None
    product_code: str | None = None

    @property
    def about_a_business(self) -> bool:
        """Whether the applicant's business is asked about."""
        return not ABOUT_A_BUSINESS.isdisjoint(self.sources)


@dataclass(frozen=True, slots=True)
class SourceRequest:
    """One collection of outside data. The request id makes every question in it idempotent (domain.md R-7.2)."""

    request_id: UUID
    biz_no: str
    subject: Subject
    consents: Mapping[Source, Consent]
    purpose_code: str = "02"  # loan approval (domain.md §7.1)
    product_code: str | None = None

    def consent_for(self, source: Source, at: datetime) -> Consent | None:
        """The active consent for a source, None where there is none."""
        consent = self.consents.get(source)
        if consent is None or not consent.covers(source, self.purpose_code, at):
            return None
        return consent
