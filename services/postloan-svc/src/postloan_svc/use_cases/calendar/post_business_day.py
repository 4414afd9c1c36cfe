"""The last step of a closing run: the day goes to the general ledger. Nobody waits for it: the next day is open."""

from dataclasses import dataclass
from datetime import date, datetime

from postloan_svc.domain.calendar.day_closing import DayClosing, Step
from postloan_svc.use_cases.calendar.ports import UnitOfWork
from postloan_svc.use_cases.general_ledger.ports import GeneralLedger


@dataclass(frozen=True, slots=True)
class PostBusinessDay:
    """The calendar has moved on from this day."""

    day: date


async def post_business_day(
    command: PostBusinessDay, ledger: GeneralLedger, uow: UnitOfWork, now: datetime
) -> DayClosing:
    """A run that is done stays as it is."""
    closing = await uow.day_closings.get(command.day)
    if closing.step is Step.POST:
        await ledger.post_day(command.day)
        closing.finish()
    return closing
