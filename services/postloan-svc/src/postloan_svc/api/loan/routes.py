"""Loans, repayments and the business day over HTTP."""

from dataclasses import asdict
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query, Response

from loan_servicekit.core import NotFound
from loan_servicekit.http import Cursor, Day, Edge, Page, Router, page, problems, requires
from postloan_svc.api.views import (
    BusinessDayView,
    DayClosingView,
    InstalmentView,
    LedgerEntryView,
    LoanView,
    RepaymentBody,
    RepaymentEntryView,
    RepaymentView,
    ScheduleView,
)
from postloan_svc.domain.loan import Loan, LoanStatus
from postloan_svc.use_cases.close_business_day import CloseBusinessDay, close_business_day
from postloan_svc.use_cases.record_repayment import RecordRepayment, record_repayment
from postloan_svc.use_cases.retry_pay_out import RetryPayOut, retry_pay_out

router = Router(prefix="/v1")


async def _loan(loan_id: UUID, edge: Edge) -> Loan:
    loan: Loan | None = await edge.queries.loan(loan_id)
    if loan is None:
        raise NotFound("loan-not-found", f"there is no loan {loan_id}")
    edge.caller.require_branch(loan.contract.branch)
    return loan


@router.get("/loans", operation_id="list_loans", responses=problems())
async def list_loans(
    edge: Annotated[Edge, requires("loan.read")],
    cursor: Annotated[Cursor, Depends()],
    status: LoanStatus | None = None,
    application_id: Annotated[UUID | None, Query()] = None,
    customer_id: Annotated[UUID | None, Query()] = None,
) -> Page[LoanView]:
    """Loans of the caller's branch, or of all for those who see all."""
    today = await edge.queries.business_date()
    found = await edge.queries.loans(edge.caller.branch_scope, status, application_id, customer_id, cursor.uuid(),
                                     cursor.limit + 1)  # fmt: skip
    shown = [LoanView.of(loan, today) for loan in found]
    return page(shown, cursor, [shown[cursor.limit - 1].id] if len(shown) > cursor.limit else None)


@router.get("/loans/{loan_id}", operation_id="get_loan", responses=problems(404))
async def get_loan(loan_id: UUID, edge: Annotated[Edge, requires("loan.read")], response: Response) -> LoanView:
    """One loan."""
    loan = await _loan(loan_id, edge)
    response.headers["ETag"] = f'"{loan.sequence}"'
    return LoanView.of(loan, await edge.queries.business_date())


@router.get("/loans/{loan_id}/schedule", operation_id="get_schedule", responses=problems(404))
async def get_schedule(loan_id: UUID, edge: Annotated[Edge, requires("loan.read")]) -> ScheduleView:
    """Every instalment with what has been paid."""
    loan = await _loan(loan_id, edge)
    return ScheduleView(loan_id=loan.id, instalments=[InstalmentView.of(each) for each in loan.instalments])


@router.get("/loans/{loan_id}/ledger", operation_id="list_ledger_entries", responses=problems(404))
async def list_ledger_entries(loan_id: UUID, edge: Annotated[Edge, requires("loan.read")]) -> Page[LedgerEntryView]:
    """The double-entry postings of a loan; a loan has few, so one page holds them all."""
    await _loan(loan_id, edge)
    return Page(items=[LedgerEntryView(**asdict(entry)) for entry in await edge.queries.ledger(loan_id)])


@router.get("/loans/{loan_id}/repayments", operation_id="list_repayments", responses=problems(404))
async def list_repayments(loan_id: UUID, edge: Annotated[Edge, requires("loan.read")]) -> Page[RepaymentEntryView]:
    """The repayments of a loan with their allocations."""
    await _loan(loan_id, edge)
    return Page(items=[RepaymentEntryView(**asdict(entry)) for entry in await edge.queries.repayments(loan_id)])


@router.post("/loans/{loan_id}/repayments", operation_id="record_repayment", status_code=201,
             responses=problems(404, 409), response_model=RepaymentView)  # fmt: skip
async def record_repayment_route(
    loan_id: UUID, body: RepaymentBody, edge: Annotated[Edge, requires("repayment.record")]
) -> Response:
    """Takes a repayment and allocates it; what no due debt can take waits in suspense for the next instalment.

    `received_on` decides on grace and late charges. It lies between the value date and the open business day, and not
    before a day up to which an earlier repayment has paid late charges.
    """
    command = RecordRepayment(edge.caller, loan_id, body.amount_minor, body.received_on)
    return await edge.perform(record_repayment, command, RepaymentView.of, 201, edge.service.preload_loans)


@router.post("/loans/{loan_id}/pay-out", operation_id="retry_pay_out", status_code=202, responses=problems(404, 409),
             response_model=LoanView)  # fmt: skip
async def retry_pay_out_route(loan_id: UUID, edge: Annotated[Edge, requires("pay-out.retry")]) -> Response:
    """Asks for the pay-out again after the channel has refused it."""
    today = await edge.queries.business_date()
    return await edge.perform(
        retry_pay_out, RetryPayOut(edge.caller, loan_id), lambda loan: LoanView.of(loan, today), 202,
        edge.service.preload_loans,
    )  # fmt: skip


@router.get("/business-day", operation_id="get_business_day", responses=problems())
async def get_business_day(edge: Annotated[Edge, requires("loan.read")]) -> BusinessDayView:
    """The open business day."""
    today = await edge.queries.business_date()
    closing = await edge.queries.day_closing(today)
    return BusinessDayView(business_date=today, closing=DayClosingView.of(closing) if closing else None)


@router.post("/business-days/{day}/closing", operation_id="close_business_day", status_code=202,
             responses=problems(409), response_model=DayClosingView)  # fmt: skip
async def close_business_day_route(day: Day, edge: Annotated[Edge, requires("business-day.close")]) -> Response:
    """Begins the close-of-business run of the open day; the business date moves when it is done."""
    answer = await edge.perform(close_business_day, CloseBusinessDay(edge.caller, day), DayClosingView.of, 202)
    edge.service.day_closer.wake()
    return answer


@router.get("/business-days/{day}/closing", operation_id="get_day_closing", responses=problems(404))
async def get_day_closing(day: Day, edge: Annotated[Edge, requires("loan.read")]) -> DayClosingView:
    """How far a run is."""
    closing = await edge.queries.day_closing(day)
    if closing is None:
        raise NotFound("day-closing-not-found", f"the closing of {day} was not begun")
    return DayClosingView.of(closing)
