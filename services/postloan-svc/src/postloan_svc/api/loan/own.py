"""A borrower's own loans over HTTP: how they stand, and how they are paid. What is not his is not there."""

from datetime import date
from decimal import Decimal
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Response
from pydantic import BaseModel, Field

from loan_contracts.values import RepaymentMethod
from loan_servicekit.http import Cursor, Page, Router, page, problems, requires
from postloan_svc.api.loan.access import own_loan
from postloan_svc.api.ports import Context
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.loan.status import LoanStatus
from postloan_svc.domain.servicing.late_charges import owed_minor
from postloan_svc.domain.servicing.settlement import accrued_minor
from postloan_svc.use_cases.loan.ports import LoanSearch

router = Router(prefix="/v1/my", tags=["borrower"])


class NextDueView(BaseModel):
    """The instalment that falls due next."""

    number: int
    due_on: date
    total_minor: int


class OwnLoanView(BaseModel):
    """A loan of one's own as it stands on the open business day."""

    id: UUID
    application_id: UUID
    loan_no: str
    contract_no: str
    product_code: str
    status: LoanStatus
    currency: str
    principal_minor: int
    outstanding_principal_minor: int
    annual_rate: Decimal
    term_months: int
    repayment_method: RepaymentMethod
    value_date: date | None
    maturity_date: date | None
    business_date: date = Field(description="The day that all this is of")
    due_minor: int = Field(description="What has to be paid on it to owe nothing that is due, late charges included")
    overdue_days: int
    accrued_interest_minor: int = Field(description="Of the running period, not due yet")
    left_over_minor: int = Field(description="Paid beyond what was due: it pays what falls due next")
    next_due: NextDueView | None
    settled_on: date | None
    sequence: int

    @classmethod
    def of(cls, loan: Loan, on: date) -> "OwnLoanView":
        """The view of a loan on a day."""
        contract, today = loan.contract, loan.business_date(on)
        ahead = next((each for each in loan.instalments if not each.fell_due), None) if loan.running else None
        return cls(
            id=loan.id,
            application_id=contract.application_id,
            loan_no=loan.loan_no,
            contract_no=contract.contract_no,
            product_code=contract.product_code,
            status=loan.status,
            currency=contract.currency,
            principal_minor=contract.principal_minor,
            outstanding_principal_minor=loan.outstanding_principal_minor,
            annual_rate=contract.annual_rate,
            term_months=contract.term_months,
            repayment_method=contract.method,
            value_date=loan.value_date,
            maturity_date=loan.maturity_date,
            business_date=today,
            due_minor=owed_minor(loan, today),
            overdue_days=loan.dpd(on),
            accrued_interest_minor=accrued_minor(loan, today),
            left_over_minor=loan.suspense_minor,
            next_due=NextDueView(number=ahead.number, due_on=ahead.due_on, total_minor=ahead.total_minor)
            if ahead
            else None,
            settled_on=loan.settled_on,
            sequence=loan.sequence,
        )


class PaymentInstructionView(BaseModel):
    """How to pay: so much to this account under this mark. The mark says whose money it is."""

    amount_minor: int = Field(description="What is due today")
    account: str | None = Field(description="Payee, bank and account of the lender; absent: ask at the counter")
    reference: str


@router.get("/loans", operation_id="list_own_loans", responses=problems())
async def list_own_loans(
    context: Annotated[Context, requires("own-loan.read")], cursor: Annotated[Cursor, Depends()]
) -> Page[OwnLoanView]:
    """The borrower's own loans."""
    today = await context.ports.days.business_date()
    search = LoanSearch(None, None, None, context.caller.owner())
    found = await context.ports.loans.loans(search, cursor.uuid(), cursor.limit + 1)
    shown = [OwnLoanView.of(loan, today) for loan in found]
    return page(shown, cursor, [shown[cursor.limit - 1].id] if len(shown) > cursor.limit else None)


@router.get("/loans/{loan_id}", operation_id="get_own_loan", responses=problems(404))
async def get_own_loan(
    loan_id: UUID, context: Annotated[Context, requires("own-loan.read")], response: Response
) -> OwnLoanView:
    """One of the borrower's own loans."""
    loan = await own_loan(loan_id, context)
    response.headers["ETag"] = f'"{loan.sequence}"'
    return OwnLoanView.of(loan, await context.ports.days.business_date())


@router.get("/loans/{loan_id}/payment-instruction", operation_id="get_payment_instruction", responses=problems(404))
async def get_payment_instruction(
    loan_id: UUID, context: Annotated[Context, requires("own-loan.pay")]
) -> PaymentInstructionView:
    """How the borrower pays what is due by transfer."""
    loan = await own_loan(loan_id, context)
    today = loan.business_date(await context.ports.days.business_date())
    account = context.ports.repayment_account or None
    return PaymentInstructionView(amount_minor=owed_minor(loan, today), account=account, reference=loan.loan_no)
