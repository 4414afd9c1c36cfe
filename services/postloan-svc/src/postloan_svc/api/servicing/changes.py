"""Changes of loans over HTTP: of their terms, of what is owed, and the ways in which they end."""

from typing import Annotated
from uuid import UUID

from fastapi import Response

from loan_servicekit.http import Page, Router, problems, requires
from postloan_svc.api.loan.access import loan_of
from postloan_svc.api.ports import Context
from postloan_svc.api.servicing.change_views import ChangeBody, LoanChangeView
from postloan_svc.api.servicing.views import ReversalBody
from postloan_svc.use_cases.servicing.changes.decide_change import DecideChange
from postloan_svc.use_cases.servicing.changes.request_change import RequestChange, RequestChangeReversal

router = Router(prefix="/v1")


@router.post(
    "/loans/{loan_id}/changes",
    operation_id="request_loan_change",
    status_code=202,
    responses=problems(404, 409),
    response_model=LoanChangeView,
)
async def request_change_route(
    loan_id: UUID, body: ChangeBody, context: Annotated[Context, requires("loan-change.request")]
) -> Response:
    """Asks a second person to change a loan as of a day: nothing changes before. A waiver within the parameter
    `waiver.alone` is made at once; a restructuring, waiver or write-off above `change.process_over` is put before its
    approval process.

    As of a day that has passed the loan is worked out anew, as if it had been changed on that day.
    """
    command = RequestChange(context.caller, loan_id, body.change.change(), body.value_date, body.reason)
    return await context.perform(context.ports.operations.request_change, command, LoanChangeView.of, 202)


@router.get("/loans/{loan_id}/changes", operation_id="list_loan_changes", responses=problems(404))
async def list_loan_changes(loan_id: UUID, context: Annotated[Context, requires("loan.read")]) -> Page[LoanChangeView]:
    """What was asked for of a loan, and what became of it, oldest first."""
    await loan_of(loan_id, context)
    return Page(items=[LoanChangeView.of(each) for each in await context.ports.changes.changes_of(loan_id)])


@router.post(
    "/loans/{loan_id}/changes/{change_id}/reversal",
    operation_id="request_loan_change_reversal",
    status_code=202,
    responses=problems(404, 409),
    response_model=LoanChangeView,
)
async def request_change_reversal_route(
    loan_id: UUID, change_id: UUID, body: ReversalBody, context: Annotated[Context, requires("loan-change.request")]
) -> Response:
    """Asks a second person to take a change back, as if it had never been made."""
    command = RequestChangeReversal(context.caller, loan_id, change_id, body.reason)
    return await context.perform(context.ports.operations.request_change_reversal, command, LoanChangeView.of, 202)


@router.post(
    "/loan-changes/{change_id}/approval",
    operation_id="approve_loan_change",
    responses=problems(403, 404, 409),
    response_model=LoanChangeView,
)
async def approve_change_route(
    change_id: UUID, context: Annotated[Context, requires("loan-change.approve")]
) -> Response:
    """Another person than the one who asked makes the change, or takes it back."""
    command = DecideChange(context.caller, change_id, approve=True)
    return await context.perform(context.ports.operations.decide_change, command, LoanChangeView.of, 200)


@router.post(
    "/loan-changes/{change_id}/rejection",
    operation_id="reject_loan_change",
    responses=problems(403, 404, 409),
    response_model=LoanChangeView,
)
async def reject_change_route(
    change_id: UUID, context: Annotated[Context, requires("loan-change.approve")]
) -> Response:
    """Another person than the one who asked says no; nothing changes."""
    command = DecideChange(context.caller, change_id, approve=False)
    return await context.perform(context.ports.operations.decide_change, command, LoanChangeView.of, 200)
