"""What collections need of the outside: one port a source, each with our types only; and what is kept of them.

No port raises for a provider that is slow, wrong or gone: the answer says so (domain.md R-7.3).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from integration_gateway.domain.sources.answer import Answer, Collection, KeptAnswer, Likeness
from integration_gateway.domain.sources.request import SourceRequest
from integration_gateway.use_cases.sources.keeping import QuarantinedAnswers
from loan_contracts.facts import (
    BureauFacts,
    CollectedFacts,
    CourtFacts,
    IdentityFacts,
    RegistryFacts,
    SocialInsuranceFacts,
    TaxFacts,
    TelecomFacts,
)
from loan_contracts.message import Message
from loan_contracts.values import Source


class IdentityCheck(Protocol):
    """Do name and identity number belong together? (domain.md §7.2)"""

    async def check_identity(self, request: SourceRequest, at: datetime) -> Answer[IdentityFacts]: ...


class Telecom(Protocol):
    """Is the mobile number the subject's, and how stable is it? (domain.md §7.3)"""

    async def check_mobile(self, request: SourceRequest, at: datetime) -> Answer[TelecomFacts]: ...


class CreditBureau(Protocol):
    """What do other lenders report? (domain.md §7.1)"""

    async def credit_report(self, request: SourceRequest, at: datetime) -> Answer[BureauFacts]: ...


class SocialInsurance(Protocol):
    """What income do social insurance and housing fund show? (domain.md §7.4)"""

    async def contributions(self, request: SourceRequest, at: datetime) -> Answer[SocialInsuranceFacts]: ...


class Tax(Protocol):
    """How does the subject's business stand with the tax office? (domain.md §7.5)"""

    async def tax_standing(self, request: SourceRequest, at: datetime) -> Answer[TaxFacts]: ...


class Courts(Protocol):
    """On which of the courts' lists is the subject? (domain.md §7.6)"""

    async def court_records(self, request: SourceRequest, at: datetime) -> Answer[CourtFacts]: ...


class BusinessRegistry(Protocol):
    """What does the registry say about the subject's business? (domain.md §7.7)"""

    async def registration(self, request: SourceRequest, at: datetime) -> Answer[RegistryFacts]: ...


class FaceCheck(Protocol):
    """Is the photo that came with the application the subject's? (domain.md §7.2)"""

    async def compare_face(self, request: SourceRequest, at: datetime) -> Answer[Likeness]: ...


class OutsideData(Protocol):
    """All sources together."""

    async def collect(self, request: SourceRequest, sources: Iterable[Source], at: datetime) -> Collection:
        """Asks all sources of one application at once and waits for the slowest; never raises for a source."""


@dataclass(frozen=True, slots=True)
class Found:
    """What came of a collection: facts for the other services, and what is kept of the answers. `subject` is the keyed
    hash of who was asked about; rows of before have none."""

    facts: CollectedFacts
    answers: Sequence[KeptAnswer]
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class CollectionRow:
    """A collection as it is kept."""

    request_id: UUID
    application_id: UUID
    customer_id: UUID
    purpose_code: str
    collected_at: datetime
    found: Found
    raw: str
    report_at: datetime | None


class CollectionRows(Protocol):
    """The collections."""

    def append(self, row: CollectionRow) -> None:
        """Keeps one more."""


class UnitOfWork(Protocol):
    """One transaction."""

    collections: CollectionRows
    quarantined_answers: QuarantinedAnswers

    def emit(self, message: Message) -> None:
        """Sends a message."""


@dataclass(frozen=True, slots=True)
class CollectionRecord:
    """What was collected for an application."""

    request_id: UUID
    application_id: UUID
    collected_at: datetime
    facts: CollectedFacts
    answers: Sequence[KeptAnswer]
    purpose_code: str = ""


class CollectionQueries(Protocol):
    """Reads for the API."""

    async def of_customer(
        self, customer_id: UUID, before: tuple[datetime, UUID] | None, limit: int
    ) -> Sequence[CollectionRecord]:
        """What was collected about a customer, newest first."""

    async def collections(self, application_id: UUID) -> Sequence[CollectionRecord]:
        """Everything collected for an application, newest first."""
