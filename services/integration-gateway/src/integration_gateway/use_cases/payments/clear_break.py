"""Writes down what finance has found out about a break of settlement. It moves no money: what has to be booked is
booked, by two people, at postloan-svc, and named here."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from integration_gateway.domain.payments.settlement import Clearing
from loan_contracts.message import Message
from loan_contracts.operations import AuditRecorded
from loan_contracts.texts import in_pieces
from loan_servicekit.core import Caller, Conflict, NotFound


@dataclass(frozen=True, slots=True)
class ClearBreak:
    """This break is cleared so."""

    caller: Caller
    settled_on: date
    order_id: str
    outcome: Clearing
    reference: str
    note: str


@dataclass(frozen=True, slots=True)
class ClearingRow:
    """What was found out, by whom."""

    settled_on: date
    order_id: str
    outcome: Clearing
    reference: str
    note: str
    cleared_by: str
    cleared_at: datetime


@dataclass(frozen=True, slots=True)
class BreakBasis:
    """The breaks of the batch, which nobody else clears meanwhile, and those of them that are cleared already."""

    known: set[tuple[date, str]]
    cleared: set[tuple[date, str]]


class ClearingRows(Protocol):
    """What was found out."""

    def append(self, row: ClearingRow) -> None:
        """Keeps one more."""


class UnitOfWork(Protocol):
    """One transaction."""

    settlement_clearings: ClearingRows

    def emit(self, message: Message) -> None:
        """Sends a message."""


async def clear_break(command: ClearBreak, basis: BreakBasis, uow: UnitOfWork, now: datetime) -> ClearingRow:
    """Raises NotFound `settlement-break-not-found`, Conflict `settlement-break-cleared`."""
    place = (command.settled_on, command.order_id)
    if place not in basis.known:
        raise NotFound("settlement-break-not-found", f"{command.settled_on} has no break about {command.order_id}")
    if place in basis.cleared:
        raise Conflict("settlement-break-cleared", "somebody has cleared this break already")
    basis.cleared.add(place)
    row = ClearingRow(*place, command.outcome, command.reference, command.note, command.caller.subject, now)
    uow.settlement_clearings.append(row)
    detail = {"order_id": in_pieces(command.order_id), "outcome": command.outcome.value}
    uow.emit(
        AuditRecorded(
            subject_type="settlement",
            subject_id=command.settled_on.isoformat(),
            action="clear_settlement_break",
            detail=detail,
        )
    )
    return row
