"""Asks for a pay-out again after the channel has refused it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from loan_servicekit.core import Caller, Forbidden
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.use_cases.loan.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class RetryPayOut:
    """Ask for the pay-out again."""

    caller: Caller
    loan_id: UUID


async def retry_pay_out(command: RetryPayOut, uow: UnitOfWork, now: datetime) -> Loan:
    """Under a new payment id, so that neither attempt can be paid for the other.

    Raises Forbidden `maker-not-checker` to who made, decided or contracted the loan (R-9.10, R-9.15).
    """
    loan = await uow.loans.get(command.loan_id)
    command.caller.require_branch(loan.contract.branch)
    if command.caller.subject in loan.contract.handled_by:
        raise Forbidden(
            "maker-not-checker", "who made, decided or contracted a loan does not have it paid out (R-9.15)"
        )
    loan.request_pay_out()
    return loan
