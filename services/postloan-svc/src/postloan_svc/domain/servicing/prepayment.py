"""Repaying a part before the term, as the payer wishes: what it costs on a day, what the schedule becomes (§3.6)."""

from dataclasses import replace
from datetime import date
from typing import NamedTuple
from uuid import UUID

from loan_contracts.values import FeeTiming, PrepaidInterest
from loan_schedules import prepayment
from loan_schedules.prepayment import Effect, Prepayment, Wish
from loan_servicekit.core import Conflict, Invalid
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.loan.terms import AS_CONTRACTED
from postloan_svc.domain.schedule.instalments import LoanInstalment
from postloan_svc.domain.servicing.changes.planning import in_time, require_plannable, rows_of, terms_on
from postloan_svc.domain.servicing.settlement import left_minor, not_yet_due, room_minor


class Early(NamedTuple):
    """A wish: how much principal, and what shall change."""

    principal_minor: int
    effect: Effect


def cost_of(loan: Loan, wish: Early, on: date) -> Prepayment:
    """What a prepayment costs beside what is due, and the rows that then hold. Raises Conflict as the schedule does."""
    assert loan.value_date is not None, f"loan {loan.loan_no} is not paid out"
    if not not_yet_due(loan):
        raise Conflict("prepayment-too-late", "everything has fallen due")
    require_plannable(loan)
    terms, rules = terms_on(loan, on), loan.contract.prepayment_rules()
    given = Wish(on, room_minor=room_minor(loan, on))
    cost = prepayment.prepay(terms, rows_of(loan), wish.principal_minor, given, wish.effect, rules)
    if loan.terms == AS_CONTRACTED and not loan.rates.changes:
        return cost
    since, borne = not_yet_due(loan)[0].starts_on, cost.principal_minor
    if rules.interest is PrepaidInterest.ALL:
        borne = left_minor(loan)
    interest = loan.rates.interest(borne, since, on, loan.contract.day_count)
    return replace(cost, interest_minor=interest, rows=tuple(in_time(loan, cost.rows, on)))


def affordable(loan: Loan, wish: Early, money_minor: int, on: date) -> Prepayment | None:
    """The wish as far as money goes; None where it does not reach the least that is agreed.

    Money goes as far as it was quoted to, unless something before it was learnt later: then less is repaid early.
    """
    found, low, high = None, loan.contract.prepayment.least_minor, wish.principal_minor
    middle = high  # as far as it goes, that is mostly all of it
    while low <= high:
        try:
            cost = cost_of(loan, wish._replace(principal_minor=middle), on)
        except (Conflict, Invalid):  # too little is left for a schedule
            cost = None
        if cost is not None and cost.total_minor <= money_minor:
            found, low = cost, middle + 1
        else:
            high = middle - 1
        middle = (low + high) // 2
    return found


def repay_early(loan: Loan, made_by: UUID, cost: Prepayment, on: date) -> int:
    """Makes a part of what is not due yet due at once; the rest is the next version of the schedule (R-3.1, R-3.23).
    Gives its interest, which is to be posted as due."""
    future = not_yet_due(loan)
    number = max(each.number for each in loan.instalments) + 1
    early = LoanInstalment(
        number=number,
        starts_on=future[0].starts_on,
        due_on=on,
        principal_minor=cost.principal_minor,
        interest_minor=cost.interest_minor,
        balance_minor=sum(each.principal_minor for each in future) - cost.principal_minor,
        fell_due=True,
        fee_minor=cost.fee_minor,
        early=True,
    )
    each_fee = loan.contract.fees_minor(FeeTiming.EVERY_INSTALMENT)
    rest = [LoanInstalment.of(row, each_fee) for row in cost.rows if row.number >= future[0].number]
    loan.instalments = [*(each for each in loan.instalments if each.fell_due), early, *rest]
    loan.plan(made_by, on)
    return cost.interest_minor
