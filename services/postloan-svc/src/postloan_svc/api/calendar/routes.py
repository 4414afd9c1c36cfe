"""The business day over HTTP."""

from typing import Annotated

from fastapi import Depends, Response

from loan_servicekit.core import NotFound
from loan_servicekit.http import Cursor, Day, Page, Router, page, problems, requires
from postloan_svc.api.calendar.views import BusinessDayView, DayClosingView, SetAsideView
from postloan_svc.api.ports import Context
from postloan_svc.use_cases.calendar.close_business_day import CloseBusinessDay

router = Router(prefix="/v1")


@router.get("/business-day", operation_id="get_business_day", responses=problems())
async def get_business_day(context: Annotated[Context, requires("loan.read")]) -> BusinessDayView:
    """The open business day."""
    today = await context.ports.days.business_date()
    closing = await context.ports.days.day_closing(today)
    return BusinessDayView(business_date=today, closing=DayClosingView.of(closing) if closing else None)


@router.post(
    "/business-days/{day}/closing",
    operation_id="close_business_day",
    status_code=202,
    responses=problems(409),
    response_model=DayClosingView,
)
async def close_business_day_route(day: Day, context: Annotated[Context, requires("business-day.close")]) -> Response:
    """Begins the close-of-business run of the open day; the business date moves when it is done."""
    command = CloseBusinessDay(context.caller.subject, day)
    answer = await context.perform(context.ports.operations.close_business_day, command, DayClosingView.of, 202)
    context.ports.day_closing.wake()
    return answer


@router.get("/business-days/{day}/closing", operation_id="get_day_closing", responses=problems(404))
async def get_day_closing(day: Day, context: Annotated[Context, requires("loan.read")]) -> DayClosingView:
    """How far a run is."""
    closing = await context.ports.days.day_closing(day)
    if closing is None:
        raise NotFound("day-closing-not-found", f"the closing of {day} was not begun")
    return DayClosingView.of(closing)


@router.get("/business-days/{day}/set-aside-loans", operation_id="list_set_aside_loans", responses=problems())
async def list_set_aside_loans(
    day: Day, context: Annotated[Context, requires("loan.read")], cursor: Annotated[Cursor, Depends()]
) -> Page[SetAsideView]:
    """The loans that the closing of a day went on without, each with its problem: somebody has to look."""
    found = await context.ports.days.set_aside(day, cursor.uuid(), cursor.limit + 1)
    shown = [SetAsideView(loan_id=each.loan_id, problem=each.problem) for each in found]
    return page(shown, cursor, [shown[cursor.limit - 1].loan_id] if len(shown) > cursor.limit else None)
