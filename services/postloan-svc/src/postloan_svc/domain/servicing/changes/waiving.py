"""减免 and 和解: a part of what is owed is let go (domain.md R-3.37, R-3.38)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from loan_servicekit.core import Conflict, Invalid
from postloan_svc.domain.ledger import postings
from postloan_svc.domain.loan.changes import DebtSettlement, Waiver
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.loan.status import LoanStatus
from postloan_svc.domain.loan.terms import SettlementAgreed
from postloan_svc.domain.schedule.components import Component
from postloan_svc.domain.schedule.versions import planned
from postloan_svc.domain.servicing.accrual import interest_due
from postloan_svc.domain.servicing.changes.standing import close, cure
from postloan_svc.domain.servicing.late_charges import charge, debts, delay_done, forget_arrears, measure
from postloan_svc.domain.servicing.settlement import bring_forward, not_yet_due


def owed_by_component(loan: Loan) -> dict[Component, int]:
    """What is due and unpaid, late charges as far as they are posted."""
    owed = debts(loan)
    return {component: sum(each.of(component) for each in owed) for component in Component}


def waive(loan: Loan, made_by: UUID, change: Waiver, on: date) -> None:
    """Lets go what is due, the oldest first; as far as it is owed, should money have come before. Raises Invalid
    `waiver-invalid` where nothing is let go."""
    if change.total_minor <= 0:
        raise Invalid("waiver-invalid", "a waiver lets something go")
    charge(loan, on)
    owed = owed_by_component(loan)
    _let_go(loan, {each: min(change.of(each), owed[each]) for each in Component}, made_by, on)
    close(loan, on)
    cure(loan, on)


def _let_go(loan: Loan, amounts: Mapping[Component, int], made_by: UUID, on: date) -> None:
    measure(loan, on)
    before = planned(loan.instalments)
    for component, amount in amounts.items():
        if component is Component.DELAY:
            if amount:
                delay_done(loan, amount)
            continue
        left = amount
        for each in loan.instalments:
            part = min(left, each.owed().of(component)) if each.open else 0
            if part:
                each.ask_less(component, part, on)
                left -= part
        assert left == 0, f"{left} of {component} is not owed"
    forget_arrears(loan)
    if planned(loan.instalments) != before:
        loan.plan(made_by, on)
    _book(loan, amounts, on)


def _book(loan: Loan, amounts: Mapping[Component, int], on: date) -> None:
    principal, interest = amounts.get(Component.PRINCIPAL, 0), amounts.get(Component.INTEREST, 0)
    booked = 0 if loan.status is LoanStatus.WRITTEN_OFF else principal
    if posting := postings.waiver(booked, principal - booked, interest, on, loan.accruing):
        loan.post(posting)
    before = loan.terms
    loan.terms = replace(
        before,
        waived_minor=before.waived_minor + sum(amounts.values()) - principal,
        waived_principal_minor=before.waived_principal_minor + principal,
    )


def agree_settlement(loan: Loan, change: DebtSettlement, on: date) -> None:
    """Who pays so much by the day owes nothing more; until then everything stays as it is.

    Raises Invalid `debt-settlement-invalid`.
    """
    if change.amount_minor <= 0 or change.pay_by < on:
        raise Invalid("debt-settlement-invalid", f"{change.amount_minor} by {change.pay_by}; above 0, not before {on}")
    loan.terms = replace(loan.terms, settlement=SettlementAgreed(change.amount_minor, change.pay_by))


def settles_for(loan: Loan, money_minor: int, on: date) -> int | None:
    """How much of money that comes in on a day completes the settlement that is agreed; None where it does not."""
    agreed = loan.terms.settlement
    if agreed is None or on > agreed.pay_by:
        return None
    missing = agreed.amount_minor - agreed.received_minor
    if money_minor >= missing:
        return missing
    loan.terms = replace(loan.terms, settlement=replace(agreed, received_minor=agreed.received_minor + money_minor))
    return None


def bring_all_forward(loan: Loan, made_by: UUID, on: date) -> None:
    """Everything falls due on the day, with the interest of the days that have passed."""
    if not_yet_due(loan):
        interest_due(loan, bring_forward(loan, made_by, on), on)


def let_the_rest_go(loan: Loan, made_by: UUID, on: date) -> None:
    """What the agreed sum has not paid."""
    loan.terms = replace(loan.terms, settlement=None)
    _let_go(loan, owed_by_component(loan), made_by, on)


def require_waivable(loan: Loan, change: Waiver, on: date) -> None:
    """`loan` is a copy that stands on the day. Raises Conflict `waiver-beyond-debt`."""
    charge(loan, on)
    owed = owed_by_component(loan)
    beyond = [each for each in Component if change.of(each) > owed[each]]
    if beyond:
        said = ", ".join(f"{change.of(each)} of {each} ({owed[each]} owed)" for each in beyond)
        raise Conflict("waiver-beyond-debt", f"more than is owed: {said}")
