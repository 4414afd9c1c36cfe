"""One step of a closing run: the interest of the day, for the next running loans."""

from dataclasses import dataclass
from datetime import date, datetime

from postloan_svc.domain.calendar.day_closing import ClosingStatus
from postloan_svc.use_cases.calendar.ports import Accruals, UnitOfWork


@dataclass(frozen=True, slots=True)
class AccrueInterest:
    """Post the interest of this day for the next loans of its run, at most so many."""

    day: date
    at_most: int


async def accrue_interest(command: AccrueInterest, accruals: Accruals, uow: UnitOfWork, now: datetime) -> bool:
    """Whether there may be more. Behind the last running loan come those that were settled or corrected on the day."""
    closing = await uow.day_closings.get(command.day)
    if closing.status is ClosingStatus.DONE:
        return False
    posted, last = await accruals.post(command.day, closing.accrued_to, command.at_most)
    if last is None:
        await accruals.post_rest(command.day)
        return False
    closing.count_accruals(posted, last)
    return True
