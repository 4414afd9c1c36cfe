"""What use cases and routes of looks at protected values need."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol
from uuid import UUID

from application_svc.domain.reveals.reveal import KnownTask, StatedCase
from application_svc.use_cases.customers.ports import Sealed


class Scope(NamedTuple):
    """What a purpose needs of a person: these values, and whether the consents and the code of his business too. Who is
    to be paid is told a card that money may go to, or none, and the counterparties that are paid in his stead. With
    `newcomers` those count who have signed in and not registered yet."""

    fields: tuple[str, ...]
    consents: bool
    payable_card: bool = False
    newcomers: bool = False


class Identity(NamedTuple):
    """What the owner's API tells about a person: sealed values, consents in force, the code of the person's business.

    `payees` are sealed, too, each with its application and token. The consents are a JSON list as the database has
    written it: hundreds go out in one answer, untouched.
    """

    customer_id: UUID
    sealed: Mapping[str, str | None]
    consents: str
    organisation_code: str | None
    payees: Sequence[Mapping[str, str | None]] = ()


Identities = Mapping[Scope, Mapping[UUID, Identity]]
"""Identities by scope and customer."""


@dataclass(frozen=True, slots=True)
class IdentityRead:
    """The row of a read: of a service (`call_id` for all customers of one call), or of a person, with his case."""

    call_id: UUID
    customer_id: UUID
    purpose: str
    fields: str
    task_id: UUID | None
    read_by: str
    read_at: datetime
    application_id: UUID | None


@dataclass(frozen=True, slots=True)
class Looks:
    """What a look needs: sealed values by customer, tasks and cases by id, and the customers that each caller has seen
    within the hour; one of the same batch is added."""

    sealed: Mapping[UUID, Sealed]
    tasks: Mapping[UUID, KnownTask]
    cases: Mapping[UUID, StatedCase]
    seen: dict[str, frozenset[UUID]]


class Reveal(NamedTuple):
    """A person's look at protected values of a customer: its id, values, why, for what, who and when."""

    id: UUID
    fields: str
    purpose: str
    task_id: UUID | None
    application_id: UUID
    read_by: str
    read_at: datetime


class RevealQueries(Protocol):
    """Reads of looks."""

    async def reveals_of(self, customer_id: UUID, before: UUID | None, limit: int) -> Sequence[Reveal]:
        """Who has looked at protected values of a customer, newest first, from the one after `before`."""
