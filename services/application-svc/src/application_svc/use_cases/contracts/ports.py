"""What use cases and routes of offers and contracts need."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple, Protocol
from uuid import UUID


@dataclass(frozen=True, slots=True)
class OfferPapers:
    """The row of an offer's papers, in their canonical form; it never changes."""

    application_id: UUID
    contract_no: str
    disclosure: str
    disclosure_hash: str
    contract: str
    contract_hash: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class DisclosureDelivery:
    """The row of a disclosure that was given out to a client for the first time."""

    application_id: UUID
    disclosure_hash: str
    delivered_to: str
    delivered_at: datetime


class GivenOut(NamedTuple):
    """What is known of disclosures that were given out: texts by application, since when by application, hash and
    client, and what the database's clock says. Processes have clocks of their own; a time between two acts, which two
    of them may serve, is measured by the one that they share."""

    texts: Mapping[UUID, str]
    at: dict[tuple[UUID, str, str], datetime]
    clock: datetime


class StoredPapers(NamedTuple):
    """Disclosure and contract as they were drawn up, in their canonical form."""

    disclosure: Mapping[str, Any]
    disclosure_hash: str
    contract: Mapping[str, Any]
    contract_hash: str


class ContractQueries(Protocol):
    """Reads of offers and contracts."""

    async def papers(self, application_id: UUID) -> StoredPapers:
        """Disclosure and contract of an offer; raises NotFound `offer-not-found`."""

    async def offers_run_out(self, at: datetime, limit: int) -> Sequence[UUID]:
        """Applications whose offer nobody has signed in time, the longest over first."""


@dataclass(frozen=True, slots=True)
class SealedPayee:
    """The row of a counterparty's sealed name and account; it takes the place of an earlier one of the application."""

    application_id: UUID
    customer_id: UUID
    token: str
    name: str
    account: str
    registration: str | None
    named_at: datetime
