"""Quotes for repaying before the term, over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Response

from loan_servicekit.http import Page, Router, problems, requires
from postloan_svc.api.loan.access import loan_of
from postloan_svc.api.ports import Context
from postloan_svc.api.servicing.views import QuoteBody, QuoteView
from postloan_svc.use_cases.servicing.quote_prepayment import QuotePrepayment

router = Router(prefix="/v1")


@router.post(
    "/loans/{loan_id}/prepayment-quotes",
    operation_id="quote_prepayment",
    status_code=201,
    responses=problems(404, 409),
    response_model=QuoteView,
)
async def quote_prepayment_route(
    loan_id: UUID, body: QuoteBody, context: Annotated[Context, requires("repayment.record")]
) -> Response:
    """Says what repaying a part, or all, before the term costs up to a day, with its breakdown and the schedule after.

    A repayment of the total that names the quote is taken as it says: until that day, once, and unless the loan has
    changed so that it costs more (`prepayment-quote-stale`). Money of an earlier day costs no more; what is left over
    waits for the next instalment, or goes back when the loan has ended.
    """
    command = QuotePrepayment(
        caller=context.caller,
        loan_id=loan_id,
        pay_by=body.pay_by,
        principal_minor=body.principal_minor,
        effect=body.effect,
    )
    return await context.perform(context.ports.operations.quote_prepayment, command, QuoteView.of, 201)


@router.get("/loans/{loan_id}/prepayment-quotes", operation_id="list_prepayment_quotes", responses=problems(404))
async def list_prepayment_quotes(loan_id: UUID, context: Annotated[Context, requires("loan.read")]) -> Page[QuoteView]:
    """What was quoted for repaying a loan before its term, newest first."""
    await loan_of(loan_id, context)
    return Page(items=[QuoteView.of(each) for each in await context.ports.requests.quotes_of(loan_id)])
