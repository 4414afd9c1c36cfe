"""Carries a begun day closing to its end, chunk by chunk; started again after a crash it goes on."""

from collections.abc import Awaitable, Callable
from typing import Any

from postloan_svc.domain.day_closing import DayClosing
from postloan_svc.use_cases.close_business_day import AdvanceLoans, FinishDay, advance_loans, finish_day
from postloan_svc.use_cases.ports import Queries

CHUNK = 200

Perform = Callable[[Any, Any], Awaitable[Any]]


async def run_day_closing(closing: DayClosing, queries: Queries, perform: Perform, non_accrual_after_days: int) -> None:
    """`perform(use case, command)` runs one step in a transaction of its own."""
    after = None
    while ids := await queries.loans_to_advance(closing.id, after, CHUNK):
        await perform(advance_loans, AdvanceLoans(closing.id, ids, non_accrual_after_days))
        after = ids[-1]
    await perform(finish_day, FinishDay(closing.id))
