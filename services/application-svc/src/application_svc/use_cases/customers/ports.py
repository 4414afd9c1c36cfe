"""What use cases and routes of customers need."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol
from uuid import UUID

from application_svc.domain.contracts.counterparty import Payee
from application_svc.domain.customers.customer import Customer, Person, Tokens


class Known(NamedTuple):
    """A registered person, and the keyed hash of the details given then."""

    customer_id: UUID
    details_token: str


class Sealed(NamedTuple):
    """The sealed values of a person by field, and the branch that keeps him."""

    branch: str
    values: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class SealedDetails:
    """The row of a person's sealed values; it takes the place of an earlier one. `name_form` is the written form of the
    name, `details_token` what is compared when he comes again."""

    customer_id: UUID
    name: str | None
    identity_number: str | None
    mobile: str | None
    card_number: str | None
    employer: str | None
    address: str | None
    details_token: str
    sealed_at: datetime
    name_form: int


@dataclass(frozen=True, slots=True)
class IdentityRenewal:
    """A customer has told of another identity document."""

    customer_id: UUID
    renewed_at: datetime


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Who signs in with a number that is nobody's: the id under which he may register, and his number, sealed."""

    id: UUID
    mobile_token: str
    mobile: str
    noted_at: datetime


class Customers(Protocol):
    """The customers of a unit of work."""

    async def get(self, id: UUID) -> Customer:
        """The customer; raises NotFound `customer-not-found`."""

    async def find(self, id: UUID) -> Customer | None:
        """The customer, if there is one of this id."""

    def add(self, aggregate: Customer) -> None:
        """Takes in a new customer."""


class Vault(Protocol):
    """Seals personal data and makes the tokens by which it is compared."""

    def tokens(self, person: Person) -> Tokens:
        """Keyed hashes of identity number, mobile number and card number."""

    def person_token(self, number: str) -> str:
        """The keyed hash of an identity number."""

    def card_token(self, number: str) -> str:
        """The keyed hash of a card."""

    def mobile_token(self, number: str) -> str:
        """The keyed hash of a mobile number."""

    def payee_token(self, payee: Payee) -> str:
        """The keyed hash of a counterparty with its account."""

    def device_token(self, device_id: str) -> str:
        """The keyed hash of a device."""

    def details_token(self, person: Person) -> str:
        """One keyed hash of all details that must agree when a person is registered again."""

    def seal(self, customer_id: UUID, values: Mapping[str, str | None]) -> dict[str, str | None]:
        """Each value encrypted and bound to the customer and its field."""

    def open(self, customer_id: UUID, sealed: Mapping[str, str | None], fields: Sequence[str]) -> dict[str, str | None]:
        """The clear values of some fields."""


class CustomerQueries(Protocol):
    """Reads of customers."""

    async def customer(self, id: UUID) -> Customer:
        """The customer; raises NotFound `customer-not-found`."""

    async def with_mobile(self, mobile_token: str) -> Sequence[UUID]:
        """Who has this number, two at most: more than one cannot be told apart by it."""

    async def newcomer(self, id: UUID) -> Newcomer:
        """Who signed in under this id and has not registered; raises NotFound `newcomer-not-found`."""

    async def newest(
        self, branch: str | None, last_four: str | None, before: UUID | None, limit: int
    ) -> Sequence[Customer]:
        """Customers, newest first, from the one after `before`; those whose number ends so, where it is told."""

    async def customers(self, ids: Sequence[UUID], branch: str | None) -> Sequence[Customer]:
        """Those of the ids that exist, in the branch where one is given."""
