"""What one person asks for and another one releases: money beyond what a loan can cost, a repayment taken back, money
that is left over moved to another loan."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from loan_servicekit.core import Aggregate, Caller, Conflict
from postloan_svc.domain.loan.history import Source
from postloan_svc.domain.two_people import require_second_person


class RequestKind(StrEnum):
    """What is asked for."""

    RELEASE = "RELEASE"  # take in a repayment that is larger than anything the loan can cost
    REVERSAL = "REVERSAL"  # take a repayment back, or a move
    MOVE = "MOVE"  # what is left over on a loan goes to another one of the customer


class RequestStatus(StrEnum):
    """Decided once."""

    REQUESTED = "REQUESTED"
    APPROVED = "APPROVED"
    REJECTED = "REJECTED"


@dataclass(eq=False)
class RepaymentRequest(Aggregate):
    """A repayment as it shall be taken in, or the one that shall be taken back; the reason stays with us.

    `to_loan_id` is the loan to which money is moved, as the repayment `repayment_id`, and which gives it back.
    """

    AUDITED_AS = "repayment-request"

    id: UUID
    loan_id: UUID
    kind: RequestKind
    repayment_id: UUID
    reason: str
    requested_by: str
    requested_at: datetime
    amount_minor: int | None = None
    received_on: date | None = None
    source: Source | None = None
    reference: str | None = None
    to_loan_id: UUID | None = None
    status: RequestStatus = RequestStatus.REQUESTED
    decided_by: str | None = None
    decided_at: datetime | None = None

    def asked(self) -> None:
        """Tells that it was asked for."""
        detail = {"kind": self.kind.value, "loan_id": str(self.loan_id), "repayment_id": str(self.repayment_id)}
        self.audit("request_repayment_change", detail)

    def require_decidable(self, by: Caller) -> None:
        """Raises Conflict `repayment-request-decided`, Forbidden `second-person-required`."""
        if self.status is not RequestStatus.REQUESTED:
            raise Conflict("repayment-request-decided", f"the request is {self.status}")
        require_second_person(by.subject, self.requested_by)

    def decide(self, status: RequestStatus, by: Caller, now: datetime) -> None:
        """Says what became of it; it must be decidable."""
        self.status, self.decided_by, self.decided_at = status, by.subject, now
        self.audit("decide_repayment_request", {"status": status.value})
