"""The portfolio over HTTP: classes and ratios, roll rates, migration, cures, vintages, payment defaults."""

from datetime import date
from enum import IntEnum
from typing import Annotated

from fastapi import Query

from loan_contracts.money import months_later
from loan_servicekit.core import NotFound
from loan_servicekit.http import Day, Router, problems, requires
from postloan_svc.api.portfolio.views import (
    CuresView,
    CureView,
    DefaultsView,
    DefaultView,
    MigrationView,
    PortfolioView,
    RollRatesView,
    VintagesView,
)
from postloan_svc.api.ports import Context

router = Router(prefix="/v1")
Branch = Annotated[str | None, Query(max_length=20, pattern=r"^[0-9A-Z-]*$", description="Absent: all")]
Recorded = Annotated[Day | None, Query(description="Absent: the last day that was closed")]
First = Annotated[Day, Query(description="A day that was closed, as the end of a month", examples=["2026-02-28"])]
Last = Annotated[Day, Query(description="A later one", examples=["2026-03-31"])]


class EverOver(IntEnum):
    """How late a loan once was, to count as one that ever was."""

    OVER_30 = 30
    OVER_60 = 60
    OVER_90 = 90


Month = Annotated[str, Query(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$", examples=["2026-01"])]


@router.get("/portfolio", operation_id="get_portfolio", responses=problems(404))
async def get_portfolio(
    context: Annotated[Context, requires("portfolio.read")], day: Recorded = None, branch: Branch = None
) -> PortfolioView:
    """All running loans at the end of a day by class, stage and bucket, with the ratios that a supervisor reads."""
    reads, on = context.ports.portfolio, await _recorded(context, day)
    allowance = await reads.allowance_minor(on, branch)
    return PortfolioView.of(on, branch, await reads.classes(on, branch), allowance)


@router.get("/portfolio/roll-rates", operation_id="get_roll_rates", responses=problems(404))
async def get_roll_rates(
    context: Annotated[Context, requires("portfolio.read")], first: First, last: Last, branch: Branch = None
) -> RollRatesView:
    """How balances have moved from bucket to bucket between two days."""
    await _both(context, first, last)
    return RollRatesView.of(first, last, await context.ports.portfolio.flows(first, last, branch))


@router.get("/portfolio/migration", operation_id="get_migration", responses=problems(404))
async def get_migration(
    context: Annotated[Context, requires("portfolio.read")], first: First, last: Last, branch: Branch = None
) -> MigrationView:
    """How loans have moved from class to class between two days."""
    await _both(context, first, last)
    return MigrationView.of(first, last, await context.ports.portfolio.moves(first, last, branch))


@router.get("/portfolio/cures", operation_id="get_cures", responses=problems(404))
async def get_cures(
    context: Annotated[Context, requires("portfolio.read")], first: First, last: Last, branch: Branch = None
) -> CuresView:
    """How many overdue loans of a day were in time on a later one, and what of their arrears was collected."""
    await _both(context, first, last)
    lines = await context.ports.portfolio.collected(first, last, branch)
    return CuresView(first=first, last=last, buckets=[CureView.of(each) for each in lines])


@router.get("/portfolio/vintages", operation_id="get_vintages", responses=problems())
async def get_vintages(
    context: Annotated[Context, requires("portfolio.read")],
    first: Month,
    last: Month,
    dpd_over: Annotated[int, Query(ge=0, le=360)] = 30,
    branch: Branch = None,
) -> VintagesView:
    """The loans of each month, month by month: what is bad of what was lent."""
    months = date.fromisoformat(f"{first}-01"), months_later(date.fromisoformat(f"{last}-01"), 1)
    return VintagesView.of(dpd_over, await context.ports.portfolio.vintages(*months, dpd_over, branch))


@router.get("/portfolio/ever-vintages", operation_id="get_ever_vintages", responses=problems())
async def get_ever_vintages(
    context: Annotated[Context, requires("portfolio.read")],
    first: Month,
    last: Month,
    dpd_over: Annotated[EverOver, Query(description="Ever 30+, 60+ or 90+")] = EverOver.OVER_30,
    branch: Branch = None,
) -> VintagesView:
    """The loans of each month, month by month: what had ever been bad by then (曾经), whatever became of it, with what
    was outstanding when it first was."""
    months = date.fromisoformat(f"{first}-01"), months_later(date.fromisoformat(f"{last}-01"), 1)
    return VintagesView.of(dpd_over, await context.ports.portfolio.ever_vintages(*months, dpd_over, branch))


@router.get("/portfolio/payment-defaults", operation_id="get_payment_defaults", responses=problems(404))
async def get_payment_defaults(
    context: Annotated[Context, requires("portfolio.read")],
    day: Recorded = None,
    days: Annotated[int, Query(ge=1, le=90, description="After the due date")] = 30,
    instalment: Annotated[int, Query(ge=1, le=3)] = 1,
    branch: Branch = None,
) -> DefaultsView:
    """First, second or third payment default by product: who had not paid the instalment so many days later."""
    on = await _recorded(context, day)
    lines = await context.ports.portfolio.defaults(on, days, instalment, branch)
    products = [DefaultView.of(each) for each in lines]
    return DefaultsView(day=on, instalment=instalment, days=days, products=products)


async def _recorded(context: Context, day: date | None) -> date:
    found = await context.ports.portfolio.recorded_day(day)
    if found is None or (day is not None and found != day):
        raise NotFound("day-not-recorded", f"{day or 'no day'} was not closed; loans are recorded at the end of a day")
    return found


async def _both(context: Context, first: date, last: date) -> None:
    for day in (first, last):
        await _recorded(context, day)
