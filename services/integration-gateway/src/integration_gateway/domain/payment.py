"""Orders to the payment channel and what its response codes mean (domain.md §7.8)."""

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from loan_contracts.lending import PaymentDirection

REFUSALS = frozenset({"10", "51", "61", "64", "65", "66"})
"""Codes after which no money has moved and none will under this order number."""

ORDER_UNKNOWN = "34"
"""The channel has never seen the order: it may be sent again, under the same number."""

_ORDER_PREFIX = {PaymentDirection.PAY_OUT: "DF", PaymentDirection.COLLECT: "DK"}


class PaymentState(StrEnum):
    """How an order that was sent stands (domain.md §7.8). UNKNOWN is left by a query only, never by a new number."""

    SUCCESS = "SUCCESS"
    FAIL = "FAIL"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True, slots=True)
class PaymentOrder:
    """Money to or from the customer's own verified card (domain.md R-6.3). Amounts in fen."""

    order_id: str
    direction: PaymentDirection
    amount_minor: int
    biz_no: str
    card: str = field(repr=False)
    name: str = field(repr=False)
    identity_number: str = field(repr=False)
    currency: str = "CNY"


@dataclass(frozen=True, slots=True)
class PaymentResult:
    """What is known about an order. `code` is the channel's, or ours where it gave none (timeout, network, ...)."""

    order_id: str
    state: PaymentState
    code: str
    channel_reference: str = ""
    account_masked: str = ""


def order_id(payment_id: UUID, direction: PaymentDirection) -> str:
    """The one order number that a payment ever has: whoever repeats it after a crash repeats the same number."""
    return _ORDER_PREFIX[direction] + payment_id.hex.upper()


def state_of(code: str) -> PaymentState:
    """The state that a response code leads to. A code that is not known for sure to be final leads to UNKNOWN."""
    if code == "00":
        return PaymentState.SUCCESS
    return PaymentState.FAIL if code in REFUSALS else PaymentState.UNKNOWN
