"""Loans over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query, Response

from loan_servicekit.http import Cursor, Page, Router, page, problems, requires
from postloan_svc.api.loan.access import loan_of
from postloan_svc.api.loan.views import LoanView
from postloan_svc.api.ports import Context
from postloan_svc.domain.loan.status import LoanStatus
from postloan_svc.use_cases.loan.ports import LoanSearch

router = Router(prefix="/v1")


@router.get("/loans", operation_id="list_loans", responses=problems())
async def list_loans(
    context: Annotated[Context, requires("loan.read")],
    cursor: Annotated[Cursor, Depends()],
    status: LoanStatus | None = None,
    application_id: Annotated[UUID | None, Query()] = None,
    customer_id: Annotated[UUID | None, Query()] = None,
    loan_no: Annotated[str | None, Query(pattern=r"^[A-Za-z0-9-]{1,64}$", description="The number of the loan")] = None,
    unapplied: Annotated[bool, Query(description="Only loans for which money waits in suspense (挂账)")] = False,
) -> Page[LoanView]:
    """Loans of the caller's branch, or of all for those who see all."""
    today = await context.ports.days.business_date()
    search = LoanSearch(context.caller.branch_scope, status, application_id, customer_id, loan_no, unapplied)
    found = await context.ports.loans.loans(search, cursor.uuid(), cursor.limit + 1)
    shown = [LoanView.of(loan, today) for loan in found]
    return page(shown, cursor, [shown[cursor.limit - 1].id] if len(shown) > cursor.limit else None)


@router.get("/loans/{loan_id}", operation_id="get_loan", responses=problems(404))
async def get_loan(loan_id: UUID, context: Annotated[Context, requires("loan.read")], response: Response) -> LoanView:
    """One loan."""
    loan = await loan_of(loan_id, context)
    response.headers["ETag"] = f'"{loan.sequence}"'
    return LoanView.of(loan, await context.ports.days.business_date())
