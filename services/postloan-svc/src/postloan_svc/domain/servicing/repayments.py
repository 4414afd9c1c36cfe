"""Money that comes in for a loan: late charges, allocation, cure and settlement (domain.md §3.5, §3.7)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from loan_contracts.lending import RepaymentReceived
from loan_servicekit.core import Conflict, DomainError, FieldError, Invalid
from postloan_svc.domain.ledger import postings
from postloan_svc.domain.ledger.allocations import Allocation, Repayment
from postloan_svc.domain.loan.history import LoanEvent, Source
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.loan.status import OWED, LoanStatus
from postloan_svc.domain.schedule.components import Component
from postloan_svc.domain.servicing.accrual import interest_due
from postloan_svc.domain.servicing.allocation import allocate
from postloan_svc.domain.servicing.changes.standing import close, cure
from postloan_svc.domain.servicing.changes.waiving import bring_all_forward, let_the_rest_go, settles_for
from postloan_svc.domain.servicing.late_charges import (
    charge,
    charges_on,
    debts,
    delay_done,
    forget_arrears,
    measure,
    owed_minor,
)
from postloan_svc.domain.servicing.prepayment import Early, affordable, repay_early
from postloan_svc.domain.servicing.settlement import end_early, fee_minor, left_minor, may_be_prepaid, payoff_minor

NonAccrual = Callable[[date], int]
"""The days past due after which principal is paid first (R-3.24), by the day on which they are asked for."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """Money that came in: how much, on which day, how, the payer's or the bank's own mark of it, and what of it shall
    be repaid before it falls due; and the instalments that the payer wants paid first (民法典 560)."""

    repayment_id: UUID
    amount_minor: int
    received_on: date
    source: Source = Source.UNKNOWN
    reference: str | None = None
    early: Early | None = None
    designated: tuple[int, ...] = ()
    currency: str = "CNY"


def most_minor(loan: Loan, on: date) -> int:
    """The most that the loan can have cost in all: every instalment and every late charge to a day.

    What was paid already is not taken off: the last instalment may be overpaid, and money may come for a loan that is
    settled; it goes back. A sum beyond is a mistake until a second person says that it is none.
    """
    asked = sum(each.total_minor for each in loan.instalments)
    charged = sum(each.penalty_minor + each.compound_minor for each in loan.instalments)
    if enforced := loan.terms.enforced:
        charged += enforced.charged(loan.outstanding_principal_minor, on).charged_minor
    if loan.running:
        charged += fee_minor(loan, left_minor(loan), on)
    return asked + charged + charges_on(loan, on).total_minor


def require_receivable(loan: Loan, receipt: Receipt, open_day: date, released: bool) -> None:
    """Raises Conflict `loan-not-repayable` and `repayment-beyond-debt`, Invalid `repayment-date-invalid`,
    `repayment-amount-invalid` and `repayment-currency-differs`. `released` says that a second person has looked at the
    amount."""
    if loan.value_date is None or loan.status not in OWED | {LoanStatus.SETTLED}:
        raise Conflict(
            "loan-not-repayable",
            f"loan {loan.loan_no} is {loan.status}; only a loan that was paid out takes repayments",
        )
    amount, received_on = receipt.amount_minor, receipt.received_on
    if amount <= 0:
        raise _refusal(Invalid, "repayment-amount-invalid", "amount_minor", f"{amount}; it must be above 0")
    if receipt.currency != loan.contract.currency:
        of_loan = f"{receipt.currency}; the loan is in {loan.contract.currency}"
        raise _refusal(Invalid, "repayment-currency-differs", "currency", of_loan)
    if not loan.value_date <= received_on <= open_day:
        between = f"it must lie between the value date {loan.value_date} and the open business day {open_day}"
        raise _refusal(Invalid, "repayment-date-invalid", "received_on", f"{received_on}; {between}")
    if unknown := set(receipt.designated) - {each.number for each in loan.instalments}:
        raise _refusal(
            Invalid, "designation-unknown", "designated", f"{sorted(unknown)}; the loan has no such instalment"
        )
    most = most_minor(loan, open_day)
    if amount > most and not released:
        beyond = f"{amount}; the loan can cost {most} in all, so a second person has to release more"
        raise _refusal(Conflict, "repayment-beyond-debt", "amount_minor", beyond)


def _refusal(kind: type[DomainError], code: str, field: str, wrong: str) -> DomainError:
    detail = f"{field} is {wrong}"
    return kind(code, detail, [FieldError(f"/{field}", code, detail)])


def apply_repayment(loan: Loan, event: LoanEvent, business_date: date) -> Repayment:
    """Splits money over what is due on its value date, the day that the loan stands on; the rest waits in suspense.

    Money that covers all that the loan would still cost ends it, with interest to the day (民法典 677), and so does the
    sum of a settlement that was agreed: what is left is let go (R-3.38). The posting stands in the books of
    `business_date`. A settled loan owes nothing: all of it is left over.
    """
    on = event.value_date
    charge(loan, on)
    agreed = settles_for(loan, event.amount_minor, on) if loan.owed else None
    if agreed is not None:
        bring_all_forward(loan, event.event_id, on)
    elif loan.running and _ends(loan, event.amount_minor + loan.suspense_minor, on):
        interest_due(loan, end_early(loan, event.event_id, on), on)
    elif loan.running and event.effect and event.prepaid_minor:
        wish, money = Early(event.prepaid_minor, event.effect), event.amount_minor - owed_minor(loan, on)
        if cost := affordable(loan, wish, money, on):
            interest_due(loan, repay_early(loan, event.event_id, cost, on), on)
    allocation = _allocate(loan, event, agreed)
    _apply(loan, allocation, on)
    loan.suspense_minor += allocation.excess_minor
    posting = postings.repayment(allocation, on, loan.accruing, loan.status is LoanStatus.WRITTEN_OFF)
    loan.post(posting._replace(business_date=business_date))
    if agreed is not None:
        let_the_rest_go(loan, event.event_id, on)
    repayment = Repayment(event.event_id, on, event.amount_minor, allocation)
    loan.split(repayment)
    tell(loan, repayment, allocation.excess_minor, business_date)
    _end(loan, on)
    if loan.running:
        use_suspense(loan, on, f"early {on}")
    return repayment


def _ends(loan: Loan, money_minor: int, on: date) -> bool:
    """Whether money covers all that is due and all that is not, and the contract lets it end the loan."""
    if not may_be_prepaid(loan, on):
        return False
    payoff = payoff_minor(loan, on)
    return payoff > 0 and money_minor >= owed_minor(loan, on) + payoff


def use_suspense(loan: Loan, on: date, occasion: str = "") -> None:
    """Money in suspense pays what has fallen due. It was there in time, so nothing is charged for lateness."""
    if loan.suspense_minor == 0:
        return
    repayment_id = uuid5(loan.id, f"suspense {occasion or on}")
    if _ends(loan, loan.suspense_minor, on):
        interest_due(loan, end_early(loan, repayment_id, on), on)
    allocation = allocate(loan.suspense_minor, debts(loan), loan.profile, loan.contract.allocation_axis)
    used = loan.suspense_minor - allocation.excess_minor
    if used == 0:
        return
    _apply(loan, allocation, on)
    loan.suspense_minor = allocation.excess_minor
    loan.post(postings.suspense_used(allocation, on, loan.accruing))
    repayment = Repayment(repayment_id, on, 0, allocation)
    loan.split(repayment)
    tell(loan, repayment, -used, on)
    _end(loan, on)


def _allocate(loan: Loan, event: LoanEvent, agreed_minor: int | None) -> Allocation:
    """What a settlement asks for at most pays debts: what comes beyond it is left over."""
    beyond = 0 if agreed_minor is None else event.amount_minor - agreed_minor
    axis = loan.contract.allocation_axis
    allocation = allocate(event.amount_minor - beyond, debts(loan), loan.profile, axis, event.designated)
    return allocation._replace(excess_minor=allocation.excess_minor + beyond)


def _end(loan: Loan, on: date) -> None:
    close(loan, on)
    cure(loan, on)


def _apply(loan: Loan, allocation: Allocation, on: date) -> None:
    measure(loan, on)
    for line in allocation.lines:
        if line.component is Component.DELAY:
            delay_done(loan, line.amount_minor)
        else:
            loan.instalment(line.instalment_no).pay(line.component, line.amount_minor, on)
    forget_arrears(loan)


def tell(loan: Loan, repayment: Repayment, suspense_minor: int, business_date: date) -> None:
    """Tells how money was split."""
    allocation = repayment.allocation
    loan.record(
        RepaymentReceived,
        loan_id=loan.id,
        application_id=loan.contract.application_id,
        repayment_id=repayment.repayment_id,
        amount_minor=repayment.amount_minor,
        fee_minor=allocation.total(Component.FEE),
        penalty_minor=allocation.total(Component.PENALTY),
        compound_minor=allocation.total(Component.COMPOUND),
        interest_minor=allocation.total(Component.INTEREST),
        principal_minor=allocation.total(Component.PRINCIPAL),
        delay_minor=allocation.total(Component.DELAY),
        suspense_minor=suspense_minor,
        profile=allocation.profile.value,
        business_date=business_date,
        outstanding_principal_minor=loan.outstanding_principal_minor,
    )
