"""Takes a repayment and allocates it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from loan_servicekit.core import Caller, new_id
from postloan_svc.domain.ledger.allocations import Repayment
from postloan_svc.domain.servicing.repayments import repay
from postloan_svc.use_cases.loan.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class RecordRepayment:
    """So much came in for this loan; `received_on` absent is the open business day."""

    caller: Caller
    loan_id: UUID
    amount_minor: int
    received_on: date | None


async def record_repayment(command: RecordRepayment, business_date: date, uow: UnitOfWork, now: datetime) -> Repayment:
    """Allocated by the loan's profile (domain.md §3.7); the excess waits in suspense."""
    loan = await uow.loans.get(command.loan_id)
    command.caller.require_branch(loan.contract.branch)
    return repay(loan, new_id(), command.amount_minor, command.received_on or business_date, business_date)
