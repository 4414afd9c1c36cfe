"""Pay-outs that wait for a person, over HTTP."""

from dataclasses import asdict
from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Path, Response

from loan_servicekit.core import NotFound
from loan_servicekit.http import Cursor, Page, Router, page, problems, requires
from loan_servicekit.http.pages import cursor_invalid
from postloan_svc.api.disbursement.views import (
    DuePurposeView,
    EvidenceBody,
    PayOutView,
    PurposeBody,
    PurposeCheckView,
    RefusalBody,
)
from postloan_svc.api.loan.access import loan_of
from postloan_svc.api.loan.views import LoanView
from postloan_svc.api.ports import Context
from postloan_svc.domain.disbursement.release import ReleaseStatus
from postloan_svc.use_cases.disbursement.check_purpose import CheckPurpose
from postloan_svc.use_cases.disbursement.ports import PayOutSearch
from postloan_svc.use_cases.disbursement.release_pay_out import CheckConditionOff, RefusePayOut, ReleasePayOut
from postloan_svc.use_cases.disbursement.retry_pay_out import RetryPayOut

router = Router(prefix="/v1")


@router.post(
    "/loans/{loan_id}/pay-out",
    operation_id="retry_pay_out",
    status_code=202,
    responses=problems(404, 409),
    response_model=LoanView,
)
async def retry_pay_out_route(loan_id: UUID, context: Annotated[Context, requires("pay-out.retry")]) -> Response:
    """Asks for the pay-out again after the channel or a person has refused it. Where a person releases pay-outs, it
    waits for another one than who asks."""
    today = await context.ports.days.business_date()
    command = RetryPayOut(context.caller, loan_id)
    return await context.perform(
        context.ports.operations.retry_pay_out, command, lambda loan: LoanView.of(loan, today), 202
    )


@router.get("/pay-outs", operation_id="list_pay_outs", responses=problems())
async def list_pay_outs(
    context: Annotated[Context, requires("loan.read")],
    cursor: Annotated[Cursor, Depends()],
    status: ReleaseStatus = ReleaseStatus.WAITING,
) -> Page[PayOutView]:
    """Pay-outs that wait for a person, of the caller's branch, or of all for those who see all; those that the machine
    releases are not among them."""
    search = PayOutSearch(context.caller.branch_scope, status)
    found = await context.ports.pay_outs.pay_outs(search, cursor.uuid(), cursor.limit + 1)
    shown = [PayOutView.of(each) for each in found]
    return page(shown, cursor, [shown[cursor.limit - 1].id] if len(shown) > cursor.limit else None)


@router.get("/pay-outs/{pay_out_id}", operation_id="get_pay_out", responses=problems(404))
async def get_pay_out(pay_out_id: UUID, context: Annotated[Context, requires("loan.read")]) -> PayOutView:
    """One of them."""
    found = await context.ports.pay_outs.pay_out(pay_out_id)
    if found is None:
        raise NotFound("pay-out-not-found", f"no pay-out {pay_out_id} waits, or waited, for a person")
    context.caller.require_branch(found.branch)
    return PayOutView.of(found)


@router.post(
    "/pay-outs/{pay_out_id}/conditions/{code}",
    operation_id="check_condition_off",
    responses=problems(404, 409),
    response_model=PayOutView,
)
async def check_condition_off_route(
    pay_out_id: UUID,
    code: Annotated[str, Path(max_length=64, pattern=r"^[A-Za-z0-9_-]+$")],
    body: EvidenceBody,
    context: Annotated[Context, requires("pay-out.prepare")],
) -> Response:
    """Somebody has seen that a condition of the contract is fulfilled; he does not release the money any more."""
    command = CheckConditionOff(context.caller, pay_out_id, code, body.evidence)
    return await context.perform(context.ports.operations.check_condition_off, command, PayOutView.of)


@router.post(
    "/pay-outs/{pay_out_id}/release",
    operation_id="release_pay_out",
    responses=problems(403, 404, 409),
    response_model=PayOutView,
)
async def release_pay_out_route(pay_out_id: UUID, context: Annotated[Context, requires("pay-out.release")]) -> Response:
    """Orders the payment, when all conditions are checked off: done by a person who neither made, decided nor
    contracted the loan, nor checked a condition off, nor asked for the pay-out."""
    command = ReleasePayOut(context.caller, pay_out_id)
    return await context.perform(context.ports.operations.release_pay_out, command, PayOutView.of)


@router.post(
    "/pay-outs/{pay_out_id}/refusal",
    operation_id="refuse_pay_out",
    responses=problems(403, 404, 409),
    response_model=PayOutView,
)
async def refuse_pay_out_route(
    pay_out_id: UUID, body: RefusalBody, context: Annotated[Context, requires("pay-out.release")]
) -> Response:
    """The same person says no: nothing is ordered, and the loan waits for another try."""
    command = RefusePayOut(context.caller, pay_out_id, body.reason)
    return await context.perform(context.ports.operations.refuse_pay_out, command, PayOutView.of)


@router.get("/purpose-checks", operation_id="list_purpose_checks", responses=problems())
async def list_purpose_checks(
    context: Annotated[Context, requires("loan.read")], cursor: Annotated[Cursor, Depends()]
) -> Page[DuePurposeView]:
    """Loans that were paid to their borrowers, and of which nobody has said yet what they were used for; the longest
    due first."""
    today = await context.ports.days.business_date()
    found = await context.ports.pay_outs.due_purposes(context.caller.branch_scope, _behind(cursor), cursor.limit + 1)
    shown = [DuePurposeView(**asdict(each), overdue=each.due_on < today) for each in found]
    last = shown[cursor.limit - 1] if len(shown) > cursor.limit else None
    return page(shown, cursor, [last.due_on.isoformat(), str(last.loan_id)] if last else None)


def _behind(cursor: Cursor) -> tuple[date, UUID] | None:
    if cursor.after is None:
        return None
    try:
        due_on, loan_id = cursor.after
        return date.fromisoformat(str(due_on)), UUID(str(loan_id))
    except ValueError as error:
        raise cursor_invalid() from error


@router.get("/loans/{loan_id}/purpose-check", operation_id="get_purpose_check", responses=problems(404))
async def get_purpose_check(loan_id: UUID, context: Annotated[Context, requires("loan.read")]) -> PurposeCheckView:
    """What was found about the use of a loan's money."""
    await loan_of(loan_id, context)
    found = await context.ports.pay_outs.purpose_check(loan_id)
    if found is None:
        raise NotFound("purpose-check-not-found", f"nobody has said what loan {loan_id} was used for")
    return PurposeCheckView.of(found)


@router.post(
    "/loans/{loan_id}/purpose-check",
    operation_id="check_purpose",
    status_code=201,
    responses=problems(404, 409),
    response_model=PurposeCheckView,
)
async def check_purpose_route(
    loan_id: UUID, body: PurposeBody, context: Annotated[Context, requires("purpose.check")]
) -> Response:
    """Says what a loan was used for that was paid to its borrower (R-2.6a), once, and where the evidence lies."""
    command = CheckPurpose(context.caller, loan_id, body.result, body.evidence)
    return await context.perform(context.ports.operations.check_purpose, command, PurposeCheckView.of, 201)
