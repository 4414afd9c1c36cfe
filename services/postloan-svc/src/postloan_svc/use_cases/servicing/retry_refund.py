"""Asks again for the refund of what was left over, after the channel has refused it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from loan_servicekit.core import Caller
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing import refunds
from postloan_svc.use_cases.servicing.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class RetryRefund:
    """Ask again."""

    caller: Caller
    loan_id: UUID


async def retry_refund(command: RetryRefund, uow: UnitOfWork, now: datetime) -> Loan:
    """Under a new payment id, to the card that is verified now."""
    loan = await uow.loans.get(command.loan_id)
    command.caller.require_branch(loan.contract.branch)
    refunds.retry_refund(loan)
    return loan
