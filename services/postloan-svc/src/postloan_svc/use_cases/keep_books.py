"""Takes what a loan has posted in this unit of work into the ledger and the list of repayments."""

from datetime import datetime

from postloan_svc.domain.loan import Loan
from postloan_svc.use_cases.ports import UnitOfWork


def keep_books(loan: Loan, uow: UnitOfWork, now: datetime) -> None:
    """Appends the new postings and repayments; the loan forgets them."""
    for posting in loan.postings:
        for entry in posting.entries:
            uow.ledger_entries.append(loan.id, posting.kind.value, entry.account.value, entry.amount_minor,
                                      posting.business_date, now)  # fmt: skip
    for repayment in loan.repayments:
        lines = [{"instalment_no": line.instalment_no, "component": line.component.value,
                  "amount_minor": line.amount_minor} for line in repayment.allocation.lines]  # fmt: skip
        uow.repayments.append(repayment.repayment_id, loan.id, repayment.received_on, repayment.amount_minor,
                              repayment.allocation.profile.value, lines, now)  # fmt: skip
    loan.postings.clear()
    loan.repayments.clear()
