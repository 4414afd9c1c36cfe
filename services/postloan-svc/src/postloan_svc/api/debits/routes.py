"""Agreements, debits and their runs for staff over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Response

from loan_servicekit.http import Cursor, Page, Router, page, problems, requires
from postloan_svc.api.debits.views import DebitRunView, FreezeBody, StaffAgreementView, StaffDebitView
from postloan_svc.api.loan.access import loan_of
from postloan_svc.api.ports import Context
from postloan_svc.use_cases.debits.freeze_debits import FreezeDebits, ResumeDebits

router = Router(prefix="/v1")
RUNS = 100


@router.get("/loans/{loan_id}/debits", operation_id="list_debits", responses=problems(404))
async def list_debits(
    loan_id: UUID, context: Annotated[Context, requires("loan.read")], cursor: Annotated[Cursor, Depends()]
) -> Page[StaffDebitView]:
    """The debits of a loan from its borrower's card, the latest first, with why each failed."""
    await loan_of(loan_id, context)
    found = await context.ports.debits.attempts(loan_id, cursor.time_and_uuid(), cursor.limit + 1)
    shown = [StaffDebitView.of(each) for each in found]
    last = found[cursor.limit - 1] if len(found) > cursor.limit else None
    return page(shown, cursor, [last.requested_at, last.id] if last else None)


@router.get(
    "/loans/{loan_id}/collection-agreements", operation_id="list_collection_agreements", responses=problems(404)
)
async def list_collection_agreements(
    loan_id: UUID, context: Annotated[Context, requires("loan.read")]
) -> Page[StaffAgreementView]:
    """The agreements under which a loan is collected from its borrower's card, the latest first."""
    await loan_of(loan_id, context)
    return Page(items=[StaffAgreementView.of(each) for each in await context.ports.debits.agreements(loan_id)])


@router.post(
    "/loans/{loan_id}/debit-freeze",
    operation_id="freeze_debits",
    responses=problems(404, 409),
    response_model=StaffAgreementView,
)
async def freeze_debits_route(
    loan_id: UUID, body: FreezeBody, context: Annotated[Context, requires("debit.freeze")]
) -> Response:
    """Nothing is collected from the borrower's card from now on, until another person lets it go on."""
    command = FreezeDebits(context.caller, loan_id, body.reason)
    return await context.perform(context.ports.operations.freeze_debits, command, StaffAgreementView.of, 200)


@router.post(
    "/loans/{loan_id}/debit-resumption",
    operation_id="resume_debits",
    responses=problems(403, 404, 409),
    response_model=StaffAgreementView,
)
async def resume_debits_route(loan_id: UUID, context: Annotated[Context, requires("debit.resume")]) -> Response:
    """Another person than the one who froze them lets debits go on."""
    command = ResumeDebits(context.caller, loan_id)
    return await context.perform(context.ports.operations.resume_debits, command, StaffAgreementView.of, 200)


@router.get("/debit-runs", operation_id="list_debit_runs", responses=problems())
async def list_debit_runs(context: Annotated[Context, requires("payment.read")]) -> Page[DebitRunView]:
    """The last runs of collecting what is due, the latest first: how many debits each ordered, and when it ended."""
    return Page(items=[DebitRunView.of(each) for each in await context.ports.debits.runs(RUNS)])
