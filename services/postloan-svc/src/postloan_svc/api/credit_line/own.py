"""A borrower's own credit lines over HTTP. What is not his is not there."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Response

from loan_servicekit.core import NotFound
from loan_servicekit.http import Cursor, Page, Router, page, problems, requires
from postloan_svc.api.credit_line.views import DrawBody, OwnLineView
from postloan_svc.api.loan.own import OwnLoanView
from postloan_svc.api.ports import Context
from postloan_svc.domain.credit_line.line import CreditLine
from postloan_svc.use_cases.credit_line.draw_line import DrawLine

router = Router(prefix="/v1/my", tags=["borrower"])


async def own_line(line_id: UUID, context: Context) -> CreditLine:
    """The line, where it is the caller's own; raises NotFound `credit-line-not-found` for any other."""
    own = context.caller.owner()
    line = await context.ports.credit_lines.line(line_id)
    if line is None or line.contract.customer_id != own:
        raise NotFound("credit-line-not-found", f"there is no credit line {line_id}")
    return line


@router.get("/credit-lines", operation_id="list_own_credit_lines", responses=problems())
async def list_own_credit_lines(
    context: Annotated[Context, requires("own-loan.read")], cursor: Annotated[Cursor, Depends()]
) -> Page[OwnLineView]:
    """The borrower's own lines, each with what of it can be drawn."""
    ports = context.ports
    found = await ports.credit_lines.lines(None, context.caller.owner(), cursor.uuid(), cursor.limit + 1)
    today, used = await ports.days.business_date(), await ports.credit_lines.used([each.id for each in found])
    shown = [OwnLineView.of(each, used[each.id], today) for each in found]
    return page(shown, cursor, [shown[cursor.limit - 1].id] if len(shown) > cursor.limit else None)


@router.get("/credit-lines/{line_id}", operation_id="get_own_credit_line", responses=problems(404))
async def get_own_credit_line(line_id: UUID, context: Annotated[Context, requires("own-loan.read")]) -> OwnLineView:
    """One of them. Its loans are repaid like any other."""
    line = await own_line(line_id, context)
    used = await context.ports.credit_lines.used([line_id])
    return OwnLineView.of(line, used[line_id], await context.ports.days.business_date())


@router.post(
    "/credit-lines/{line_id}/drawdowns",
    operation_id="draw_own_credit_line",
    status_code=202,
    responses=problems(404, 409),
    response_model=OwnLoanView,
)
async def draw_own_credit_line_route(
    line_id: UUID, body: DrawBody, context: Annotated[Context, requires("own-loan.draw")]
) -> Response:
    """Draws an amount: a new loan, whose money goes to the borrower's verified card."""
    line = await own_line(line_id, context)
    today = await context.ports.days.business_date()
    caller = context.caller.owning(line.contract.branch)
    command = DrawLine(caller, line_id, body.amount_minor, body.reservation_id)
    return await context.perform(
        context.ports.operations.draw_line, command, lambda loan: OwnLoanView.of(loan, today), 202
    )
