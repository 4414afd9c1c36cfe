"""What is kept and shown of what partners have brought and are told."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from integration_gateway.domain.partners.webhook import SealedSecret
from loan_contracts.message import JsonObject


@dataclass(frozen=True, slots=True)
class EventRow:
    """What a partner was told of one of its applications."""

    id: UUID
    application_id: UUID
    partner_id: UUID
    type: str
    data: JsonObject
    told_at: datetime


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """An event on its way to the partner's endpoint; `since`: from then on it is tried for three days."""

    id: UUID
    application_id: UUID
    partner_id: UUID
    type: str
    body: str
    created_at: datetime
    since: datetime
    due_at: datetime


@dataclass(frozen=True, slots=True)
class EndpointRow:
    """Where a partner is told, and the secrets of its signatures. Another one takes its place and is enabled."""

    partner_id: UUID
    url: str
    secrets: tuple[SealedSecret, ...]
    changed_by: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class DeliveryRecord:
    """A delivery and how it stands."""

    id: UUID
    application_id: UUID
    type: str
    state: str
    tries: int
    last_code: str | None
    created_at: datetime
    due_at: datetime
    finished_at: datetime | None


@dataclass(frozen=True, slots=True)
class EndpointRecord:
    """A partner's endpoint and how it does."""

    url: str
    secrets: tuple[SealedSecret, ...]
    changed_at: datetime
    failing_since: datetime | None
    disabled_at: datetime | None


@dataclass(frozen=True, slots=True)
class Admission:
    """Whether a request is let in: its nonce was not seen before, and so many came within the last minute."""

    fresh: bool
    lately: int


@dataclass(frozen=True, slots=True)
class Submission:
    """What a partner hands in, in the words of application-svc. Nothing of it is shown or kept here."""

    application_id: UUID
    partner_id: UUID
    body: JsonObject = field(repr=False)
