"""One step of a closing run: the interest of the day, for the next running loans."""

from dataclasses import dataclass
from datetime import datetime

from postloan_svc.domain.calendar.day_closing import ClosingShard, Step
from postloan_svc.use_cases.calendar.ports import Accruals, UnitOfWork


@dataclass(frozen=True, slots=True)
class AccrueInterest:
    """Post the interest of the day for the next loans of a shard, at most so many."""

    shard_id: str
    at_most: int


async def accrue_interest(command: AccrueInterest, accruals: Accruals, uow: UnitOfWork, now: datetime) -> ClosingShard:
    """How far the shard is then. One that is beyond this step stays as it is."""
    shard = await uow.closing_shards.get(command.shard_id)
    if shard.step is Step.ACCRUE:
        shard.count_accruals(
            *await accruals.post(shard.day, shard.accrued_to or shard.behind, shard.last, command.at_most)
        )
    return shard
