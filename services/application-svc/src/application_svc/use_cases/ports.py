"""What the use cases and the routes need: the unit of work, reads, products, the vault, the document store."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from application_svc.domain.applications.application import Application
from application_svc.domain.applications.exposure import Exposure
from application_svc.domain.applications.offer import ContractStatus
from application_svc.domain.applications.review import Review
from application_svc.domain.applications.status import ApplicationStatus
from application_svc.domain.bounds import Bounds
from application_svc.domain.consents.consent import Consent, GivenConsent, Purpose
from application_svc.domain.consents.consent_text import ConsentText
from application_svc.domain.customers.attempts import Attempts
from application_svc.domain.customers.customer import Borrower, CardState, Customer, Person, Tokens
from application_svc.domain.documents.reuse import Earlier
from application_svc.domain.products.product import Product
from application_svc.domain.products.product_proposal import ProductProposal, ProposalStatus
from loan_contracts.message import Message
from loan_contracts.values import Source

Preload = Callable[[Any, Sequence[Any]], Awaitable[None]]


class Known(NamedTuple):
    """A registered person, and the keyed hash of the details given then."""

    customer_id: UUID
    details_token: str


class Asking(NamedTuple):
    """A customer who applies, with the consents that may cover the questions to outside sources, and what he has from
    us already, by application; one of the same batch is added to it."""

    customer: Borrower
    consents: Sequence[GivenConsent]
    exposures: dict[UUID, Exposure]


class Holding(NamedTuple):
    """A customer who is offered a loan or signs for one: the last day of his identity document, what is known of his
    card, its token, and what he has from us already, by application."""

    documents_until: date | None
    card_state: CardState
    card_token: str | None
    exposures: dict[UUID, Exposure]


class Sealed(NamedTuple):
    """The sealed values of a person, and the branch that keeps him."""

    branch: str
    values: Mapping[str, str | None]


class Scope(NamedTuple):
    """What a purpose needs of a person: these values, and whether the consents and the code of his business too. Who is to
    be paid is told a card that money may go to, or none."""

    fields: tuple[str, ...]
    consents: bool
    payable_card: bool = False


class Identity(NamedTuple):
    """What the owner's API tells about a person: sealed values, consents in force, the code of the person's business.

    The consents are a JSON list as the database has written it: hundreds go out in one answer, untouched.
    """

    customer_id: UUID
    sealed: Mapping[str, str | None]
    consents: str
    organisation_code: str | None


class GivenOut(NamedTuple):
    """What is known of disclosures that were given out: texts by application, since when by application, hash and
    client, and what the database's clock says. Processes have clocks of their own; a time between two acts, which two of
    them may serve, is measured by the one that they share."""

    texts: dict[UUID, str]
    at: dict[tuple[UUID, str, str], datetime]
    clock: datetime


class Customers(Protocol):
    """The customers of this unit of work."""

    async def preload(self, ids: Sequence[UUID]) -> None:
        """Loads many at once."""

    async def get(self, id: UUID) -> Customer:
        """The customer; raises NotFound `customer-not-found`."""

    def add(self, aggregate: Customer) -> None:
        """Takes in a new customer."""


class Consents(Protocol):
    """The consents of this unit of work."""

    async def get(self, id: UUID) -> Consent:
        """The consent; raises NotFound `consent-not-found`."""


class Applications(Protocol):
    """The applications of this unit of work."""

    async def preload(self, ids: Sequence[UUID]) -> None:
        """Loads many at once."""

    async def get(self, id: UUID) -> Application:
        """The application; raises NotFound `application-not-found`."""

    def add(self, aggregate: Application) -> None:
        """Takes in a new application."""


class KeptScan(NamedTuple):
    """What is known of the scan of a consent."""

    sha256: str
    media_type: str


class ConsentTexts(Protocol):
    """The wordings of this unit of work."""

    async def get(self, id: UUID) -> ConsentText:
        """The wording; raises NotFound `consent-text-not-found`."""

    def add(self, aggregate: ConsentText) -> None:
        """Takes in a new wording."""


class ProductProposals(Protocol):
    """The proposed product versions of this unit of work."""

    async def get(self, id: UUID) -> ProductProposal:
        """The proposal; raises NotFound `product-proposal-not-found`."""

    def add(self, aggregate: ProductProposal) -> None:
        """Takes in a new proposal."""


class Reviews(Protocol):
    """The borrowers' requests of this unit of work."""

    async def find(self, id: UUID) -> Review | None:
        """The request, if there is one."""

    async def get(self, id: UUID) -> Review:
        """The request; raises NotFound `review-not-found`."""

    def add(self, aggregate: Review) -> None:
        """Takes in a new request."""


class Appended(Protocol):
    """Rows that are written as a whole: those of `sealed_details` take the place of an earlier one, others stay."""

    def append(self, *values: Any) -> None:
        """One row, values in the order of the table's columns."""


class UnitOfWork(Protocol):
    """One transaction. `batch` holds what a preload has found: `known` persons by token, customers who are `asking` by
    id, `holding` by customer, `sealed` details by customer, `identities` by scope and customer, `versions` by product.
    For a look at protected values `tasks`, `cases` and the customers `seen`
    within the hour. Who is `asking` or `holding` is locked: whoever commits second sees what the first has left.
    What of disclosures was `given_out`, the approved `texts` of consents, `scans` of consents by customer and id, papers handed in `earlier`,
    `text_versions` that have been proposed."""

    customers: Customers
    consents: Consents
    applications: Applications
    reviews: Reviews
    product_proposals: ProductProposals
    consent_texts: ConsentTexts
    sealed_details: Appended
    granted_consents: Appended
    identity_reads: Appended
    consent_scans: Appended
    identity_renewals: Appended
    task_facts: Appended
    papers: Appended
    disclosure_deliveries: Appended
    product_versions: Appended
    batch: dict[str, Any]

    def emit(self, message: Message) -> None:
        """Sends a message that belongs to no aggregate."""


class Vault(Protocol):
    """Seals personal data and makes the tokens by which it is compared."""

    def tokens(self, person: Person) -> Tokens:
        """Keyed hashes of identity number, mobile number and card number."""

    def card_token(self, number: str) -> str:
        """The keyed hash of a card."""

    def device_token(self, device_id: str) -> str:
        """The keyed hash of a device."""

    def details_token(self, person: Person) -> str:
        """One keyed hash of all details that must agree when a person is registered again."""

    def seal(self, customer_id: UUID, values: Mapping[str, str | None]) -> dict[str, str | None]:
        """Each value encrypted and bound to the customer and its field."""

    def open(self, customer_id: UUID, sealed: Mapping[str, str | None], fields: Sequence[str]) -> dict[str, str | None]:
        """The clear values of some fields."""


class Products(Protocol):
    """All versions of all products, in memory."""

    def in_force(self, code: str, day: date) -> Product:
        """The version on sale; raises NotFound `product-unknown`, Conflict `product-not-on-sale`."""

    def version(self, code: str, number: int) -> Product:
        """One version; raises NotFound `product-unknown`."""

    def versions(self, code: str) -> Sequence[Product]:
        """Every version of a product, oldest first; empty for an unknown one."""

    def on_sale(self, day: date) -> Sequence[Product]:
        """What is on sale that day, by code."""

    async def refresh(self) -> None:
        """Reads the table again."""


class BoundsInForce(Protocol):
    """The numbers of the law and of the institution, by day, in memory."""

    def on(self, day: date) -> Bounds:
        """Those that hold on a day; raises KeyError where one is missing."""

    def lawful(self, product: Product, day: date) -> Product:
        """The product as far as the law of a day allows it; raises Conflict `product-unlawful`."""


class DocumentStore(Protocol):
    """Where the contents of documents lie."""

    async def put(self, key: str, content: bytes) -> None:
        """Stores the content; raises Unavailable `document-store-unavailable`."""

    async def get(self, key: str) -> bytes:
        """The content; raises NotFound `document-content-not-found`, Unavailable `document-store-unavailable`."""


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


class Reveal(NamedTuple):
    """A person's look at protected values of a customer: its id, values, why, for what, who and when."""

    id: UUID
    fields: str
    purpose: str
    task_id: UUID | None
    application_id: UUID
    read_by: str
    read_at: datetime


class StoredPapers(NamedTuple):
    """Disclosure and contract as they were drawn up, in their canonical form."""

    disclosure: Mapping[str, Any]
    disclosure_hash: str
    contract: Mapping[str, Any]
    contract_hash: str


class VersionLine(NamedTuple):
    """A version of a product with who brought it on sale: two persons, or the installation (`seed`)."""

    product: Product
    added_by: str
    added_at: datetime


class Queries(Protocol):
    """Reads for the API."""

    async def product_proposal(self, id: UUID) -> ProductProposal:
        """The proposal; raises NotFound `product-proposal-not-found`."""

    async def product_proposals(
        self, status: ProposalStatus | None, code: str | None, before: UUID | None, limit: int
    ) -> Sequence[ProductProposal]:
        """Proposals, newest first, from the one after `before`."""

    async def product_versions(self, code: str) -> Sequence[VersionLine]:
        """Every version of a product, oldest first."""

    async def customer(self, id: UUID) -> Customer:
        """The customer; raises NotFound `customer-not-found`."""

    async def customers(self, ids: Sequence[UUID], branch: str | None) -> Sequence[Customer]:
        """Those of the ids that exist, in the branch where one is given."""

    async def consents_of(
        self, customer_id: UUID, before: UUID | None, limit: int, now: datetime
    ) -> Sequence[tuple[Consent, bool]]:
        """Consents of a customer, newest first, ended ones included, from the one after `before`; and whether each is in
        force."""

    async def earlier_papers(self, customer_id: UUID, besides: UUID) -> Earlier:
        """What a customer has handed in with other applications."""

    async def consent_texts(self, source: Source | None, purpose: Purpose | None) -> Sequence[ConsentText]:
        """Every wording, the latest first."""

    async def application(self, id: UUID) -> Application:
        """The application; raises NotFound `application-not-found`."""

    async def applications(self, wanted: Wanted, before: UUID | None, limit: int) -> Sequence[ApplicationLine]:
        """Applications, newest first, from the one after `before`."""

    async def statuses(self, ids: Sequence[UUID], branch: str | None) -> Sequence[ApplicationLine]:
        """Those of the ids that exist, in the branch where one is given."""

    async def reviews_of(self, application_id: UUID) -> Sequence[Review]:
        """What a borrower has asked about the decisions of an application, oldest first."""

    async def reveals_of(self, customer_id: UUID, before: UUID | None, limit: int) -> Sequence[Reveal]:
        """Who has looked at protected values of a customer, newest first, from the one after `before`."""

    async def papers(self, application_id: UUID) -> StoredPapers:
        """Disclosure and contract of an offer; raises NotFound `offer-not-found`."""


class Preloads(Protocol):
    """What the routes' use cases want loaded for a batch, each in at most one statement a table."""

    async def known_persons(self, uow: Any, commands: Sequence[Any]) -> None:
        """`known` by the `tokens` of the commands."""

    async def borrowers(self, uow: Any, commands: Sequence[Any]) -> None:
        """`asking` by the `customer_id` of the commands; of those that name an application that application and who is
        `asking`, or `holding` where it is signed."""

    async def applications(self, uow: Any, commands: Sequence[Any]) -> None:
        """Applications by the `application_id` of the commands."""

    async def disclosures(self, uow: Any, commands: Sequence[Any]) -> None:
        """Applications by the `application_id` of the commands, and what of their disclosures was `given_out`, with the
        texts."""

    async def readings(self, uow: Any, commands: Sequence[Any]) -> None:
        """As `disclosures`, without the texts."""

    async def sealed(self, uow: Any, commands: Sequence[Any]) -> None:
        """`sealed` by the `customer_id` of the commands."""

    async def looks(self, uow: Any, commands: Sequence[Any]) -> None:
        """What a look at protected values needs: `sealed`, `tasks` and `cases` by id, customers `seen` by caller."""

    async def sealed_customers(self, uow: Any, commands: Sequence[Any]) -> None:
        """Customers and `sealed` by the `customer_id` of the commands."""

    async def identities(self, uow: Any, commands: Sequence[Any]) -> None:
        """`identities` by the `ids` of the commands, as far as their `scope` goes."""

    async def consents(self, uow: Any, commands: Sequence[Any]) -> None:
        """Consents by the `consent_id` of the commands."""

    async def customers(self, uow: Any, commands: Sequence[Any]) -> None:
        """Customers by the `customer_id` of the commands."""

    async def versions(self, uow: Any, commands: Sequence[Any]) -> None:
        """`versions` by the codes of the commands' `product`, oldest first."""

    async def granting(self, uow: Any, commands: Sequence[Any]) -> None:
        """Customers by the `customer_id` of the commands, `texts`, and their customers' `scans`."""

    async def scans(self, uow: Any, commands: Sequence[Any]) -> None:
        """Customers by the `customer_id` of the commands, and their `scans`."""

    async def texts(self, uow: Any, commands: Sequence[Any]) -> None:
        """`text_versions`, and wordings by the `text_id` of the commands that have one."""

    async def proposals(self, uow: Any, commands: Sequence[Any]) -> None:
        """Product proposals by the `proposal_id` of the commands, and `versions` of their products."""


@dataclass(frozen=True, slots=True)
class Ports:
    """Everything that wiring hands to the routes beside the unit of work."""

    queries: Queries
    preloads: Preloads
    products: Products
    bounds: BoundsInForce
    vault: Vault
    documents: DocumentStore
    synthetic_allowed: bool
    online_branch: str
    attempts: Attempts = field(default_factory=Attempts)
