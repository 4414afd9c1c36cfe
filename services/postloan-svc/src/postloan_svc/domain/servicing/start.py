"""The beginning of a loan's life: on the day of its money, wherever the open business day is."""

from datetime import date, datetime
from uuid import UUID

from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing.ageing import advance
from postloan_svc.domain.servicing.repayments import NonAccrual


def start(
    loan: Loan,
    payment_id: UUID,
    amount_minor: int,
    value_date: date,
    open_day: date,
    non_accrual: NonAccrual,
    now: datetime,
) -> None:
    """Confirms the pay-out and starts the loan on the day of the money (R-0.5).

    Ahead of the open day, the loan stands on its value date already: no closing advances it before, and its pay-out is
    in the books of that day. Behind it, the pay-out is in the books of the open day, to which the loan is brought as
    over days that were left out. A fee of the pay-out falls due on its day. Raises as `Loan.confirm_pay_out` does.
    """
    loan.confirm_pay_out(payment_id, amount_minor, value_date, now)
    if value_date < open_day:
        loan.postings[-1] = loan.postings[-1]._replace(business_date=open_day)
    stands_on = max(value_date, open_day)
    advance(loan, stands_on, non_accrual(stands_on))
