"""What a borrower has used money for that went to himself (自主支付): looked at afterwards (R-2.6a, R-9.16)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from loan_contracts.values import PayMode
from loan_servicekit.core import Aggregate, Caller, Conflict
from postloan_svc.domain.loan.loan import Loan


class PurposeResult(StrEnum):
    """What was found."""

    PROVED = "PROVED"  # used as agreed
    MISUSED = "MISUSED"  # used for something else, or nothing was shown
    """Who lends may then stop, recall or terminate (民法典 673, R-2.1)."""


@dataclass(eq=False)
class PurposeCheck(Aggregate):
    """What somebody has found about the use of a loan's money, and where the evidence lies. One a loan."""

    AUDITED_AS = "purpose-check"

    id: UUID
    result: PurposeResult
    evidence: str
    due_on: date
    checked_by: str
    checked_at: datetime


def await_purpose_check(loan: Loan, days: int) -> None:
    """A loan that was paid to its borrower has to be looked at within so many days of its value date."""
    if loan.contract.pay_mode is PayMode.SELF and loan.contract.purpose and loan.value_date:
        loan.purpose_due_on = loan.value_date + timedelta(days=days)


def check_purpose(loan: Loan, result: PurposeResult, evidence: str, by: Caller, now: datetime) -> PurposeCheck:
    """Somebody has looked. Raises Conflict `purpose-check-not-open`."""
    if loan.purpose_due_on is None:
        raise Conflict("purpose-check-not-open", f"nothing is to be checked about the purpose of loan {loan.loan_no}")
    check = PurposeCheck(loan.id, result, evidence, loan.purpose_due_on, by.subject, now)
    loan.purpose_due_on = None
    loan.audit("check_purpose", {"result": result.value})
    check.audit("check_purpose", {"result": result.value})
    return check
