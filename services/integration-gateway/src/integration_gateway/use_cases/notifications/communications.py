"""The log of all communication with a customer (沟通记录): what the platform has told him, and what people write down
of calls, visits and letters. What was said is sealed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from integration_gateway.domain.notifications.contact import ContactPreference, Standing
from loan_contracts.message import Message
from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import Invalid

SYSTEM = "system"
LATE = timedelta(days=30)  # so long after it a talk may still be written down


class Medium(StrEnum):
    """How a customer was reached, or has reached us."""

    SMS = "SMS"
    PUSH = "PUSH"
    MAIL = "MAIL"
    PHONE = "PHONE"
    VISIT = "VISIT"
    LETTER = "LETTER"
    OTHER = "OTHER"


BY_HAND = frozenset(Medium) - {Medium.PUSH}


class Direction(StrEnum):
    """Who has told whom."""

    OUT = "OUT"
    IN = "IN"


@dataclass(frozen=True, slots=True)
class CommunicationRow:
    """One communication. `outcome`: DELIVERED, REFUSED (by the channel), WITHHELD (by a rule of contact), TALKED."""

    id: UUID
    customer_id: UUID
    application_id: UUID | None
    at: datetime
    direction: Direction
    medium: Medium
    template: str | None
    outcome: str
    code: str
    made_by: str
    note: str | None = field(repr=False)


class CommunicationRows(Protocol):
    """The log."""

    def append(self, row: CommunicationRow) -> None:
        """Keeps one more."""


class Preferences(Protocol):
    """The preferences of a unit of work."""

    async def find(self, id: UUID) -> ContactPreference | None:
        """Those of a customer, if he has said any."""

    def add(self, aggregate: ContactPreference) -> None:
        """Takes in the first ones of a customer."""


class UnitOfWork(Protocol):
    """One transaction."""

    communications: CommunicationRows
    contact_preferences: Preferences

    def emit(self, message: Message) -> None:
        """Sends a message."""


class CommunicationQueries(Protocol):
    """Reads. Raises Unavailable."""

    async def communications(
        self, customer_id: UUID, before: tuple[datetime, UUID] | None, limit: int
    ) -> Sequence[CommunicationRow]:
        """A customer's, newest first, notes as they are sealed."""

    async def preference(self, customer_id: UUID) -> ContactPreference | None:
        """What a customer wants, if he has said so."""

    async def standings(self, customer_ids: Sequence[UUID], since: datetime) -> dict[UUID, Standing]:
        """What is known of customers, reminders counted since then."""


class CustomerFiles(Protocol):
    """Who may see a customer: asked of the owner, in the caller's own name."""

    async def require(self, customer_id: UUID, authorization: str) -> None:
        """Raises NotFound and Forbidden as the owner does, Unavailable."""


@dataclass(frozen=True, slots=True)
class AddCommunication:
    """Somebody writes down that he has talked with a customer."""

    row: CommunicationRow


@dataclass(frozen=True, slots=True)
class ChangePreference:
    """A customer has said how he wants to be told."""

    customer_id: UUID
    reminders: bool
    night: bool
    by: str


async def add_communication(command: AddCommunication, uow: UnitOfWork, now: datetime) -> CommunicationRow:
    """Raises Invalid `communication-time-invalid`."""
    row = command.row
    if not now - LATE <= row.at <= now:
        raise Invalid("communication-time-invalid", f"a communication is of the last {LATE.days} days")
    uow.communications.append(row)
    uow.emit(
        AuditRecorded(
            subject_type="customer",
            subject_id=str(row.customer_id),
            action="add_communication",
            detail={"communication": str(row.id), "medium": row.medium.value, "direction": row.direction.value},
        )
    )
    return row


async def change_preference(command: ChangePreference, uow: UnitOfWork, now: datetime) -> ContactPreference:
    """How he wants to be told, from now on."""
    found = await uow.contact_preferences.find(command.customer_id)
    if found is None:
        found = ContactPreference(command.customer_id, True, False, command.by, now)
        uow.contact_preferences.add(found)
    found.change(command.reminders, command.night, command.by, now)
    return found
