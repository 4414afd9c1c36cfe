"""Kinds of outside work, and one item of it as it waits on the desk."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Generic, Protocol, TypeVar
from uuid import UUID

from loan_servicekit.core import Cause


class Kind(StrEnum):
    """Kinds of outside work."""

    COLLECT = "COLLECT"
    PAY = "PAY"
    NOTIFY = "NOTIFY"
    VERIFY = "VERIFY"
    ALERT = "ALERT"
    AGREE = "AGREE"
    WEBHOOK = "WEBHOOK"
    REMIND = "REMIND"
    SIGN = "SIGN"


class Work(Protocol):
    """What is to be done outside."""

    KIND: ClassVar[Kind]

    @property
    def application_id(self) -> UUID | None:
        """The application that it belongs to, where it belongs to one."""


class ForCustomer(Work, Protocol):
    """What is to be done outside for a customer."""

    @property
    def customer_id(self) -> UUID:
        """The customer that it is about."""


W_co = TypeVar("W_co", bound=Work, covariant=True)


@dataclass(frozen=True, slots=True)
class WorkItem(Generic[W_co]):
    """Work under a lease. `tries` says how often it was attempted, or may have been by a process that is gone: at 0
    nobody has asked the outside world for it. `cause` is the message that asked for it."""

    id: UUID
    work: W_co
    tries: int
    requested_at: datetime
    cause: Cause
