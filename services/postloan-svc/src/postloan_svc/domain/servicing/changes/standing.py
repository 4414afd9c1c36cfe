"""What a loan is once a debt of it was paid, let go or moved: settled, overdue, current."""

from datetime import date

from loan_contracts.lending import LoanSettled
from postloan_svc.domain.delinquency.dpd import bucket
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.loan.status import LoanStatus
from postloan_svc.domain.servicing.accrual import resume


def close(loan: Loan, on: date) -> None:
    """A loan whose instalments are all paid is settled; one that owes nothing overdue any more is current again."""
    if not loan.owed:
        return
    delayed = loan.terms.enforced and loan.terms.enforced.owed_minor
    if not delayed and all(each.paid_on is not None for each in loan.instalments):
        loan.become(LoanStatus.SETTLED)
        loan.bucket, loan.settled_on = bucket(0), on
        loan.record(
            LoanSettled,
            loan_id=loan.id,
            application_id=loan.application_id,
            settled_on=on,
            line_id=loan.contract.line_id,
        )
    elif loan.running:
        dpd = loan.dpd(on)
        loan.become(LoanStatus.OVERDUE if dpd else LoanStatus.ACTIVE)
        loan.bucket = bucket(dpd)


def cure(loan: Loan, on: date) -> None:
    """Interest accrues again once nothing is overdue (R-3.26). What is written off stays off the balance sheet."""
    if not loan.accruing and loan.bucket == bucket(0) and loan.status is not LoanStatus.WRITTEN_OFF:
        resume(loan, on)
