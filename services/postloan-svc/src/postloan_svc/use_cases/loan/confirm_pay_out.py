"""The channel has confirmed a pay-out: the loan starts."""

from datetime import datetime

from loan_contracts.lending import PaymentSettled
from postloan_svc.domain.loan import Loan
from postloan_svc.use_cases.keep_books import keep_books
from postloan_svc.use_cases.ports import UnitOfWork


async def settle_pay_out(command: PaymentSettled, uow: UnitOfWork, now: datetime) -> Loan:
    """The money is out: the schedule is made and the loan runs from the open business day."""
    loan = await uow.loans.get(command.loan_id)
    loan.require_credible(command)
    loan.settle_pay_out(command.payment_id, command.amount_minor, uow.batch["business_date"], now)
    keep_books(loan, uow, now)
    return loan
