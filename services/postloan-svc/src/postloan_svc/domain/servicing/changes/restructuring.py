"""重组: what is owed is repaid by a new schedule, what was overdue is due anew (domain.md R-4.9, R-3.36)."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from loan_contracts.values import FeeTiming, RepaymentMethod
from loan_schedules.schedule import generate_schedule
from loan_schedules.terms import MONTHLY, NO_GRACE, ScheduleTerms
from loan_servicekit.core import Conflict
from postloan_svc.domain.loan.changes import Restructuring
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.loan.terms import Restructured
from postloan_svc.domain.schedule.components import Component
from postloan_svc.domain.schedule.instalments import LoanInstalment
from postloan_svc.domain.servicing.accrual import interest_due
from postloan_svc.domain.servicing.changes.standing import close
from postloan_svc.domain.servicing.late_charges import charge
from postloan_svc.domain.servicing.settlement import accrued_minor

CARRIED = (Component.FEE, Component.PENALTY, Component.COMPOUND, Component.INTEREST)


def restructure(loan: Loan, made_by: UUID, change: Restructuring, on: date) -> None:
    """All principal is repaid over the months from the day on. Interest, fees and late charges that are due, and the
    interest of the days that have passed, wait without interest for the first new due date: nothing is capitalised.

    The loan is no longer overdue; whether it performs is for its classification to say (R-4.9), and its interest is
    income again when it is paid. Raises Conflict `restructuring-nothing-owed`, `loan-enforced`,
    `schedule-of-flat-interest`, Invalid where no schedule follows.
    """
    if loan.terms.enforced:
        raise Conflict("loan-enforced", f"loan {loan.loan_no} is being enforced; a settlement may end it")
    rows = generate_schedule(terms := _terms(loan, change, on))
    charge(loan, on)
    waiting = _take_out(loan, on)
    interest = accrued_minor(loan, on)
    interest_due(loan, interest, on)
    waiting[Component.INTEREST] += interest
    kept = [each for each in loan.instalments if each.fell_due]
    number = max((each.number for each in kept), default=0)
    first_due = rows[0].due_on
    if any(waiting.values()):
        number += 1
        kept.append(_carried(number, first_due, terms.principal_minor, waiting))
    fee = loan.contract.fees_minor(FeeTiming.EVERY_INSTALMENT)
    loan.instalments = [*kept, *(LoanInstalment.of(row._replace(number=number + row.number), fee) for row in rows)]
    spread = loan.terms.spread_bp if change.annual_rate is None else loan.agreed_spread(terms.annual_rate)
    loan.terms = replace(
        loan.terms.with_rate(on, terms.annual_rate),
        spread_bp=spread,
        restructured=Restructured(on, change.months, terms.method),
        held_until=None,
        principal_held_until=None,
    )
    loan.plan(made_by, on)
    close(loan, on)


def _terms(loan: Loan, change: Restructuring, on: date) -> ScheduleTerms:
    assert loan.value_date is not None, f"loan {loan.loan_no} is not paid out"
    if not (principal := loan.outstanding_principal_minor):
        raise Conflict("restructuring-nothing-owed", f"loan {loan.loan_no} owes no principal")
    restructured = loan.terms.restructured
    method = change.method or (restructured.method if restructured else loan.contract.method)
    if method is RepaymentMethod.FLAT:
        raise Conflict("schedule-of-flat-interest", "interest on what was lent has no meaning for a balance")
    return replace(
        loan.contract.schedule_terms(loan.value_date),
        principal_minor=principal,
        annual_rate=loan.agreed_rates.at(on) if change.annual_rate is None else change.annual_rate,
        term_months=change.months,
        method=method,
        value_date=on,
        due_day=None,
        every=MONTHLY,
        periods=None,
        grace=NO_GRACE,
        principals=(),
        due_on=(),
        balloon_minor=0,
    )


def _take_out(loan: Loan, on: date) -> dict[Component, int]:
    """Takes what is owed out of the instalments that are due; what of it must be paid with the first new one."""
    waiting: dict[Component, int] = dict.fromkeys(CARRIED, 0)
    for each in loan.instalments:
        if not each.open:
            continue
        owed = each.owed()
        for component in (*CARRIED, Component.PRINCIPAL):
            if component in waiting:
                waiting[component] += owed.of(component)
            each.ask_less(component, owed.of(component), on)
    return waiting


def _carried(number: int, due_on: date, balance_minor: int, waiting: dict[Component, int]) -> LoanInstalment:
    return LoanInstalment(
        number=number,
        starts_on=due_on,
        due_on=due_on,
        principal_minor=0,
        interest_minor=waiting[Component.INTEREST],
        balance_minor=balance_minor,
        penalty_minor=waiting[Component.PENALTY],
        compound_minor=waiting[Component.COMPOUND],
        fee_minor=waiting[Component.FEE],
        fell_due=True,
        carried=True,
    )
