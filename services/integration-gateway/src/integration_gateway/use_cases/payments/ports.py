"""The payment channel and the bank's word on cards, with our types only; and payments as the API shows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from integration_gateway.domain.desk.work import WorkItem
from integration_gateway.domain.payments.agreement import AgreementAnswer, AgreementQuestion
from integration_gateway.domain.payments.card import CardAnswer, CardQuestion
from integration_gateway.domain.payments.payment import Attempt, Pay, PaymentOrder, PaymentResult
from integration_gateway.use_cases.payments.schedule import Schedule


class Payments(Protocol):
    """The payment channel (domain.md §7.8). No method raises for a channel that is slow, wrong or gone."""

    @property
    def schedule(self) -> Schedule:
        """When it may be asked about an order."""

    async def send(self, order: PaymentOrder) -> PaymentResult:
        """Sends an order, once. UNKNOWN where it does not say how it ended, and where it says nothing."""

    async def look_up(self, order: PaymentOrder) -> PaymentResult:
        """What became of an order that may have been sent; it is not sent."""


class Attempts(Protocol):
    """The orders of payments, as they are kept. Raises Unavailable."""

    async def latest(self, payment_id: UUID) -> Attempt | None:
        """The last order of a payment; None where there was none, so that nothing can have been sent."""

    async def begin(self, item: WorkItem[Pay], attempt: Attempt) -> bool:
        """Keeps an order before it is sent; False where somebody else has kept it, who then is to send it."""

    async def withdraw(self, payment_id: UUID, attempt: Attempt) -> None:
        """Forgets an order that never left the house."""


class Cards(Protocol):
    """Whether a card is its customer's (domain.md R-6.2)."""

    async def verify(self, question: CardQuestion) -> CardAnswer:
        """Asks for the four elements."""


class Agreements(Protocol):
    """Agreements to collect, as the network keeps them (代扣协议). No method raises for a network that is gone."""

    async def sign(self, question: AgreementQuestion) -> AgreementAnswer:
        """Has the network sign one; one that it knows already stays signed."""

    async def end(self, question: AgreementQuestion) -> AgreementAnswer:
        """Ends one; one that it does not know is at its end."""


@dataclass(frozen=True, slots=True)
class AttemptRecord:
    """An order of a payment; `absent_at`: since then the channel is known never to have got it."""

    number: int
    order_id: str
    ordered_at: datetime
    absent_at: datetime | None = None


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
    attempts: Sequence[AttemptRecord]


class PaymentQueries(Protocol):
    """Reads for the API."""

    async def payment(self, payment_id: UUID) -> PaymentRecord | None:
        """One payment."""

    async def payments(self, state: str | None, after: UUID | None, limit: int) -> Sequence[PaymentRecord]:
        """Payments by id."""
