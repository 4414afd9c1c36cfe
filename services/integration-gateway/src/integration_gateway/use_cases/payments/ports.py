"""The payment channel and the bank's word on cards, with our types only; and payments as the API shows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from integration_gateway.domain.payments.card import CardAnswer, CardQuestion
from integration_gateway.domain.payments.payment import Pay, PaymentOrder, PaymentResult


class Payments(Protocol):
    """The payment channel (domain.md §7.8)."""

    async def settle(self, order: PaymentOrder, sent_before: bool = False) -> PaymentResult:
        """Sends the order, or finds out what became of it when it was or may have been sent before; UNKNOWN if that
        stays open.

        May be repeated: an order moves money at most once.
        """

    async def look_up(self, order: PaymentOrder) -> PaymentResult:
        """What became of an order that may have been sent; it is not sent."""


class Cards(Protocol):
    """Whether a card is its customer's (domain.md R-6.2)."""

    async def verify(self, question: CardQuestion) -> CardAnswer:
        """Asks for the four elements."""


@dataclass(frozen=True, slots=True)
class PaymentRecord:
    """A payment as the gateway knows it."""

    payment_id: UUID
    state: str
    tries: int
    work: Pay
    result: Mapping[str, object] | None
    requested_at: datetime
    finished_at: datetime | None


class PaymentQueries(Protocol):
    """Reads for the API."""

    async def payment(self, payment_id: UUID) -> PaymentRecord | None:
        """One payment."""

    async def payments(self, state: str | None, after: UUID | None, limit: int) -> Sequence[PaymentRecord]:
        """Payments by id."""
