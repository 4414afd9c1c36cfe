"""What has happened to a loan: events that are never changed, and what was made of them when they were told.

The state of a loan follows from its contract, its value date and its events alone (`servicing.replay`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from loan_schedules.prepayment import Effect
from postloan_svc.domain.ledger.allocations import Repayment
from postloan_svc.domain.ledger.postings import Posting
from postloan_svc.domain.loan.changes import Change


class EventKind(StrEnum):
    """What can happen to a loan from outside. What its days bring (dues, penalty) follows and is no event."""

    REPAYMENT = "REPAYMENT"
    REVERSAL = "REVERSAL"  # of a repayment: returned debit (退票), chargeback, entered by mistake; of a change
    REFUND = "REFUND"  # money that was left over went back to the borrower
    MOVED = "MOVED"  # money that was left over went to another loan of the same customer
    CHANGE = "CHANGE"  # of what is owed, or of when: what it is stands in `LoanEvent.change`
    REPRICING = "REPRICING"  # what a day has read of the LPR: it stands in `LoanEvent.change`, too


class Source(StrEnum):
    """How money came to us."""

    COUNTER = "COUNTER"
    BANK_FILE = "BANK_FILE"
    TRANSFER = "TRANSFER"
    AUTO_DEBIT = "AUTO_DEBIT"
    CARD = "CARD"  # the borrower paid by the card that is bound to him
    OTHER_LOAN = "OTHER_LOAN"  # it was left over on another loan of the same customer
    UNKNOWN = "UNKNOWN"  # of repayments that were taken before sources were asked for


class LoanEvent(NamedTuple):
    """One event: `value_date` is the day that it counts from, `recorded_on` the business day on which we learnt of it.

    `number` orders the events of a loan as they were learnt. `reference` is the payer's or the bank's own mark of the
    money, and unique. `reverses` is the event that a reversal takes back. `prepaid_minor` is the principal that a
    repayment repays before it falls due, by the payer's wish, and `effect` what that changes (E9). `change` is what was
    changed, and its amount then that of money that came or went with it. `designated` are the instalments that the
    payer wants paid first.
    """

    event_id: UUID
    number: int
    kind: EventKind
    value_date: date
    recorded_on: date
    amount_minor: int
    source: Source = Source.UNKNOWN
    reference: str | None = None
    reverses: UUID | None = None
    effect: Effect | None = None
    prepaid_minor: int | None = None
    change: Change | None = None
    designated: tuple[int, ...] = ()


def in_force(events: Iterable[LoanEvent]) -> list[LoanEvent]:
    """The events that count, in the order in which they count: by value date, those of one day as they were learnt."""
    events = list(events)
    reversed_ids = {each.reverses for each in events if each.kind is EventKind.REVERSAL}
    counting = [each for each in events if each.kind is not EventKind.REVERSAL and each.event_id not in reversed_ids]
    return sorted(counting, key=lambda each: (each.value_date, each.number))


@dataclass(slots=True)
class Past:
    """The history of a loan as far as a correction needs it: events, postings, and how repayments were split last.

    Loaded only for corrections; what happens after that is added to it, so that one unit of work may correct twice.
    """

    events: list[LoanEvent]
    postings: list[Posting]
    repayments: dict[UUID, Repayment]

    def standing(self) -> list[Posting]:
        """The postings that were not taken back."""
        gone = {each.reverses for each in self.postings if each.reverses is not None}
        return [each for each in self.postings if each.reverses is None and each.number not in gone]
