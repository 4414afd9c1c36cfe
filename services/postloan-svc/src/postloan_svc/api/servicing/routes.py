"""Repayments over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Response

from loan_servicekit.http import Router, problems, requires
from postloan_svc.api.ports import Context
from postloan_svc.api.servicing.views import RepaymentBody, RepaymentView
from postloan_svc.use_cases.servicing.record_repayment import RecordRepayment

router = Router(prefix="/v1")


@router.post(
    "/loans/{loan_id}/repayments",
    operation_id="record_repayment",
    status_code=201,
    responses=problems(404, 409),
    response_model=RepaymentView,
)
async def record_repayment_route(
    loan_id: UUID, body: RepaymentBody, context: Annotated[Context, requires("repayment.record")]
) -> Response:
    """Takes a repayment and allocates it; what no due debt can take waits in suspense for the next instalment.

    `received_on` decides on grace and late charges. It lies between the value date and the open business day, and not
    before a day up to which an earlier repayment has paid late charges.
    """
    command = RecordRepayment(context.caller, loan_id, body.amount_minor, body.received_on)
    return await context.perform(context.ports.operations.record_repayment, command, RepaymentView.of, 201)
