"""Changes of what is not due yet: term, rate, pauses (domain.md R-2.18, R-3.27, R-3.33 to R-3.35)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from loan_schedules.extension import extend, hold
from loan_schedules.repricing import reprice
from loan_schedules.schedule import Instalment
from loan_servicekit.core import Conflict, Invalid
from postloan_svc.domain.loan.changes import Extension, PaymentHoliday
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.loan.terms import Pause
from postloan_svc.domain.servicing.changes.planning import (
    in_time,
    paused,
    put,
    require_plannable,
    rows_not_due,
    rows_of,
    terms_on,
)


def extend_term(loan: Loan, made_by: UUID, change: Extension, on: date) -> None:
    """展期: before the term ends, of a loan that owes nothing overdue. Another rate holds from the day on.

    Raises Conflict `loan-overdue`, and as the schedule does.
    """
    require_plannable(loan)
    if loan.dpd(on):
        raise Conflict("loan-overdue", f"loan {loan.loan_no} is overdue; what is due is paid or restructured first")
    rows = rows_of(loan)
    if change.annual_rate is not None:
        rows = _repriced(loan, change.annual_rate, on)
    rows = extend(terms_on(loan, on), rows, change.months, on)
    before = loan.terms
    loan.terms = replace(
        before, extensions=before.extensions + 1, extended_months=before.extended_months + change.months
    )
    put(loan, in_time(loan, rows, on), made_by, on)


def agree_rate(loan: Loan, made_by: UUID, annual_rate: Decimal, on: date) -> None:
    """Another rate: the running period is split by days, what follows is planned anew (R-2.18). Late charges follow it
    (R-3.17), so it may change where everything has fallen due. Raises Conflict as the schedule does."""
    if not rows_not_due(loan):
        _keep_rate(loan, annual_rate, on)
        return
    require_plannable(loan)
    rows = _repriced(loan, annual_rate, on)
    put(loan, in_time(loan, rows, on), made_by, on)


def _repriced(loan: Loan, annual_rate: Decimal, on: date) -> list[Instalment]:
    _keep_rate(loan, annual_rate, on)
    return reprice(terms_on(loan, on), rows_of(loan), loan.agreed_rates.until(on))


def _keep_rate(loan: Loan, annual_rate: Decimal, on: date) -> None:
    loan.terms = replace(loan.terms.with_rate(on, annual_rate), spread_bp=loan.agreed_spread(annual_rate))


def pause_interest(loan: Loan, made_by: UUID, until: date, on: date) -> None:
    """No interest and no late charges for [on, until); the principal stays as it was planned.

    Raises Invalid `pause-invalid`, Conflict `interest-paused-already`, `schedule-in-grace`.
    """
    if until <= on:
        raise Invalid("pause-invalid", f"until is {until}; it must lie behind {on}")
    if loan.terms.paused_days(on, until):
        raise Conflict("interest-paused-already", f"some days of {on} to {until} bear no interest already")
    future = rows_not_due(loan)
    if future:
        require_plannable(loan)
    loan.terms = replace(loan.terms, pauses=(*loan.terms.pauses, Pause(on, until)))
    if future:
        put(loan, paused(loan, future, on), made_by, on)


def hold_payments(loan: Loan, made_by: UUID, change: PaymentHoliday, on: date) -> None:
    """The next instalments are not asked for. Raises Conflict as the schedule does."""
    require_plannable(loan)
    rows = hold(terms_on(loan, on), rows_of(loan), change.instalments, on, change.principal_only)
    future = [row for row in rows if row.due_on > on]
    if change.principal_only:
        loan.terms = replace(loan.terms, principal_held_until=future[change.instalments - 1].due_on)
    else:
        loan.terms = replace(loan.terms, held_until=future[0].due_on)
    put(loan, in_time(loan, rows, on), made_by, on)
