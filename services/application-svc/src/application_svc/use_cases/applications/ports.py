"""What use cases and routes of applications need."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple, Protocol
from uuid import UUID

from application_svc.domain.applications.application import Application
from application_svc.domain.applications.exposure import Exposure
from application_svc.domain.applications.offer import ContractStatus
from application_svc.domain.applications.review import Review
from application_svc.domain.applications.status import ApplicationStatus
from application_svc.domain.consents.consent import GivenConsent
from application_svc.domain.contracts.counterparty import Draw
from application_svc.domain.customers.customer import Borrower, CardState
from application_svc.domain.documents.reuse import Earlier


class Asking(NamedTuple):
    """A customer who applies, with the consents that may cover the questions to outside sources, and what he has from
    us already, by application; one of the same batch is added to it."""

    customer: Borrower
    consents: Sequence[GivenConsent]
    exposures: dict[UUID, Exposure]


class Holding(NamedTuple):
    """A customer who is offered a loan or signs for one: the last day of his identity document, what is known of his
    card, its token, what he has from us already, by application, and what he has signed for of late."""

    documents_until: date | None
    card_state: CardState
    card_token: str | None
    exposures: dict[UUID, Exposure]
    draws: Sequence[Draw] = ()


@dataclass(frozen=True, slots=True)
class Borrowers:
    """Customers by id: who asks, who signs, and what those have handed in earlier whose papers may serve again. Who is
    here is locked: whoever commits second sees what the first has left."""

    asking: Mapping[UUID, Asking]
    holding: Mapping[UUID, Holding]
    earlier: Mapping[UUID, Earlier]


@dataclass(frozen=True, slots=True)
class TaskFact:
    """The row of a fact about a task; facts are kept one by one, since across topics they come in any order."""

    task_id: UUID
    sequence: int
    application_id: UUID
    role: str | None
    assignee: str | None
    open: bool


class Applications(Protocol):
    """The applications of a unit of work."""

    async def find(self, id: UUID) -> Application | None:
        """The application, if there is one."""

    async def get(self, id: UUID) -> Application:
        """The application; raises NotFound `application-not-found`."""

    def add(self, aggregate: Application) -> None:
        """Takes in a new application."""


class Reviews(Protocol):
    """The borrowers' requests of a unit of work."""

    async def find(self, id: UUID) -> Review | None:
        """The request, if there is one."""

    async def get(self, id: UUID) -> Review:
        """The request; raises NotFound `review-not-found`."""

    def add(self, aggregate: Review) -> None:
        """Takes in a new request."""


@dataclass(frozen=True, slots=True)
class ApplicationLine:
    """An application in a list: enough for a channel to act on an offer without asking for each application."""

    id: UUID
    application_no: str
    customer_id: UUID
    branch: str
    product_code: str
    amount_minor: int
    term_months: int
    status: str
    contract_status: str | None
    sequence: int
    created_at: datetime
    submitted_at: datetime | None
    loan_id: UUID | None
    disclosure_hash: str | None
    contract_hash: str | None
    forced_read_seconds: int | None
    offer_expires_at: datetime | None
    decided_at: datetime | None
    disbursed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which applications a list shows; `branch` None: of all branches."""

    branch: str | None
    status: ApplicationStatus | None = None
    contract_status: ContractStatus | None = None
    product_code: str | None = None
    customer_id: UUID | None = None
    application_no: str | None = None


class ApplicationQueries(Protocol):
    """Reads of applications."""

    async def application(self, id: UUID) -> Application:
        """The application; raises NotFound `application-not-found`."""

    async def applications(self, wanted: Wanted, before: UUID | None, limit: int) -> Sequence[ApplicationLine]:
        """Applications, newest first, from the one after `before`."""

    async def statuses(self, ids: Sequence[UUID], branch: str | None) -> Sequence[ApplicationLine]:
        """Those of the ids that exist, in the branch where one is given."""

    async def reviews_of(self, application_id: UUID) -> Sequence[Review]:
        """What a borrower has asked about the decisions of an application, oldest first."""
