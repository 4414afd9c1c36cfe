"""Short messages to customers: what is sent, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from integration_gateway.domain.desk.work import Kind


class Channel(StrEnum):
    """How a message reaches its recipient.

    The provider carries all. Customers are sent SMS alone: none of them registers a device to push to. STAFF is a
    person of the institution, by his user id: the directory of its provider knows his app, number and mail address.
    """

    SMS = "SMS"
    PUSH = "PUSH"
    STAFF = "STAFF"


@dataclass(frozen=True, slots=True)
class Notify:
    """Tells a customer something. `requested`: another service asked for it, and wants to hear of its delivery."""

    KIND: ClassVar[Kind] = Kind.NOTIFY

    customer_id: UUID
    template: str
    parameters: Mapping[str, str] = field(repr=False)
    application_id: UUID | None = None
    requested: bool = False


@dataclass(frozen=True, slots=True)
class Alert:
    """Tells people of the institution something, by their user ids."""

    KIND: ClassVar[Kind] = Kind.ALERT

    recipients: tuple[str, ...]
    template: str
    parameters: Mapping[str, str]
    application_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """One message: the provider fills the template. Recipient and parameters may name a person: never shown.
    `sent_before`: it may have been sent; where the provider cannot tell a repeated one, it is asked for first."""

    notice_id: UUID
    channel: Channel
    recipient: str = field(repr=False)  # mobile number, registration of an app on a device, or user id
    template: str
    parameters: Mapping[str, str] = field(default_factory=dict, repr=False)
    sent_before: bool = False


@dataclass(frozen=True, slots=True)
class Delivery:
    """Whether the channel took a message. `code` says why it did not; those without an answer may be sent again."""

    notice_id: UUID
    delivered: bool
    code: str = ""
    answered: bool = True
