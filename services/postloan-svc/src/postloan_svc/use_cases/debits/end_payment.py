"""The channel has said what became of money that was ordered: pay-outs and refunds, and debits."""

from datetime import datetime, timedelta
from uuid import uuid5

from loan_contracts.lending import PaymentDirection, PaymentFailed, PaymentSettled
from loan_contracts.payments.collecting import PaymentReturned
from loan_servicekit.core import Conflict, DomainError, NotCredible
from postloan_svc.domain.calendar.business_day import day_of_money
from postloan_svc.domain.classification.classification import Classification, SignRow
from postloan_svc.domain.classification.risk_class import Sign
from postloan_svc.domain.debits.attempt import (
    NOT_HIS_FAULTS,
    SHORT_OF_FUNDS,
    DebitAttempt,
    DebitStatus,
    Occasion,
    less_minor,
)
from postloan_svc.domain.loan.history import Source
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing.late_charges import owed_minor
from postloan_svc.domain.servicing.quotes import PrepaymentQuote
from postloan_svc.domain.servicing.repayments import Receipt
from postloan_svc.domain.servicing.servicing import repay, reverse
from postloan_svc.use_cases.debits.ports import EndingBasis, UnitOfWork
from postloan_svc.use_cases.disbursement.confirm_pay_out import confirm_pay_out
from postloan_svc.use_cases.loan.fail_pay_out import fail_pay_out
from postloan_svc.use_cases.servicing.ports import ReceivingBasis
from postloan_svc.use_cases.servicing.record_repayment import as_quoted

RETURNED = "RETURNED"
"""Why debits are frozen after the bank has taken one back: a person looks first."""


async def settle_payment(command: PaymentSettled, basis: EndingBasis, uow: UnitOfWork, now: datetime) -> None:
    """A loan starts, a refund is with the borrower, or a debit is a repayment."""
    if command.direction is not PaymentDirection.COLLECT:
        await confirm_pay_out(command, basis.pay_out, uow, now)
        return
    attempt = await _ordered(command, uow)
    if attempt.status is not DebitStatus.REQUESTED:
        raise Conflict("debit-ended", f"debit {attempt.id} is {attempt.status}")
    loan = await uow.loans.get(attempt.loan_id)
    problem = await _book(command, attempt, loan, basis, uow, now)
    attempt.settle(None if problem else attempt.id, problem, now)
    await _ask_for_less(attempt, loan, basis, uow, now)


async def fail_payment(command: PaymentFailed, basis: EndingBasis, uow: UnitOfWork, now: datetime) -> None:
    """A pay-out or a refund waits for a person; a debit for its next time, or less is asked for."""
    if command.direction is not PaymentDirection.COLLECT:
        await fail_pay_out(command, uow, now)
        return
    attempt = await _ordered(command, uow)
    if attempt.status is not DebitStatus.REQUESTED:
        raise Conflict("debit-ended", f"debit {attempt.id} is {attempt.status}")
    attempt.fail(command.code, now)
    loan = await uow.loans.get(attempt.loan_id)
    await _excuse(attempt, loan, basis, uow)
    if command.code == SHORT_OF_FUNDS:
        await _ask_for_less(attempt, loan, basis, uow, now)


async def return_payment(command: PaymentReturned, basis: EndingBasis, uow: UnitOfWork, now: datetime) -> None:
    """The bank has taken a debit back (退票, chargeback): the loan is as if the money had not come, from the days on
    which it fell due, with contra entries (R-3.25). Debits are frozen until somebody has looked."""
    attempt = await _ordered(command, uow)
    if attempt.status is DebitStatus.RETURNED:  # the day was compared twice
        return
    if attempt.status is not DebitStatus.SETTLED:
        raise Conflict("debit-not-settled", f"debit {attempt.id} is {attempt.status}")
    loan, receiving = await uow.loans.get(attempt.loan_id), basis.receiving
    problem = attempt.problem
    if attempt.repayment_id:
        try:
            at = (receiving.business_date, receiving.non_accrual_after_days)
            reverse(loan, uuid5(attempt.id, "returned"), attempt.repayment_id, *at, reopens=True)
        except DomainError as refusal:  # settled since, refunded, taken back by hand: a person goes on
            problem = refusal.code
    attempt.give_back(problem)
    agreement = basis.agreements.get(loan.id)
    if agreement is not None and agreement.collects:
        agreement.freeze(RETURNED, "integration-gateway", now)


async def _ordered(command: PaymentSettled | PaymentFailed | PaymentReturned, uow: UnitOfWork) -> DebitAttempt:
    """The debit that an answer is about. Raises NotCredible `payment-direction-unexpected`, where no debit was ordered,
    and `debit-differs`."""
    attempt = await uow.debit_attempts.find(command.payment_id)
    if attempt is None:
        raise NotCredible("payment-direction-unexpected", f"{command.payment_id} was ordered as no debit")
    attempt.require_credible(command)
    return attempt


async def _book(
    command: PaymentSettled, attempt: DebitAttempt, loan: Loan, basis: EndingBasis, uow: UnitOfWork, now: datetime
) -> str | None:
    """The money is a repayment of its day; where the books of that day are closed, or it would change what has ended,
    of the open one. It came, so its amount is bounded by nobody. Gives why it could not be booked: a person goes on."""
    receiving = basis.receiving
    open_day = receiving.business_date
    on = min(day_of_money(command.settled_at, open_day, now), open_day)
    problem = None
    for day in dict.fromkeys((max(on, loan.value_date or on), open_day)):
        receipt = Receipt(
            repayment_id=attempt.id,
            amount_minor=attempt.amount_minor,
            received_on=day,
            source=Source.AUTO_DEBIT if attempt.occasion is Occasion.AUTO else Source.CARD,
            reference=command.channel_reference or str(attempt.id),
            currency=attempt.currency,
        )
        try:
            receiving.periods.require_open(day, "/received_on")
            receiving.require_new(receipt.reference)
            quote = await uow.prepayment_quotes.get(attempt.quote_id) if attempt.quote_id else None
            quoted = _quoted(receipt, quote, loan, receiving) if quote else None
            repay(loan, quoted or receipt, open_day, receiving.non_accrual_after_days, released=True)
        except DomainError as refusal:
            problem = refusal.code
        else:
            if quote and quoted:
                quote.use(attempt.id)
            receiving.take(receipt.reference)
            return None
    return problem


def _quoted(receipt: Receipt, quote: PrepaymentQuote, loan: Loan, receiving: ReceivingBasis) -> Receipt | None:
    """As it was quoted, where the quote still holds; else the money pays what is due."""
    try:
        return as_quoted(receipt, quote, loan, receiving)
    except DomainError:
        return None


async def _excuse(attempt: DebitAttempt, loan: Loan, basis: EndingBasis, uow: UnitOfWork) -> None:
    """What is due on the day and was not collected by an error of a bank or of ours is technically overdue, for some
    days (R-3.11, R-4.2a); not where a later try of the day fails by what the borrower has to answer for."""
    day = attempt.business_date
    due = any(each.open and day in (each.due_on, each.payable_on) for each in loan.instalments)
    if attempt.occasion is not Occasion.AUTO or not due:
        return
    known = await uow.classifications.find(loan.id)
    if attempt.code in NOT_HIS_FAULTS:
        if known is None:
            uow.classifications.add(known := Classification.of(loan))
        known.raise_sign(SignRow(Sign.TECHNICAL, day, day + timedelta(days=basis.technical_days)))
    elif known and any(each.sign is Sign.TECHNICAL and each.since == day for each in known.signs):
        known.clear_sign(Sign.TECHNICAL)


async def _ask_for_less(attempt: DebitAttempt, loan: Loan, basis: EndingBasis, uow: UnitOfWork, now: datetime) -> None:
    """Where there was not enough, a part is asked for, and after it the next, while the day of the attempt lasts."""
    agreement, day = basis.agreements.get(loan.id), basis.receiving.business_date
    if agreement is None or not (agreement.collects and agreement.parts) or day != attempt.business_date:
        return
    if attempt.status is DebitStatus.SETTLED and attempt.part == 1:
        return
    owed = owed_minor(loan, loan.business_date(day)) if loan.owed else 0
    if amount := less_minor(attempt, owed, basis.rules):
        uow.debit_attempts.add(attempt.following(amount, now))
