"""What a borrower has repaid of his own loan, and what repaying before the term would cost him, over HTTP."""

from dataclasses import asdict
from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Response
from pydantic import BaseModel, Field

from loan_servicekit.http import Cursor, Page, Router, page, problems, requires
from postloan_svc.api.ledger.routes import repayment_place
from postloan_svc.api.ledger.views import AllocationLineView
from postloan_svc.api.loan.access import own_loan
from postloan_svc.api.ports import Context
from postloan_svc.api.servicing.views import QuoteBody, QuoteView
from postloan_svc.use_cases.ledger.ports import RepaymentEntry
from postloan_svc.use_cases.servicing.quote_prepayment import QuotePrepayment

router = Router(prefix="/v1/my", tags=["borrower"])


class OwnRepaymentView(BaseModel):
    """A repayment and what it paid."""

    repayment_id: UUID
    received_on: date
    amount_minor: int
    allocation: list[AllocationLineView]
    reference: str | None
    reversed: bool = Field(description="Taken back, as a debit that the bank has returned")

    @classmethod
    def of(cls, entry: RepaymentEntry) -> "OwnRepaymentView":
        """The view of a repayment."""
        return cls.model_validate({name: value for name, value in asdict(entry).items() if name in cls.model_fields})


@router.get("/loans/{loan_id}/repayments", operation_id="list_own_repayments", responses=problems(404))
async def list_own_repayments(
    loan_id: UUID, context: Annotated[Context, requires("own-loan.read")], cursor: Annotated[Cursor, Depends()]
) -> Page[OwnRepaymentView]:
    """The repayments of the borrower's own loan, each as it counts now."""
    await own_loan(loan_id, context)
    found = await context.ports.ledger.repayments_now(loan_id, repayment_place(cursor), cursor.limit + 1)
    shown = [OwnRepaymentView.of(entry) for entry in found]
    last = found[cursor.limit - 1] if len(found) > cursor.limit else None
    return page(shown, cursor, [last.booked_at, last.repayment_id, last.version] if last else None)


@router.post(
    "/loans/{loan_id}/prepayment-quotes",
    operation_id="quote_own_prepayment",
    status_code=201,
    responses=problems(404, 409),
    response_model=QuoteView,
)
async def quote_own_prepayment_route(
    loan_id: UUID, body: QuoteBody, context: Annotated[Context, requires("own-loan.pay")]
) -> Response:
    """Says what repaying a part, or all, before the term costs up to a day, with its breakdown and the schedule after.
    It binds the lender until that day."""
    loan = await own_loan(loan_id, context)
    command = QuotePrepayment(
        caller=context.caller.owning(loan.contract.branch),
        loan_id=loan_id,
        pay_by=body.pay_by,
        principal_minor=body.principal_minor,
        effect=body.effect,
    )
    return await context.perform(context.ports.operations.quote_prepayment, command, QuoteView.of, 201)


@router.get("/loans/{loan_id}/prepayment-quotes", operation_id="list_own_prepayment_quotes", responses=problems(404))
async def list_own_prepayment_quotes(
    loan_id: UUID, context: Annotated[Context, requires("own-loan.read")]
) -> Page[QuoteView]:
    """What was quoted for repaying the borrower's own loan before its term, newest first."""
    await own_loan(loan_id, context)
    return Page(items=[QuoteView.of(each) for each in await context.ports.requests.quotes_of(loan_id)])
