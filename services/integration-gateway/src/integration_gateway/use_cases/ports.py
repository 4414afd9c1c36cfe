"""What the gateway needs of the outside world: one port a capability, each with our types only.

No port raises for a provider that is slow, wrong or gone: the answer says so (domain.md R-7.3).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

from integration_gateway.domain.customers.subject import Consent, SourceRequest, Subject
from integration_gateway.domain.notifications.notice import Delivery, Notice
from integration_gateway.domain.payments.card import CardAnswer, CardQuestion
from integration_gateway.domain.payments.payment import PaymentOrder, PaymentResult
from integration_gateway.domain.sources.answer import Answer, Collection
from loan_contracts.facts import (
    BureauFacts,
    CourtFacts,
    IdentityFacts,
    RegistryFacts,
    SocialInsuranceFacts,
    TaxFacts,
    TelecomFacts,
)
from loan_contracts.message import Message
from loan_contracts.values import IdentityPurpose, Source
from loan_servicekit.core import Cause


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


class Payments(Protocol):
    """The payment channel (domain.md §7.8)."""

    async def settle(self, order: PaymentOrder) -> PaymentResult:
        """Sends the order, or finds out what became of it when it was sent before; UNKNOWN if that stays open.

        May be repeated: an order moves money at most once.
        """

    async def look_up(self, order: PaymentOrder) -> PaymentResult:
        """What became of an order that may have been sent; it is not sent."""


class Cards(Protocol):
    """Whether a card is its customer's (domain.md R-6.2)."""

    async def verify(self, question: CardQuestion) -> CardAnswer:
        """Asks for the four elements."""


class Messages(Protocol):
    """Text messages and push notifications."""

    async def send(self, notices: Sequence[Notice]) -> list[Delivery]:
        """Sends all in one call; one delivery a notice, in the same order. A repeated notice id is not sent twice."""


class OutsideData(Protocol):
    """All sources together."""

    async def collect(self, request: SourceRequest, sources: Iterable[Source], at: datetime) -> Collection:
        """Asks all sources of one application at once and waits for the slowest; never raises for a source."""


@dataclass(frozen=True, slots=True)
class CustomerIdentity:
    """Who a customer is, and what he has consented to."""

    customer_id: UUID
    subject: Subject
    consents: Mapping[Source, Consent]


class Customers(Protocol):
    """The owner of customers' identities."""

    async def identities(self, ids: Sequence[UUID], purpose: IdentityPurpose) -> dict[UUID, CustomerIdentity]:
        """The identities of the known ones among `ids`, with consents for LOAN_APPROVAL alone. Raises Unavailable."""


@dataclass(frozen=True, slots=True)
class Due:
    """A piece of outside work that waits: `body` is what was asked for, `tries` how often it was attempted, or may
    have been by a process that is gone: at 0 nobody has asked the outside world for it."""

    id: UUID
    body: dict[str, Any]
    tries: int
    traceparent: str | None
    correlation_id: str
    causation_id: str | None
    requested_at: datetime


class Desk(Protocol):
    """Outside work that waits, of one kind. What is claimed is not given to another process for a while."""

    async def claim(self, limit: int) -> Sequence[Due]:
        """Takes work that is due."""

    async def free(self, held: Sequence[UUID] = ()) -> None:
        """Gives back what was claimed and nobody holds."""

    async def reports(self, collections: Sequence[UUID]) -> dict[UUID, Answer[Any]]:
        """The credit reports of earlier collections, as answers that may stand for new ones, by collection."""

    async def postpone(self, ids: Sequence[UUID], delay_s: float, attempted: bool = True) -> None:
        """Gives work back, to be tried again later; what nobody outside was asked about does not count as a try."""


class Rows(Protocol):
    """An append-only table."""

    def append(self, *values: Any) -> None:
        """Adds a row."""


class UnitOfWork(Protocol):
    """One transaction. `batch["open"]` holds the ids of the outside work that this batch is the first to finish, and
    `batch["intake"]` (an Intake) what is taken in; `cause` is that of the message at hand."""

    desk: Rows
    collections: Rows
    batch: dict[str, Any]
    cause: Cause | None

    def emit(self, message: Message) -> None:
        """Sends a message."""


@dataclass(frozen=True, slots=True)
class CollectionRecord:
    """What was collected for an application."""

    request_id: UUID
    application_id: UUID
    collected_at: datetime
    facts: dict[str, Any]
    answers: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class PaymentRecord:
    """A payment as the gateway knows it."""

    payment_id: UUID
    state: str
    tries: int
    body: dict[str, Any]
    result: dict[str, Any] | None
    requested_at: datetime
    finished_at: datetime | None


class Queries(Protocol):
    """Reads for the API."""

    async def collections(self, application_id: UUID) -> Sequence[CollectionRecord]:
        """Everything collected for an application, newest first."""

    async def payment(self, payment_id: UUID) -> PaymentRecord | None:
        """One payment."""

    async def payments(self, state: str | None, after: UUID | None, limit: int) -> Sequence[PaymentRecord]:
        """Payments by id."""

    async def waiting(self) -> dict[str, int]:
        """How much outside work waits, by kind."""
