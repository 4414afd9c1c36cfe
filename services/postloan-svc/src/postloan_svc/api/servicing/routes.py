"""Repayments over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Response

from loan_servicekit.http import Page, Router, problems, requires
from postloan_svc.api.loan.access import loan_of
from postloan_svc.api.loan.views import LoanView
from postloan_svc.api.ports import Context
from postloan_svc.api.servicing.views import (
    MoveBody,
    QuotedRepaymentBody,
    ReleaseBody,
    RepaymentRequestView,
    RepaymentView,
    ReversalBody,
)
from postloan_svc.use_cases.servicing.decide_request import DecideRequest
from postloan_svc.use_cases.servicing.record_repayment import RecordRepayment
from postloan_svc.use_cases.servicing.request_move import RequestMove
from postloan_svc.use_cases.servicing.request_release import RequestRelease
from postloan_svc.use_cases.servicing.request_reversal import RequestReversal
from postloan_svc.use_cases.servicing.retry_refund import RetryRefund

router = Router(prefix="/v1")


@router.post(
    "/loans/{loan_id}/repayments",
    operation_id="record_repayment",
    status_code=201,
    responses=problems(404, 409),
    response_model=RepaymentView,
)
async def record_repayment_route(
    loan_id: UUID, body: QuotedRepaymentBody, context: Annotated[Context, requires("repayment.record")]
) -> Response:
    """Takes a repayment and allocates it to what was due on `received_on`; the rest waits in suspense.

    `received_on` lies between the value date and the open business day. Before something that has happened to the loan
    already, the loan is worked out anew. Money that covers the whole loan settles it with interest to the day; what is
    left over is refunded. With a `quote_id` a part is repaid before its term. A sum beyond anything that the loan can
    cost is refused until a second person releases it.
    """
    command = RecordRepayment(
        caller=context.caller,
        loan_id=loan_id,
        amount_minor=body.amount_minor,
        received_on=body.received_on,
        source=body.source,
        reference=body.reference,
        currency=body.currency,
        quote_id=body.quote_id,
        designated=tuple(body.designated),
    )
    return await context.perform(context.ports.operations.record_repayment, command, RepaymentView.of, 201)


@router.post(
    "/loans/{loan_id}/repayment-releases",
    operation_id="request_repayment_release",
    status_code=202,
    responses=problems(404, 409),
    response_model=RepaymentRequestView,
)
async def request_release_route(
    loan_id: UUID, body: ReleaseBody, context: Annotated[Context, requires("repayment.record")]
) -> Response:
    """Asks a second person to take in money beyond what the loan can cost."""
    command = RequestRelease(
        caller=context.caller,
        loan_id=loan_id,
        amount_minor=body.amount_minor,
        received_on=body.received_on,
        source=body.source,
        reference=body.reference,
        currency=body.currency,
        reason=body.reason,
    )
    return await context.perform(context.ports.operations.request_release, command, RepaymentRequestView.of, 202)


@router.post(
    "/loans/{loan_id}/repayments/{repayment_id}/reversal",
    operation_id="request_repayment_reversal",
    status_code=202,
    responses=problems(404, 409),
    response_model=RepaymentRequestView,
)
async def request_reversal_route(
    loan_id: UUID,
    repayment_id: UUID,
    body: ReversalBody,
    context: Annotated[Context, requires("repayment.record")],
) -> Response:
    """Asks a second person to take a repayment back."""
    command = RequestReversal(context.caller, loan_id, repayment_id, body.reason)
    return await context.perform(context.ports.operations.request_reversal, command, RepaymentRequestView.of, 202)


@router.post(
    "/loans/{loan_id}/unapplied-money-moves",
    operation_id="request_unapplied_money_move",
    status_code=202,
    responses=problems(404, 409),
    response_model=RepaymentRequestView,
)
async def request_move_route(
    loan_id: UUID, body: MoveBody, context: Annotated[Context, requires("repayment.record")]
) -> Response:
    """Asks a second person to move what is left over on a loan to another loan of the same customer.

    It comes there as a repayment under the id of the request. Who has that repayment taken back, has the move taken
    back on both loans.
    """
    command = RequestMove(context.caller, loan_id, body.to_loan_id, body.amount_minor, body.value_date, body.reason)
    return await context.perform(context.ports.operations.request_move, command, RepaymentRequestView.of, 202)


@router.get("/loans/{loan_id}/repayment-requests", operation_id="list_repayment_requests", responses=problems(404))
async def list_repayment_requests(
    loan_id: UUID, context: Annotated[Context, requires("loan.read")]
) -> Page[RepaymentRequestView]:
    """What was asked for about a loan's repayments, and what became of it."""
    await loan_of(loan_id, context)
    return Page(items=[RepaymentRequestView.of(each) for each in await context.ports.requests.of_loan(loan_id)])


@router.post(
    "/repayment-requests/{request_id}/approval",
    operation_id="approve_repayment_request",
    responses=problems(403, 404, 409),
    response_model=RepaymentRequestView,
)
async def approve_request_route(
    request_id: UUID, context: Annotated[Context, requires("repayment.release")]
) -> Response:
    """Another person than the one who asked releases or moves the money, or takes the repayment back."""
    command = DecideRequest(context.caller, request_id, approve=True)
    return await context.perform(context.ports.operations.decide_request, command, RepaymentRequestView.of, 200)


@router.post(
    "/repayment-requests/{request_id}/rejection",
    operation_id="reject_repayment_request",
    responses=problems(403, 404, 409),
    response_model=RepaymentRequestView,
)
async def reject_request_route(
    request_id: UUID, context: Annotated[Context, requires("repayment.release")]
) -> Response:
    """Another person than the one who asked says no; nothing is booked."""
    command = DecideRequest(context.caller, request_id, approve=False)
    return await context.perform(context.ports.operations.decide_request, command, RepaymentRequestView.of, 200)


@router.post(
    "/loans/{loan_id}/refund",
    operation_id="retry_refund",
    status_code=202,
    responses=problems(404, 409),
    response_model=LoanView,
)
async def retry_refund_route(loan_id: UUID, context: Annotated[Context, requires("pay-out.retry")]) -> Response:
    """Asks again for the refund of what was left over, after the channel has refused it."""
    today = await context.ports.days.business_date()
    command = RetryRefund(context.caller, loan_id)
    return await context.perform(
        context.ports.operations.retry_refund, command, lambda loan: LoanView.of(loan, today), 202
    )
