"""The schedule of a loan planned anew: its terms as they are on a day, the rows that the library plans, and what rates
that are known already and pauses of interest make of them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from loan_contracts.money import half_up
from loan_contracts.values import FeeTiming, PeriodUnit
from loan_schedules.repricing import reprice
from loan_schedules.schedule import Instalment
from loan_schedules.terms import LONGEST_TERM_MONTHS, MONTHLY, NO_GRACE, Grace, ScheduleTerms
from loan_servicekit.core import Conflict
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.loan.terms import AS_CONTRACTED
from postloan_svc.domain.schedule.instalments import LoanInstalment
from postloan_svc.domain.servicing.settlement import not_yet_due


def terms_on(loan: Loan, on: date) -> ScheduleTerms:
    """What is left of a schedule is planned by, at the rate of the day. The value date stays that of the loan."""
    assert loan.value_date is not None, f"loan {loan.loan_no} is not paid out"
    terms = replace(loan.contract.schedule_terms(loan.value_date), annual_rate=loan.agreed_rates.at(on))
    if loan.terms == AS_CONTRACTED:
        return terms
    if restructured := loan.terms.restructured:
        terms = replace(
            terms,
            method=restructured.method,
            every=MONTHLY,
            periods=None,
            due_day=restructured.on.day,
            principals=(),
            due_on=(),
            balloon_minor=0,
            term_months=restructured.months,
            grace=NO_GRACE,
        )
    return _held(loan, terms)


def _held(loan: Loan, terms: ScheduleTerms) -> ScheduleTerms:
    """With the instalments that ask for interest alone, and as many months as they may have become by now."""
    until, future = loan.terms.principal_held_until, rows_not_due(loan)
    if future and terms.every.unit is PeriodUnit.MONTH:
        months = min(LONGEST_TERM_MONTHS, (future[-1].number + 1) * terms.every.count)
        months -= months % terms.every.count
        terms = replace(terms, term_months=max(terms.term_months, months)) if not terms.principals else terms
    held = sum(1 for row in future if until and row.due_on <= until)
    return replace(terms, grace=Grace(principal=future[0].number - 1 + held)) if held else terms


def rows_of(loan: Loan) -> list[Instalment]:
    """The rows that are planned: what was repaid early, carried over or charged for the pay-out is none."""
    return [_row(each) for each in loan.instalments if each.number and not each.early and not each.carried]


def rows_not_due(loan: Loan) -> list[Instalment]:
    """Those of them that have not fallen due."""
    return [_row(each) for each in not_yet_due(loan)]


def _row(each: LoanInstalment) -> Instalment:
    return Instalment(
        each.number, each.starts_on, each.due_on, each.principal_minor, each.interest_minor, each.balance_minor
    )


def require_plannable(loan: Loan) -> None:
    """Raises Conflict `schedule-all-due`, and `schedule-in-grace` while an instalment runs that asks for others that
    were not asked for."""
    future = not_yet_due(loan)
    if not future:
        raise Conflict("schedule-all-due", "everything has fallen due")
    if future[0].due_on == loan.terms.held_until:
        raise Conflict("schedule-in-grace", "a schedule changes after its deferred interest has been asked for")


def put(loan: Loan, rows: Sequence[Instalment], made_by: UUID, on: date) -> None:
    """Puts planned rows in the place of what is not due: the next version of the schedule (R-3.1)."""
    first = not_yet_due(loan)[0].number
    fee = loan.contract.fees_minor(FeeTiming.EVERY_INSTALMENT)
    rest = [LoanInstalment.of(row, fee) for row in rows if row.number >= first]
    loan.instalments = [*(each for each in loan.instalments if each.fell_due), *rest]
    loan.plan(made_by, on)


def in_time(loan: Loan, rows: Sequence[Instalment], on: date) -> list[Instalment]:
    """Rows that were planned anew on a day, with the rates that are known to come, those that have been, and without
    the days that bear no interest."""
    agreed, terms, rows = loan.agreed_rates, terms_on(loan, on), list(rows)
    for change in agreed.changes:
        if on < change.on < rows[-1].due_on:
            rows = reprice(terms, rows, agreed.until(change.on))
    return [row if row.due_on <= on else _borne(loan, terms, row, row.starts_on) for row in rows]


def paused(loan: Loan, rows: Sequence[Instalment], since: date) -> list[Instalment]:
    """Rows as they stand, without the days of a pause that begins on a day and that the loan knows of already."""
    terms = terms_on(loan, since)
    return [row if row.due_on <= since else _borne(loan, terms, row, since) for row in rows]


def _borne(loan: Loan, terms: ScheduleTerms, row: Instalment, since: date) -> Instalment:
    """A row with the interest of the days that bear it. Of level periods it is their share of the whole; pauses before
    `since` are in the row already."""
    start, end = row.starts_on, row.due_on
    out = loan.terms.paused_days(start, end)
    changed = any(start < change.on < end for change in loan.agreed_rates.changes)
    if changed or (out and not terms.level):
        count = loan.contract.day_count
        return row._replace(interest_minor=loan.rates.interest(row.before_minor, start, end, count))
    if not out:
        return row
    days = (end - start).days
    before = days - loan.terms.paused_days(start, max(start, since))
    return row._replace(interest_minor=half_up(row.interest_minor * (days - out), before) if before else 0)
