"""The channel has refused a pay-out for good: the loan waits for a person."""

from datetime import datetime

from loan_contracts.lending import PaymentFailed
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing.refunds import fail_refund
from postloan_svc.use_cases.loan.ports import UnitOfWork


async def fail_pay_out(command: PaymentFailed, uow: UnitOfWork, now: datetime) -> Loan:
    """The pay-out was refused; `retry_pay_out` may ask for it again."""
    loan = await uow.loans.get(command.loan_id)
    loan.require_credible(command)
    if command.payment_id == loan.refund_id:
        fail_refund(loan, command.code)
    else:
        loan.fail_pay_out(command.payment_id, command.code, now)
    return loan
