"""Notes of which applications loans have come, and when these ended: what was collected is kept by that
(domain.md §7.9)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from integration_gateway.domain.notifications.notice import Notify
from integration_gateway.domain.notifications.reminder import Remind, look_at, look_id
from integration_gateway.use_cases.desk.intake import Intake
from integration_gateway.use_cases.desk.ports import UnitOfWork as DeskUnitOfWork
from loan_contracts.lending import CreditLineChanged, LoanSettled


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A loan has come of an application; where it is over, when."""

    application_id: UUID
    begun_at: datetime
    ended_at: datetime | None = None


class RelationRows(Protocol):
    """Relations."""

    def append(self, row: RelationRow) -> None:
        """Keeps one more, or the end of one."""


class UnitOfWork(DeskUnitOfWork, Protocol):
    """One transaction."""

    begun_relations: RelationRows
    ended_relations: RelationRows


@dataclass(frozen=True, slots=True)
class BeginRelation:
    """The money of a loan is out, and the borrower is to hear of it."""

    id: UUID
    application_id: UUID
    work: Notify
    look: Remind
    look_on: date


@dataclass(frozen=True, slots=True)
class EndRelation:
    """Nothing is owed on a loan any more; `ends` unless it was a draw of a credit line, which may be drawn again."""

    application_id: UUID
    ends: bool = True


async def begin_relation(command: BeginRelation, intake: Intake, uow: UnitOfWork, now: datetime) -> None:
    """From now on there is a relation; the borrower is told, and will be reminded of his first instalment."""
    uow.begun_relations.append(RelationRow(command.application_id, now))
    intake.put(uow, command.id, command.work, now)
    look = look_id(command.look.loan_id, command.look_on)
    intake.put(uow, look, command.look, now, look_at(command.look_on, now))


async def end_relation(command: EndRelation, uow: UnitOfWork, now: datetime) -> None:
    """From now on the periods run that begin with the end of the relation; also where its beginning was never heard."""
    if not command.ends:
        return
    uow.ended_relations.append(RelationRow(command.application_id, now, now))


def settlement(message: LoanSettled) -> EndRelation:
    """The loan's application."""
    return EndRelation(message.application_id, ends=message.line_id is None)


def line_end(message: CreditLineChanged) -> EndRelation:
    """The line's application: the relation ends with a line that is over."""
    return EndRelation(message.application_id, ends=message.status == "CLOSED")
