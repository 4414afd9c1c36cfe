"""What is kept of partners, and who takes their applications in."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from integration_gateway.domain.partners.partner import Partner
from integration_gateway.domain.partners.partner_application import PartnerApplication
from integration_gateway.use_cases.customers.keep_relation import UnitOfWork as RelationUnitOfWork
from integration_gateway.use_cases.partners.records import (
    Admission,
    DeliveryRecord,
    DeliveryRow,
    EndpointRecord,
    EndpointRow,
    EventRow,
    Submission,
)
from loan_contracts.message import JsonObject, Message


class Partners(Protocol):
    """The partners of a unit of work."""

    async def get(self, id: UUID) -> Partner:
        """The partner; raises NotFound `partner-not-found`."""

    def add(self, aggregate: Partner) -> None:
        """Takes in a new one."""


class PartnerApplications(Protocol):
    """Applications that partners have brought, of a unit of work."""

    async def find(self, id: UUID) -> PartnerApplication | None:
        """The application, if a partner has brought it."""

    async def get(self, id: UUID) -> PartnerApplication:
        """The application; raises NotFound `application-not-found`."""

    def add(self, aggregate: PartnerApplication) -> None:
        """Takes in a new one."""


class EventRows(Protocol):
    """Events."""

    def append(self, row: EventRow) -> None:
        """Keeps one more."""


class DeliveryRows(Protocol):
    """Deliveries."""

    def append(self, row: DeliveryRow) -> None:
        """Keeps one more."""


class EndpointRows(Protocol):
    """Endpoints."""

    def append(self, row: EndpointRow) -> None:
        """The endpoint of a partner from now on."""


class UnitOfWork(RelationUnitOfWork, Protocol):
    """One transaction."""

    partners: Partners
    partner_applications: PartnerApplications
    partner_events: EventRows
    webhook_deliveries: DeliveryRows
    webhook_endpoints: EndpointRows

    def emit(self, message: Message) -> None:
        """Sends a message."""


class PartnerQueries(Protocol):
    """Reads for the API. Raises Unavailable."""

    async def partners(self, after: UUID | None, limit: int) -> Sequence[Partner]:
        """Partners by id."""

    async def partner(self, id: UUID) -> Partner | None:
        """One partner."""

    async def with_key(self, key_id: str) -> Partner | None:
        """The partner whom a key was issued to."""

    async def admit(self, partner: Partner, key_id: str, nonce: str, most: int) -> Admission:
        """Keeps the nonce of a request, unless it is one too many."""

    async def brought(self, partner_id: UUID, day: datetime) -> int:
        """How many applications a partner has brought since then."""

    async def application(self, id: UUID, partner_id: UUID) -> PartnerApplication | None:
        """One of the partner's own applications."""

    async def events(self, application_id: UUID) -> Sequence[EventRow]:
        """What a partner was told of an application, in order."""

    async def endpoint(self, partner_id: UUID) -> EndpointRecord | None:
        """A partner's endpoint."""

    async def deliveries(
        self, partner_id: UUID, state: str | None, before: UUID | None, limit: int
    ) -> Sequence[DeliveryRecord]:
        """A partner's deliveries, newest first."""


class ApplicationOffice(Protocol):
    """application-svc and the loan books, for partners. Raises Unavailable, or the refusal in their own words."""

    async def submit(self, submission: Submission) -> str:
        """The number under which the application was taken in; the same again for the same application."""

    async def withdraw(self, application_id: UUID, partner_id: UUID, body: JsonObject, key: str) -> None:
        """The applicant steps back."""

    async def known(self, partner_id: UUID, body: JsonObject) -> bool:
        """Whether a person is a customer already."""

    async def attach(self, application_id: UUID, partner_id: UUID, body: JsonObject, key: str) -> JsonObject:
        """One more paper; what is known of it."""

    async def supplemented(self, application_id: UUID, partner_id: UUID, key: str) -> None:
        """The papers that were asked for are there."""

    async def plan(self, loan_id: UUID) -> Sequence[JsonObject]:
        """The instalments of a loan, as its books have them now."""


class Secrets(Protocol):
    """Secrets that partners share with us, sealed."""

    def seal(self, owner: str, secret: bytes) -> str:
        """The secret of a key or of a partner's endpoint, bound to it."""

    def open(self, owner: str, sealed: str) -> bytes:
        """The secret; raises ValueError where it is another's."""


class WebhookAddresses(Protocol):
    """Which endpoints are told."""

    def check(self, url: str) -> None:
        """Raises Invalid `endpoint-not-allowed`."""
