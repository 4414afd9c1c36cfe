"""What is shown of a loan."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from pydantic import BaseModel, Field

from loan_contracts.values import RepaymentMethod, RepaymentTerms
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.loan.status import LoanStatus
from postloan_svc.domain.servicing.accrual import off_balance_interest_minor
from postloan_svc.domain.servicing.late_charges import owed_minor
from postloan_svc.domain.servicing.settlement import accrued_minor


class LoanView(BaseModel):
    """A loan as it stands on the open business day."""

    id: UUID
    application_id: UUID
    customer_id: UUID
    loan_no: str
    contract_no: str
    branch: str
    product_code: str
    status: LoanStatus
    principal_minor: int
    outstanding_principal_minor: int
    due_minor: int = Field(
        description="What has to be paid on the open business day to owe nothing that is due, late charges included"
    )
    suspense_minor: int
    cap_excess_minor: int = Field(description="Late charges beyond the line on all charges, waived as they arose")
    waived_minor: int = Field(description="What was let go of it so far, principal included")
    written_off_minor: int = Field(description="The principal that was written off")
    currency: str
    annual_rate: Decimal = Field(description="That of the day; days of a pause bear none")
    term_months: int
    repayment_method: RepaymentMethod
    repayment: RepaymentTerms = Field(description="What was agreed on the schedule beside amount, rate and method")
    value_date: date | None
    maturity_date: date | None
    accrued_interest_minor: int = Field(description="Of the running period, up to the open business day")
    off_balance_interest_minor: int = Field(description="Of a non-performing loan: due and accrued, and no income")
    non_accrual_since: date | None
    bucket: str
    dpd: int
    sequence: int

    @classmethod
    def of(cls, loan: Loan, on: date) -> "LoanView":
        """The view of a loan on a day."""
        contract = loan.contract
        return cls(
            id=loan.id,
            application_id=contract.application_id,
            customer_id=contract.customer_id,
            loan_no=loan.loan_no,
            contract_no=contract.contract_no,
            branch=contract.branch,
            product_code=contract.product_code,
            status=loan.status,
            principal_minor=contract.principal_minor,
            outstanding_principal_minor=loan.outstanding_principal_minor,
            due_minor=owed_minor(loan, loan.business_date(on)),
            suspense_minor=loan.suspense_minor,
            cap_excess_minor=loan.cap_excess_minor,
            waived_minor=loan.terms.waived_minor + loan.terms.waived_principal_minor,
            written_off_minor=loan.terms.written_off_minor,
            currency=contract.currency,
            annual_rate=loan.agreed_rates.at(loan.business_date(on)) if loan.value_date else contract.annual_rate,
            term_months=contract.term_months,
            repayment_method=contract.method,
            repayment=contract.repayment,
            value_date=loan.value_date,
            maturity_date=loan.maturity_date,
            accrued_interest_minor=accrued_minor(loan, loan.business_date(on)),
            off_balance_interest_minor=off_balance_interest_minor(loan, loan.business_date(on)),
            non_accrual_since=loan.non_accrual_since,
            bucket=loan.bucket,
            dpd=loan.dpd(on),
            sequence=loan.sequence,
        )
