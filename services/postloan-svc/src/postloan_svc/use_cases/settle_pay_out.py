"""What the channel says of a pay-out: settled or refused; and asking again after a refusal."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from loan_contracts.lending import PaymentDirection, PaymentFailed, PaymentSettled
from loan_servicekit.core import Caller, Conflict
from postloan_svc.domain.loan import Loan
from postloan_svc.use_cases.keep_books import keep_books
from postloan_svc.use_cases.ports import UnitOfWork


async def settle_pay_out(command: PaymentSettled, uow: UnitOfWork, now: datetime) -> Loan:
    """The money is out: the schedule is made and the loan runs from the open business day."""
    loan = await uow.loans.get(command.loan_id)
    _require_pay_out(command.direction)
    loan.settle_pay_out(command.payment_id, command.amount_minor, uow.batch["business_date"], now)
    keep_books(loan, uow, now)
    return loan


async def fail_pay_out(command: PaymentFailed, uow: UnitOfWork, now: datetime) -> Loan:
    """The pay-out was refused for good."""
    loan = await uow.loans.get(command.loan_id)
    _require_pay_out(command.direction)
    loan.fail_pay_out(command.payment_id, command.code, now)
    return loan


def _require_pay_out(direction: PaymentDirection) -> None:
    if direction is not PaymentDirection.PAY_OUT:
        raise Conflict(
            "payment-direction-unexpected", f"the payment is {direction}; only PAY_OUT is asked for by loans"
        )


@dataclass(frozen=True, slots=True)
class RetryPayOut:
    """Ask for the pay-out again."""

    caller: Caller
    loan_id: UUID


async def retry_pay_out(command: RetryPayOut, uow: UnitOfWork, now: datetime) -> Loan:
    """After a refusal, under a new payment id."""
    loan = await uow.loans.get(command.loan_id)
    command.caller.require_branch(loan.contract.branch)
    loan.request_pay_out()
    return loan
