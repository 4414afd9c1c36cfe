"""A change of a loan as one person asks for it and another one decides."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from loan_contracts.decisions import ApprovalRequested, ApprovalSubject
from loan_servicekit.core import Aggregate, Caller, Conflict
from postloan_svc.domain.loan.changes import Change
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing.requests import RequestStatus
from postloan_svc.domain.two_people import require_second_person


@dataclass(eq=False)
class LoanChange(Aggregate):
    """What shall change from a day on, or the change (`reverses`) that shall be taken back; the reason stays here. With
    a `process_code` the approval process of that code decides it, in the place of a second person here."""

    AUDITED_AS = "loan-change"

    id: UUID
    loan_id: UUID
    change: Change
    value_date: date
    reason: str
    requested_by: str
    requested_at: datetime
    reverses: UUID | None = None
    status: RequestStatus = RequestStatus.REQUESTED
    decided_by: str | None = None
    decided_at: datetime | None = None
    process_code: str | None = None

    def asked(self) -> None:
        """Tells that it was asked for."""
        detail = {"kind": self.change.kind.value, "loan_id": str(self.loan_id), "value_date": str(self.value_date)}
        self.audit("request_loan_change", detail | ({"reverses": str(self.reverses)} if self.reverses else {}))

    def put_before(self, process_code: str, loan: Loan, amount_minor: int, committee_over_minor: int) -> None:
        """Hands it to an approval process."""
        self.process_code, contract = process_code, loan.contract
        self.record(
            ApprovalRequested,
            approval_id=self.id,
            application_id=contract.application_id,
            loan_id=loan.id,
            subject=ApprovalSubject(self.change.kind.value),
            loan_no=loan.loan_no,
            process_code=process_code,
            customer_id=contract.customer_id,
            branch=contract.branch,
            product_code=contract.product_code,
            channel=contract.channel or "branch",
            amount_minor=amount_minor,
            committee_over_minor=committee_over_minor,
            annual_rate=contract.annual_rate,
            term_months=contract.term_months,
            repayment_method=contract.method,
            requested_by=self.requested_by,
            requested_at=self.requested_at,
        )

    def require_decidable(self, by: Caller) -> None:
        """Raises Conflict `loan-change-decided`, `loan-change-in-process`, Forbidden `second-person-required`."""
        self.require_open()
        if self.process_code is not None:
            detail = f"the process {self.process_code} decides it; its tasks are in the inbox of who may"
            raise Conflict("loan-change-in-process", detail)
        require_second_person(by.subject, self.requested_by)

    def require_open(self) -> None:
        """Raises Conflict `loan-change-decided`."""
        if self.status is not RequestStatus.REQUESTED:
            raise Conflict("loan-change-decided", f"the change is {self.status}")

    def decide(self, outcome: RequestStatus, by: str, now: datetime, refused: str = "") -> None:
        """Says what became of it; `refused` is why what was approved could not be done any more."""
        self.status, self.decided_by, self.decided_at = outcome, by, now
        told = {"status": outcome.value, "loan_id": str(self.loan_id)}
        self.audit("decide_loan_change", told | ({"refused": refused} if refused else {}))
