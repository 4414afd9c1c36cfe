"""The channel has confirmed a pay-out: the loan starts."""

from datetime import datetime

from loan_contracts.lending import PaymentSettled
from postloan_svc.domain.calendar.business_day import day_of_money
from postloan_svc.domain.disbursement.purpose import await_purpose_check
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing.refunds import confirm_refund
from postloan_svc.domain.servicing.start import start
from postloan_svc.use_cases.disbursement.ports import PayOutBasis, UnitOfWork


async def confirm_pay_out(command: PaymentSettled, basis: PayOutBasis, uow: UnitOfWork, now: datetime) -> Loan:
    """The money is out: the schedule is made and the loan runs from the day of the money (R-0.5).

    A refund is booked on that day too, or on the open business day where that is later.
    """
    loan = await uow.loans.get(command.loan_id)
    loan.require_credible(command)
    open_day, non_accrual = basis.start.business_date, basis.start.non_accrual_after_days
    on = day_of_money(command.settled_at, open_day, now)
    if command.payment_id == loan.refund_id:
        confirm_refund(loan, command.payment_id, max(on, open_day))
    else:
        start(loan, command.payment_id, command.amount_minor, on, open_day, non_accrual, now)
        await_purpose_check(loan, basis.purpose_check_days)
    return loan
