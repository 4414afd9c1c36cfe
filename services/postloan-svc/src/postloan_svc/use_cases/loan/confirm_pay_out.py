"""The channel has confirmed a pay-out: the loan starts."""

from datetime import date, datetime

from loan_contracts.lending import PaymentSettled
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing.refunds import confirm_refund
from postloan_svc.use_cases.loan.ports import UnitOfWork


async def confirm_pay_out(command: PaymentSettled, business_date: date, uow: UnitOfWork, now: datetime) -> Loan:
    """The money is out: the schedule is made and the loan runs from the open business day."""
    loan = await uow.loans.get(command.loan_id)
    loan.require_credible(command)
    if command.payment_id == loan.refund_id:
        confirm_refund(loan, command.payment_id, business_date)
    else:
        loan.confirm_pay_out(command.payment_id, command.amount_minor, business_date, now)
    return loan
