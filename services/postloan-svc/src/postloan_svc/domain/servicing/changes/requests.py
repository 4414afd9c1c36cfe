"""A change of a loan as one person asks for it and another one decides."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from loan_servicekit.core import Aggregate, Caller, Conflict
from postloan_svc.domain.loan.changes import Change
from postloan_svc.domain.servicing.requests import RequestStatus
from postloan_svc.domain.two_people import require_second_person


@dataclass(eq=False)
class LoanChange(Aggregate):
    """What shall change from a day on, or the change (`reverses`) that shall be taken back; the reason stays here."""

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

    def asked(self) -> None:
        """Tells that it was asked for."""
        detail = {"kind": self.change.kind.value, "loan_id": str(self.loan_id), "value_date": str(self.value_date)}
        self.audit("request_loan_change", detail | ({"reverses": str(self.reverses)} if self.reverses else {}))

    def require_decidable(self, by: Caller) -> None:
        """Raises Conflict `loan-change-decided`, Forbidden `second-person-required`."""
        if self.status is not RequestStatus.REQUESTED:
            raise Conflict("loan-change-decided", f"the change is {self.status}")
        require_second_person(by.subject, self.requested_by)

    def decide(self, outcome: RequestStatus, by: Caller, now: datetime) -> None:
        """Says what became of it."""
        self.status, self.decided_by, self.decided_at = outcome, by.subject, now
        self.audit("decide_loan_change", {"status": outcome.value, "loan_id": str(self.loan_id)})
