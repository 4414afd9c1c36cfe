"""One step of a closing run: brings the next loans to the next business day."""

from dataclasses import dataclass
from datetime import datetime

from postloan_svc.domain.calendar.day_closing import ClosingShard, Step
from postloan_svc.domain.servicing.ageing import Day, advance
from postloan_svc.domain.servicing.refunds import refund_what_is_left
from postloan_svc.use_cases.calendar.ports import AdvanceBasis, UnitOfWork


@dataclass(frozen=True, slots=True)
class AdvanceLoans:
    """Advance the next loans of a shard, at most so many, to the day after the one that is closed."""

    shard_id: str
    at_most: int


async def advance_loans(command: AdvanceLoans, basis: AdvanceBasis, uow: UnitOfWork, now: datetime) -> ClosingShard:
    """Dues, missed repayments, buckets, and the refund of what is left of a loan that suspense has settled; counted in
    the shard in the same commit. How far the shard is then; one that is at another step stays as it is."""
    shard = await uow.closing_shards.get(command.shard_id)
    if shard.step is not Step.ADVANCE:
        return shard
    found = basis.next_loans[command.shard_id]
    non_accrual_after_days = basis.non_accrual_after_days(shard.next_day)
    remaining = shard.remaining(found)
    due = missed = 0
    for place in remaining:
        loan = await uow.loans.get(place.loan_id)
        told = advance(loan, shard.next_day, non_accrual_after_days)
        refund_what_is_left(loan)
        due, missed = due + told.due, missed + told.missed
    shard.count(remaining, Day(due, missed), more=len(found) == command.at_most)
    return shard
