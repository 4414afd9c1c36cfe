"""A loan that cannot be advanced does not hold up the day: it is set aside, named, and the run goes on."""

from dataclasses import dataclass
from datetime import datetime

from postloan_svc.domain.calendar.day_closing import Place
from postloan_svc.use_cases.calendar.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class SetLoanAside:
    """A shard goes on without the loan at this place, because of a problem."""

    shard_id: str
    place: Place
    problem: str


async def set_loan_aside(command: SetLoanAside, uow: UnitOfWork, now: datetime) -> bool:
    """Whether the loan was set aside; a shard that is behind it already, by another process, stays as it is."""
    shard = await uow.closing_shards.get(command.shard_id)
    if not shard.remaining([command.place]):
        return False
    shard.go_on_without(command.place, command.problem)
    return True
