"""A loan that cannot be advanced does not hold up the day: it is set aside, named, and the run goes on."""

from dataclasses import dataclass
from datetime import date, datetime

from postloan_svc.domain.calendar.day_closing import Place
from postloan_svc.use_cases.calendar.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class SetLoanAside:
    """The run of `day` goes on without the loan at this place, because of a problem."""

    day: date
    place: Place
    problem: str


async def set_loan_aside(command: SetLoanAside, uow: UnitOfWork, now: datetime) -> bool:
    """Whether the loan was set aside; a run that is behind it already, by another process, stays as it is."""
    closing = await uow.day_closings.get(command.day)
    if not closing.remaining([command.place]):
        return False
    closing.go_on_without(command.place, command.problem)
    return True
