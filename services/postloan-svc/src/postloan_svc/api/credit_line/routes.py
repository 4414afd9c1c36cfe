"""Credit lines over HTTP."""

from collections.abc import Callable
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query, Response

from loan_servicekit.core import NotFound
from loan_servicekit.http import Cursor, Page, Router, page, problems, requires
from postloan_svc.api.credit_line.views import (
    DrawBody,
    FreezeDecisionBody,
    LineFreezeBody,
    LineView,
    ReservationBody,
)
from postloan_svc.api.loan.views import LoanView
from postloan_svc.api.ports import Context
from postloan_svc.domain.credit_line.line import CreditLine, Used
from postloan_svc.use_cases.credit_line.draw_line import DrawLine, ReleaseReservation, ReserveLine
from postloan_svc.use_cases.credit_line.freeze_line import AskFreeze, DecideFreeze

router = Router(prefix="/v1")


async def line_of(line_id: UUID, context: Context) -> CreditLine:
    """The line of a path; raises NotFound `credit-line-not-found`, and Forbidden for callers of another branch."""
    line = await context.ports.credit_lines.line(line_id)
    if line is None:
        raise NotFound("credit-line-not-found", f"there is no credit line {line_id}")
    context.caller.require_branch(line.contract.branch)
    return line


async def showing(line_id: UUID, context: Context) -> Callable[[CreditLine], LineView]:
    """What makes the view of a line that an operation gives back: its loans are not changed by it."""
    today, used = await context.ports.days.business_date(), await context.ports.credit_lines.used([line_id])
    return lambda line: LineView.of(line, used.get(line.id, Used()), today)


@router.get("/credit-lines", operation_id="list_credit_lines", responses=problems())
async def list_credit_lines(
    context: Annotated[Context, requires("loan.read")],
    cursor: Annotated[Cursor, Depends()],
    customer_id: Annotated[UUID | None, Query()] = None,
) -> Page[LineView]:
    """Lines of the caller's branch, or of all for those who see all, each with what of it can be drawn."""
    ports, branch = context.ports, context.caller.branch_scope
    found = await ports.credit_lines.lines(branch, customer_id, cursor.uuid(), cursor.limit + 1)
    today, used = await ports.days.business_date(), await ports.credit_lines.used([each.id for each in found])
    shown = [LineView.of(each, used[each.id], today) for each in found]
    return page(shown, cursor, [shown[cursor.limit - 1].id] if len(shown) > cursor.limit else None)


@router.get("/credit-lines/{line_id}", operation_id="get_credit_line", responses=problems(404))
async def get_credit_line(line_id: UUID, context: Annotated[Context, requires("loan.read")]) -> LineView:
    """One line; its loans are those of its application."""
    return (await showing(line_id, context))(await line_of(line_id, context))


@router.post(
    "/credit-lines/{line_id}/drawdowns",
    operation_id="draw_credit_line",
    status_code=202,
    responses=problems(404, 409),
    response_model=LoanView,
)
async def draw_credit_line_route(
    line_id: UUID, body: DrawBody, context: Annotated[Context, requires("credit-line.draw")]
) -> Response:
    """Draws an amount for the borrower, at the branch: a new loan, whose money goes to his verified card."""
    today = await context.ports.days.business_date()
    command = DrawLine(context.caller, line_id, body.amount_minor, body.reservation_id)
    return await context.perform(
        context.ports.operations.draw_line, command, lambda loan: LoanView.of(loan, today), 202
    )


@router.post(
    "/credit-lines/{line_id}/reservations",
    operation_id="reserve_credit_line",
    status_code=201,
    responses=problems(404, 409),
    response_model=LineView,
)
async def reserve_credit_line_route(
    line_id: UUID, body: ReservationBody, context: Annotated[Context, requires("credit-line.draw")]
) -> Response:
    """Holds an amount for a draw, up to a day."""
    command = ReserveLine(context.caller, line_id, body.amount_minor, body.until)
    view = await showing(line_id, context)
    return await context.perform(context.ports.operations.reserve_line, command, view, 201)


@router.post(
    "/credit-lines/{line_id}/reservations/{reservation_id}/release",
    operation_id="release_reservation",
    responses=problems(404, 409),
    response_model=LineView,
)
async def release_reservation_route(
    line_id: UUID, reservation_id: UUID, context: Annotated[Context, requires("credit-line.draw")]
) -> Response:
    """Lets an amount go that was held."""
    command = ReleaseReservation(context.caller, line_id, reservation_id)
    view = await showing(line_id, context)
    return await context.perform(context.ports.operations.release_reservation, command, view)


@router.post(
    "/credit-lines/{line_id}/freeze",
    operation_id="ask_credit_line_freeze",
    status_code=202,
    responses=problems(404, 409),
    response_model=LineView,
)
async def ask_credit_line_freeze_route(
    line_id: UUID, body: LineFreezeBody, context: Annotated[Context, requires("credit-line.freeze")]
) -> Response:
    """Asks another person to have nothing more drawn, or to let it be drawn again."""
    command = AskFreeze(context.caller, line_id, body.freeze, body.reason)
    view = await showing(line_id, context)
    return await context.perform(context.ports.operations.ask_freeze, command, view, 202)


@router.post(
    "/credit-lines/{line_id}/freeze/decision",
    operation_id="decide_credit_line_freeze",
    responses=problems(403, 404, 409),
    response_model=LineView,
)
async def decide_credit_line_freeze_route(
    line_id: UUID, body: FreezeDecisionBody, context: Annotated[Context, requires("credit-line.freeze")]
) -> Response:
    """Approves or rejects it: done by another person than the one who asked."""
    command = DecideFreeze(context.caller, line_id, body.approve)
    view = await showing(line_id, context)
    return await context.perform(context.ports.operations.decide_freeze, command, view)
