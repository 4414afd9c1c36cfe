"""Orders to the payment channel and what its response codes mean (domain.md §7.8)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from integration_gateway.domain.desk.work import Kind
from loan_contracts.lending import PaymentDirection
from loan_contracts.payments.codes import REFUSALS

SUCCESSES: Mapping[str, str] = {"00": "success", "A6": "success with a defect"}
"""Codes of a payment that is settled."""

UNCLEAR = frozenset({"01", "03", "04", "05", "12", "34", "60"})
"""Codes that the channel itself says to ask about again. A code of no list here is treated like them."""

ORDER_UNKNOWN = "34"
"""The channel does not know the order (yet): it may arrive late, so this alone never proves that it failed. It is
definite once the channel's own interval is over (its schedule says how long that is)."""

CARD_DIFFERS = "card-differs"
"""Our own: the borrower's verified card is not the one that the order names; nothing was sent."""

PAYEE_DIFFERS = "payee-differs"
"""Our own: the borrower's contracts name no counterparty such as the order names; nothing was sent."""

TOO_LATE = "too-late"
"""Our own: a collection that could not be sent in time; what was due then may be paid by now, so nothing is sent."""

COLLECT_WITHIN = timedelta(hours=2)
"""So long a collection may wait to be sent. The next attempt asks for what is due then."""

_ORDER_PREFIX = {PaymentDirection.PAY_OUT: "DF", PaymentDirection.COLLECT: "DK", PaymentDirection.REFUND: "TK"}
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_UUID_DIGITS = 25  # of base 36


class PaymentState(StrEnum):
    """How an order that was sent stands (domain.md §7.8). UNKNOWN is left by a query only, never by a new number."""

    SUCCESS = "SUCCESS"
    FAIL = "FAIL"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True, slots=True)
class Pay:
    """Moves money, to or from the card of the contract."""

    KIND: ClassVar[Kind] = Kind.PAY

    application_id: UUID
    loan_id: UUID
    customer_id: UUID
    direction: PaymentDirection
    amount_minor: int
    currency: str
    card_token: str | None = None  # of the contract's card; None: any verified one
    payee_token: str | None = None  # of the counterparty that is paid in the borrower's stead
    agreement_id: UUID | None = None  # that a collection is made under


@dataclass(frozen=True, slots=True)
class PaymentOrder:
    """Money to or from the customer's own verified card (domain.md R-6.3), or to the counterparty that his contract
    names: `card` is then its account, `name` its name, and a firm has a `registration` number. `binding` is the number
    of the signed agreement that a collection is made under. Amounts in fen.

    The channel knows an order by number and trade date: it keeps `ordered_at` for good, or a question about it on the
    next day would be one about another payment.
    """

    order_id: str
    direction: PaymentDirection
    amount_minor: int
    ordered_at: datetime
    biz_no: str
    card: str = field(repr=False)
    name: str = field(repr=False)
    identity_number: str = field(repr=False)
    currency: str = "CNY"
    registration: str | None = field(default=None, repr=False)
    binding: str | None = None


@dataclass(frozen=True, slots=True)
class PaymentResult:
    """What is known about an order. `code` is the channel's, or ours where it gave none (timeout, network, ...).
    `sent` is False where the order certainly never left the house. `trace` is the number and time under which the
    channel's adjustments name it."""

    order_id: str
    state: PaymentState
    code: str
    channel_reference: str = ""
    settled_on: str = ""  # month and day (MMDD) in whose file it is, as the channel says
    sent: bool = True
    trace: str = ""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One order of a payment at the channel. It is kept before it is sent, and it is sent once: whoever finds it kept
    may only ask what became of it."""

    number: int
    order_id: str
    ordered_at: datetime


def attempt_of(payment_id: UUID, direction: PaymentDirection, number: int, at: datetime) -> Attempt:
    """The so-manieth order of a payment, as of now: the channel knows whole seconds."""
    return Attempt(number, order_id(payment_id, direction, number), at.replace(microsecond=0))


def order_id(payment_id: UUID, direction: PaymentDirection, number: int = 1) -> str:
    """The order number of a payment's attempt: never more than the 32 places that a reconciliation file has."""
    return f"{_ORDER_PREFIX[direction]}{base36(payment_id)}{number:02d}"


def base36(id: UUID) -> str:
    """An id in the letters and digits that the channel's numbers are made of."""
    rest, digits = id.int, ""
    while rest:
        rest, digit = divmod(rest, len(_DIGITS))
        digits = _DIGITS[digit] + digits
    return digits.rjust(_UUID_DIGITS, "0")


def state_of(code: str) -> PaymentState:
    """The state that a response code leads to. A code that is not known for sure to be final leads to UNKNOWN."""
    if code in SUCCESSES:
        return PaymentState.SUCCESS
    return PaymentState.FAIL if code in REFUSALS else PaymentState.UNKNOWN
