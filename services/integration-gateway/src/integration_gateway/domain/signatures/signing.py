"""A contract that its borrower signs with a provider of electronic signatures (domain.md R-9.12)."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID, uuid5

from integration_gateway.domain.desk.work import Kind


@dataclass(frozen=True, slots=True)
class Sign:
    """Has the contract of an application signed."""

    KIND: ClassVar[Kind] = Kind.SIGN

    application_id: UUID


class FlowState(StrEnum):
    """How far it is with the provider. All but DRAFT and SIGNING are ends."""

    DRAFT = "DRAFT"  # nobody has been asked to sign yet
    SIGNING = "SIGNING"
    SIGNED = "SIGNED"
    REFUSED = "REFUSED"
    REVOKED = "REVOKED"
    EXPIRED = "EXPIRED"


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs."""

    name: str = field(repr=False)
    identity_number: str = field(repr=False)
    mobile: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ToSign:
    """A contract as application-svc has drawn it up. `open` says whether its disclosure is confirmed, and nobody has
    signed it."""

    application_id: UUID
    customer_id: UUID
    contract_no: str
    contract_hash: str
    content: dict[str, object]
    drawn_up_at: datetime
    expires_at: datetime
    open: bool


@dataclass(frozen=True, slots=True)
class Flow:
    """What is kept of a contract at the provider: its number there, and the SHA-256 of the file that it was given."""

    id: UUID
    application_id: UUID
    customer_id: UUID
    provider: str
    flow_id: str
    contract_hash: str
    file_sha256: str
    begun_at: datetime


def signing_id(application_id: UUID, disclosure_hash: str) -> UUID:
    """The item of the desk: one for each offer whose disclosure was confirmed."""
    return uuid5(application_id, f"signature of {disclosure_hash}")
