"""A partner platform: its terms, proposed by one person and approved by another, and the keys that it signs with."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from ipaddress import ip_address, ip_network
from uuid import UUID

from loan_contracts.texts import in_pieces
from loan_servicekit.core import Aggregate, Conflict, Forbidden

MOST_KEYS = 5  # that are valid at a time


class PartnerStatus(StrEnum):
    """PROPOSED until terms of it were approved once; a SUSPENDED one is let in again by another approval."""

    PROPOSED = "PROPOSED"
    ACTIVE = "ACTIVE"
    SUSPENDED = "SUSPENDED"


@dataclass(frozen=True, slots=True)
class FeeTerms:
    """What the partner gets: a share of the principal that is paid out, and an amount a loan."""

    rate: Decimal = Decimal(0)
    per_loan_minor: int = 0


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to reach about what, at the partner's: a desk and its business address, no private person's."""

    role: str
    address: str


@dataclass(frozen=True, slots=True)
class Terms:
    """What is agreed with a partner. `networks`: where its requests come from (CIDR)."""

    name: str
    products: tuple[str, ...]
    networks: tuple[str, ...]
    applications_per_day: int
    requests_per_minute: int
    fees: FeeTerms = FeeTerms()
    contacts: tuple[Contact, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """Terms that wait for a second person."""

    terms: Terms
    proposed_by: str
    proposed_at: datetime


@dataclass(frozen=True, slots=True)
class PartnerKey:
    """A secret that the partner shares with us, sealed. One that is replaced stays valid for the overlap."""

    key_id: str
    sealed: str = field(repr=False)
    issued_by: str
    issued_at: datetime
    expires_at: datetime | None = None

    def valid(self, now: datetime) -> bool:
        """Whether requests may be signed with it now."""
        return self.expires_at is None or now < self.expires_at


@dataclass(eq=False)
class Partner(Aggregate):
    """A partner platform."""

    AUDITED_AS = "partner"

    id: UUID
    status: PartnerStatus
    terms: Terms | None = None
    proposal: Proposal | None = None
    approved_by: str | None = None
    approved_at: datetime | None = None
    keys: tuple[PartnerKey, ...] = ()

    @classmethod
    def proposed(cls, id: UUID, terms: Terms, by: str, now: datetime) -> "Partner":
        """A new one, with terms that nobody has approved yet."""
        found = cls(id, PartnerStatus.PROPOSED)
        found.propose(terms, by, now)
        return found

    @property
    def subject(self) -> str:
        """What records call it."""
        return f"partner/{self.id}"

    def propose(self, terms: Terms, by: str, now: datetime) -> None:
        """Other terms, or the same again for one that was suspended; they take the place of what waits."""
        self.proposal = Proposal(terms, by, now)
        self.audit("propose_partner", {"products": ",".join(terms.products)})

    def approve(self, by: str, now: datetime) -> None:
        """The proposed terms hold from now on. Raises Conflict `partner-proposal-missing`, Forbidden
        `maker-not-checker`."""
        proposal = self._proposal(by)
        self.terms, self.proposal, self.status = proposal.terms, None, PartnerStatus.ACTIVE
        self.approved_by, self.approved_at = by, now
        self.audit("approve_partner", {"proposed_by": proposal.proposed_by})

    def reject(self, by: str) -> None:
        """The proposed terms do not come to hold; raises what `approve` raises."""
        proposal = self._proposal(by)
        self.proposal = None
        self.audit("reject_partner", {"proposed_by": proposal.proposed_by})

    def suspend(self) -> None:
        """Lets it in no more, at once: one person is enough to close a door. Raises Conflict `partner-not-active`."""
        self.require_active()
        self.status = PartnerStatus.SUSPENDED
        self.audit("suspend_partner")

    def issue_key(self, key: PartnerKey, overlap: timedelta) -> None:
        """Another key; those before it end after the overlap. Raises Conflict `partner-not-active`,
        `partner-keys-too-many`."""
        self.require_active()
        ends, now = key.issued_at + overlap, key.issued_at
        kept = [_ending(each, ends) for each in self.keys if each.valid(now)]
        if len(kept) >= MOST_KEYS:
            raise Conflict("partner-keys-too-many", f"{MOST_KEYS} keys are valid; wait until one of them has ended")
        self.keys = (*[each for each in kept if each.valid(now)], key)
        self.audit(
            "issue_partner_key", {"key_id": in_pieces(key.key_id), "overlap_s": str(int(overlap.total_seconds()))}
        )

    def key(self, key_id: str, now: datetime) -> PartnerKey | None:
        """The valid key of this id."""
        return next((each for each in self.keys if each.key_id == key_id and each.valid(now)), None)

    def require_active(self) -> Terms:
        """The terms that hold. Raises Conflict `partner-not-active`."""
        if self.status is not PartnerStatus.ACTIVE or self.terms is None:
            raise Conflict("partner-not-active", f"the partner is {self.status}")
        return self.terms

    def require_address(self, address: str) -> None:
        """Raises Forbidden `address-not-allowed` for a request from elsewhere than agreed."""
        if not within(address, self.terms.networks if self.terms else ()):
            raise Forbidden("address-not-allowed", "requests of this partner do not come from this address")

    def _proposal(self, by: str) -> Proposal:
        if self.proposal is None:
            raise Conflict("partner-proposal-missing", "no terms wait for an approval")
        if self.proposal.proposed_by == by:
            raise Forbidden("maker-not-checker", "who proposed the terms does not decide on them")
        return self.proposal


def within(address: str, networks: Sequence[str]) -> bool:
    """Whether an address is one of these networks."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    return any(found in ip_network(network) for network in networks)


def _ending(key: PartnerKey, ends: datetime) -> PartnerKey:
    until = ends if key.expires_at is None else min(ends, key.expires_at)
    return PartnerKey(key.key_id, key.sealed, key.issued_by, key.issued_at, until)
