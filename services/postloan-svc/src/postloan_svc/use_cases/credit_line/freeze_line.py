"""A line is frozen, or drawn again, by two people; its last day is brought about by the close."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from loan_servicekit.core import Caller
from postloan_svc.domain.credit_line.line import CreditLine
from postloan_svc.use_cases.credit_line.ports import LineBasis, UnitOfWork


@dataclass(frozen=True, slots=True)
class AskFreeze:
    """Nothing more shall be drawn, or it shall be possible again."""

    caller: Caller
    line_id: UUID
    freeze: bool
    reason: str


@dataclass(frozen=True, slots=True)
class DecideFreeze:
    """Approve or reject."""

    caller: Caller
    line_id: UUID
    approve: bool


@dataclass(frozen=True, slots=True)
class EndLines:
    """These lines end with a day, if it is their time."""

    day: date
    line_ids: tuple[UUID, ...]


async def ask_freeze(command: AskFreeze, basis: LineBasis, uow: UnitOfWork, now: datetime) -> CreditLine:
    """Nothing changes before another person has approved it."""
    line = await uow.credit_lines.get(command.line_id)
    command.caller.require_branch(line.contract.branch)
    line.ask_freeze(command.freeze, command.reason, command.caller, now)
    return line


async def decide_freeze(command: DecideFreeze, basis: LineBasis, uow: UnitOfWork, now: datetime) -> CreditLine:
    """The line is frozen, or open again, in the commit that says so."""
    line = await uow.credit_lines.get(command.line_id)
    command.caller.require_branch(line.contract.branch)
    line.decide_freeze(command.approve, command.caller, basis.business_date)
    return line


async def end_lines(command: EndLines, basis: LineBasis, uow: UnitOfWork, now: datetime) -> int:
    """How many have come to their end. A run that is repeated finds none."""
    ended = 0
    for line_id in command.line_ids:
        line = await uow.credit_lines.get(line_id)
        ended += line.end(basis.used[line_id], command.day)
    return ended
