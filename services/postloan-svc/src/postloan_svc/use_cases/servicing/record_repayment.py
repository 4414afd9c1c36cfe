"""Takes a repayment and allocates it."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from loan_servicekit.core import Caller, new_id
from postloan_svc.domain.ledger.allocations import Repayment
from postloan_svc.domain.loan.history import Source
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing.quotes import PrepaymentQuote, costs_minor
from postloan_svc.domain.servicing.repayments import Receipt, require_receivable
from postloan_svc.domain.servicing.servicing import repay
from postloan_svc.use_cases.servicing.ports import ReceivingBasis, UnitOfWork


@dataclass(frozen=True, slots=True)
class RecordRepayment:
    """So much came in for this loan, this way and under this mark; `received_on` absent is the open business day.

    `quote_id` names what the payer was quoted for repaying before the term.
    """

    caller: Caller
    loan_id: UUID
    amount_minor: int
    received_on: date | None
    source: Source
    reference: str
    quote_id: UUID | None = None
    designated: tuple[int, ...] = ()
    currency: str = "CNY"


async def record_repayment(
    command: RecordRepayment, basis: ReceivingBasis, uow: UnitOfWork, now: datetime
) -> Repayment:
    """Allocated by the loan's profile to what was due on the day of the money (domain.md §3.7); the excess waits."""
    loan = await uow.loans.get(command.loan_id)
    command.caller.require_branch(loan.contract.branch)
    basis.require_new(command.reference)
    received_on = command.received_on or basis.business_date
    basis.periods.require_open(received_on, "/received_on")
    receipt = Receipt(
        repayment_id=new_id(),
        amount_minor=command.amount_minor,
        received_on=received_on,
        source=command.source,
        reference=command.reference,
        designated=command.designated,
        currency=command.currency,
    )
    quote = await uow.prepayment_quotes.get(command.quote_id) if command.quote_id else None
    if quote is not None:
        receipt = as_quoted(receipt, quote, loan, basis)
    repayment = repay(loan, receipt, basis.business_date, basis.non_accrual_after_days)
    if quote is not None:
        quote.use(repayment.repayment_id)
    basis.take(command.reference)
    return repayment


def as_quoted(receipt: Receipt, quote: PrepaymentQuote, loan: Loan, basis: ReceivingBasis) -> Receipt:
    """The money as what it was quoted for. Raises as the quote does where it does not hold any more."""
    on = receipt.received_on
    quote.require_payable(loan, receipt.amount_minor, on)
    require_receivable(loan, receipt, basis.business_date, released=False)
    quote.require_fresh(on, lambda: costs_minor(loan, quote.early, on, basis.non_accrual_after_days))
    return replace(receipt, early=quote.early)
