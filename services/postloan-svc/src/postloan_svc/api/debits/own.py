"""A borrower's own agreement to have what is due collected from his card, and his payments by card, over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Response

from loan_servicekit.core import NotFound
from loan_servicekit.http import Cursor, Page, Router, page, problems, requires
from postloan_svc.api.debits.views import AgreementBody, AgreementView, CardPaymentBody, DebitView
from postloan_svc.api.loan.access import own_loan
from postloan_svc.api.ports import Context
from postloan_svc.use_cases.debits.agree_to_collection import AgreeToCollection, RevokeAgreement
from postloan_svc.use_cases.debits.pay_by_card import PayByCard

router = Router(prefix="/v1/my", tags=["borrower"])


@router.post(
    "/loans/{loan_id}/collection-agreement",
    operation_id="agree_to_collection",
    status_code=202,
    responses=problems(404, 409),
    response_model=AgreementView,
)
async def agree_to_collection_route(
    loan_id: UUID, body: AgreementBody, context: Annotated[Context, requires("own-loan.pay")]
) -> Response:
    """The borrower agrees that what is due is collected from his verified card, on its day and after (代扣协议). The
    network signs it; until then it is REQUESTED."""
    loan = await own_loan(loan_id, context)
    caller = context.caller.owning(loan.contract.branch)
    command = AgreeToCollection(caller, loan_id, body.text_version, body.parts)
    return await context.perform(context.ports.operations.agree_to_collection, command, AgreementView.of, 202)


@router.get(
    "/loans/{loan_id}/collection-agreement", operation_id="get_own_collection_agreement", responses=problems(404)
)
async def get_own_collection_agreement(
    loan_id: UUID, context: Annotated[Context, requires("own-loan.read")]
) -> AgreementView:
    """The borrower's latest agreement for a loan, and whether it is in force."""
    await own_loan(loan_id, context)
    found = await context.ports.debits.agreements(loan_id)
    if not found:
        raise NotFound("collection-agreement-not-found", f"nobody has agreed to collecting for loan {loan_id}")
    return AgreementView.of(found[0])


@router.post(
    "/loans/{loan_id}/collection-agreement/revocation",
    operation_id="revoke_collection_agreement",
    responses=problems(404, 409),
    response_model=AgreementView,
)
async def revoke_agreement_route(loan_id: UUID, context: Annotated[Context, requires("own-loan.pay")]) -> Response:
    """The borrower takes his agreement back: from now on nothing is ordered under it."""
    loan = await own_loan(loan_id, context)
    command = RevokeAgreement(context.caller.owning(loan.contract.branch), loan_id)
    return await context.perform(context.ports.operations.revoke_agreement, command, AgreementView.of, 200)


@router.post(
    "/loans/{loan_id}/card-payments",
    operation_id="pay_by_card",
    status_code=202,
    responses=problems(404, 409),
    response_model=DebitView,
)
async def pay_by_card_route(
    loan_id: UUID, body: CardPaymentBody, context: Annotated[Context, requires("own-loan.pay")]
) -> Response:
    """The borrower pays now, from his verified card: what is due, another amount, or what was quoted for repaying
    before the term. It is a repayment as soon as the bank has confirmed it."""
    loan = await own_loan(loan_id, context)
    command = PayByCard(context.caller.owning(loan.contract.branch), loan_id, body.amount_minor, body.quote_id)
    return await context.perform(context.ports.operations.pay_by_card, command, DebitView.of, 202)


@router.get("/loans/{loan_id}/card-payments", operation_id="list_card_payments", responses=problems(404))
async def list_card_payments(
    loan_id: UUID, context: Annotated[Context, requires("own-loan.read")], cursor: Annotated[Cursor, Depends()]
) -> Page[DebitView]:
    """What was collected, or was to be, from the borrower's card, the latest first, and why it failed."""
    await own_loan(loan_id, context)
    found = await context.ports.debits.attempts(loan_id, cursor.time_and_uuid(), cursor.limit + 1)
    shown = [DebitView.of(each) for each in found]
    last = found[cursor.limit - 1] if len(found) > cursor.limit else None
    return page(shown, cursor, [last.requested_at, last.id] if last else None)
