"""Short messages to customers: what is sent, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from integration_gateway.domain.desk.work import Kind


class Channel(StrEnum):
    """How a message reaches its recipient.

    The provider carries both. The platform sends by SMS alone: no customer registers a device to push to.
    """

    SMS = "SMS"
    PUSH = "PUSH"


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
class Notice:
    """One message: the provider fills the template. Recipient and parameters may name a person: never shown.
    `sent_before`: it may have been sent; where the provider cannot tell a repeated one, it is asked for first."""

    notice_id: UUID
    channel: Channel
    recipient: str = field(repr=False)  # mobile number, or the registration of an app on a device
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
