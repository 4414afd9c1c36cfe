"""The borrower pays now, from his verified card."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from loan_servicekit.core import Caller, Conflict, new_id
from postloan_svc.domain.debits.attempt import DebitAttempt, Occasion
from postloan_svc.domain.servicing.late_charges import owed_minor
from postloan_svc.domain.servicing.repayments import Receipt, require_receivable
from postloan_svc.use_cases.debits.agree_to_collection import require_owed
from postloan_svc.use_cases.debits.ports import AgreementBasis, UnitOfWork


@dataclass(frozen=True, slots=True)
class PayByCard:
    """So much; without an amount what is due, or what was quoted for repaying before the term."""

    caller: Caller
    loan_id: UUID
    amount_minor: int | None
    quote_id: UUID | None


async def pay_by_card(command: PayByCard, basis: AgreementBasis, uow: UnitOfWork, now: datetime) -> DebitAttempt:
    """Orders the debit; the repayment follows when the channel has confirmed it. One is under way at a time.

    Raises Conflict `debit-under-way`, `nothing-due`, `loan-not-repayable`, and as a repayment of so much is refused.
    """
    loan = await uow.loans.get(command.loan_id)
    command.caller.require_branch(loan.contract.branch)
    require_owed(loan)
    if loan.id in basis.under_way:
        raise Conflict("debit-under-way", f"a debit for loan {loan.loan_no} has no end yet; wait until it has")
    day = basis.receiving.business_date
    quote = await uow.prepayment_quotes.get(command.quote_id) if command.quote_id else None
    due = quote.breakdown.total_minor if quote else owed_minor(loan, loan.business_date(day))
    amount = command.amount_minor or due
    if not amount:
        raise Conflict("nothing-due", f"nothing is due of loan {loan.loan_no} on {day}; say how much to pay")
    if quote is not None:
        quote.require_payable(loan, amount, day)
    require_receivable(loan, Receipt(loan.id, amount, day), day, released=False)
    agreement = basis.live.get(loan.id)
    signed = agreement if agreement and agreement.collects else None
    attempt = DebitAttempt(
        id=new_id(),
        loan_id=loan.id,
        application_id=loan.application_id,
        customer_id=loan.contract.customer_id,
        occasion=Occasion.OWN,
        business_date=day,
        amount_minor=amount,
        currency=loan.contract.currency,
        requested_by=command.caller.subject,
        requested_at=now,
        agreement_id=signed.id if signed else None,
        card_token=signed.card_token if signed else None,
        quote_id=command.quote_id,
    )
    attempt.order()
    uow.debit_attempts.add(attempt)
    basis.under_way.add(loan.id)
    return attempt
