"""What the channel says it has settled on a day, held against what we know (domain.md §7.8: 长款, 短款)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from integration_gateway.domain.payments.payment import PaymentState
from loan_contracts.lending import PaymentDirection


class BreakKind(StrEnum):
    """How the channel's file and our book differ about an order."""

    SETTLED_THERE_ALONE = "SETTLED_THERE_ALONE"  # 长款: not ours, or failed with us
    SETTLED_HERE_ALONE = "SETTLED_HERE_ALONE"  # 短款: settled with us and not in the file
    AMOUNT_DIFFERS = "AMOUNT_DIFFERS"
    RETURNED_UNKNOWN = "RETURNED_UNKNOWN"  # went back there, and nothing of ours is known by that trace


class Clearing(StrEnum):
    """How a break was cleared."""

    SETTLED_LATER = "SETTLED_LATER"  # in the file of another day, or with us meanwhile
    CHANNEL_CORRECTED = "CHANNEL_CORRECTED"
    BOOKED = "BOOKED"  # by a journal or a repayment, which the reference names
    RETURNED = "RETURNED"  # the money went back to who had sent it


@dataclass(frozen=True, slots=True)
class SettledOrder:
    """An order of the reconciliation file; `traded_at` is month, day and time (MMDDhhmmss), `kind` the network's."""

    order_id: str
    amount_minor: int
    traded_at: str
    reference: str
    kind: str


@dataclass(frozen=True, slots=True)
class ReturnedOrder:
    """Money that went back (退票, chargeback), as the adjustments of a day name it: by number and time of its trace."""

    trace: str
    amount_minor: int


@dataclass(frozen=True, slots=True)
class DayFile:
    """What the channel says of a day: what was settled, and what went back."""

    settled: Sequence[SettledOrder]
    returned: Sequence[ReturnedOrder] = ()


@dataclass(frozen=True, slots=True)
class Returned:
    """A payment of ours whose money went back."""

    payment_id: UUID
    loan_id: UUID
    application_id: UUID
    direction: PaymentDirection
    amount_minor: int
    currency: str
    trace: str


@dataclass(frozen=True, slots=True)
class OwnOrder:
    """The same order as we know it; UNKNOWN as long as nobody has said how it ended."""

    order_id: str
    payment_id: UUID
    amount_minor: int
    state: PaymentState


@dataclass(frozen=True, slots=True)
class SettlementBreak:
    """What finance has to look into: amounts as either side has them, None where it has none."""

    order_id: str
    kind: BreakKind
    payment_id: UUID | None
    ours_minor: int | None
    theirs_minor: int | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of a day. `to_ask` are orders that are settled there and have no end with us yet, `returned` what went
    back of what we hold settled."""

    day: date
    orders: int
    amount_minor: int
    breaks: Sequence[SettlementBreak]
    to_ask: Sequence[str]
    returned: Sequence[Returned] = ()


def compared(day: date, settled: Sequence[SettledOrder], own: Iterable[OwnOrder]) -> Comparison:
    """A day's file against the orders of ours that it names and those that we hold settled on that day."""
    ours, breaks, to_ask = {each.order_id: each for each in own}, [], []
    for order in settled:
        known = ours.pop(order.order_id, None)
        if known is None or known.state is PaymentState.FAIL:
            breaks.append(_break(order.order_id, BreakKind.SETTLED_THERE_ALONE, known, order))
        elif known.amount_minor != order.amount_minor:
            breaks.append(_break(order.order_id, BreakKind.AMOUNT_DIFFERS, known, order))
        elif known.state is PaymentState.UNKNOWN:
            to_ask.append(order.order_id)
    for left in ours.values():
        if left.state is PaymentState.SUCCESS:
            breaks.append(_break(left.order_id, BreakKind.SETTLED_HERE_ALONE, left, None))
    return Comparison(day, len(settled), sum(each.amount_minor for each in settled), breaks, to_ask)


def with_returns(found: Comparison, returned: Sequence[ReturnedOrder], own: Iterable[Returned]) -> Comparison:
    """The comparison with what went back. What names nothing of ours, or another amount, is a break for finance."""
    ours = {each.trace: each for each in own}
    known, breaks = [], list(found.breaks)
    for each in returned:
        payment = ours.get(each.trace)
        if payment is not None and payment.amount_minor == each.amount_minor:
            known.append(payment)
        else:
            about = payment.payment_id if payment else None
            breaks.append(SettlementBreak(each.trace, BreakKind.RETURNED_UNKNOWN, about, None, each.amount_minor))
    return replace(found, breaks=breaks, returned=known)


def _break(order_id: str, kind: BreakKind, ours: OwnOrder | None, theirs: SettledOrder | None) -> SettlementBreak:
    return SettlementBreak(
        order_id,
        kind,
        payment_id=None if ours is None else ours.payment_id,
        ours_minor=None if ours is None else ours.amount_minor,
        theirs_minor=None if theirs is None else theirs.amount_minor,
    )
