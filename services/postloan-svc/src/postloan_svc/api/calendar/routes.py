"""The business day over HTTP."""

from typing import Annotated

from fastapi import Depends, Response

from loan_servicekit.core import NotFound
from loan_servicekit.http import Cursor, Day, Page, Router, page, problems, requires
from postloan_svc.api.calendar.views import BusinessDayView, DayClosingView, SetAsideView
from postloan_svc.api.ports import Context
from postloan_svc.use_cases.calendar.ask_day_closing import AskDayClosing, DecideDayClosing

router = Router(prefix="/v1")


@router.get("/business-day", operation_id="get_business_day", responses=problems())
async def get_business_day(context: Annotated[Context, requires("loan.read")]) -> BusinessDayView:
    """The open business day."""
    today = await context.ports.days.business_date()
    closing = await context.ports.days.day_closing(today)
    return BusinessDayView(
        business_date=today,
        closing=DayClosingView.of(closing) if closing else None,
        closing_asked_by=await context.ports.days.closing_asked_by(),
    )


@router.post(
    "/business-days/{day}/closing",
    operation_id="close_business_day",
    status_code=202,
    responses=problems(409),
    response_model=DayClosingView,
)
async def close_business_day_route(day: Day, context: Annotated[Context, requires("business-day.close")]) -> Response:
    """Asks a second person to begin the close-of-business run of the open day, which the service begins by itself at
    its time; where days run ahead of the calendar, it begins at once. The business date moves when it is done."""
    command = AskDayClosing(context.caller, day)
    answer = await context.perform(context.ports.operations.ask_day_closing, command, DayClosingView.of, 202)
    context.ports.day_closing.wake()
    return answer


@router.post(
    "/business-days/{day}/closing/approval",
    operation_id="approve_day_closing",
    status_code=202,
    responses=problems(403, 409),
    response_model=DayClosingView,
)
async def approve_day_closing_route(day: Day, context: Annotated[Context, requires("business-day.close")]) -> Response:
    """Another person than the one who asked lets the run begin."""
    command = DecideDayClosing(context.caller, day, approve=True)
    answer = await context.perform(context.ports.operations.decide_day_closing, command, DayClosingView.of, 202)
    context.ports.day_closing.wake()
    return answer


@router.post(
    "/business-days/{day}/closing/rejection",
    operation_id="reject_day_closing",
    responses=problems(403, 409),
    response_model=DayClosingView,
)
async def reject_day_closing_route(day: Day, context: Annotated[Context, requires("business-day.close")]) -> Response:
    """Another person than the one who asked says no; the day stays open until its time has come."""
    command = DecideDayClosing(context.caller, day, approve=False)
    return await context.perform(context.ports.operations.decide_day_closing, command, DayClosingView.of)


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
