"""A rate that is tied to the LPR, read anew on its days, and what follows of it (domain.md R-2.16 to R-2.18, R-3.17).

What was read is an event of the history: who works a loan out anew finds it there, whatever has been published since.
"""

from dataclasses import replace
from datetime import date
from uuid import uuid5

from loan_schedules.lpr import LprLink
from loan_schedules.repricing import reprice
from loan_schedules.schedule import Instalment
from loan_servicekit.core import DomainError
from postloan_svc.domain.loan.changes import Repricing
from postloan_svc.domain.loan.history import EventKind, LoanEvent
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing.changes.planning import in_time, put, rows_of, terms_on
from postloan_svc.domain.servicing.changes.telling import tell_change


def next_reading_on(loan: Loan) -> date | None:
    """The next day on which the rate is read anew; None where it is not tied, or the loan ends before."""
    tied, stands_on, ends_on = loan.contract.repayment.floating, loan.advanced_to, loan.maturity_date
    if tied is None or loan.value_date is None or stands_on is None or ends_on is None:
        return None
    day = LprLink.of(tied).next_reading(loan.value_date, stands_on)
    return day if day and day < ends_on else None


def read_anew(loan: Loan, on: date) -> None:
    """Reads the LPR of a day. Where the rate becomes another, what is not due is planned anew: the next version of the
    schedule, made by this event. Where it does not, the history says so all the same."""
    known = loan.readings.get(on)
    event = known or _reading(loan, on)
    assert isinstance(event.change, Repricing), f"event {event.event_id} reads no rate"
    rate, before = loan.tied_rate(event.change.lpr), loan.agreed_rates.at(on)
    loan.terms = replace(loan.terms, lpr=event.change.lpr)
    if rate == before:
        loan.audit("read_lpr", {"lpr": str(event.change.lpr), "annual_rate": str(rate), "on": str(on)})
    else:
        loan.terms = loan.terms.with_rate(on, rate)
        put(loan, in_time(loan, _replanned(loan, on), on), event.event_id, on)
        tell_change(loan, event, on)
    if known is None:
        loan.readings[on] = event
        loan.happened(event._replace(number=loan.sequence))


def _reading(loan: Loan, on: date) -> LoanEvent:
    tied = loan.contract.repayment.floating
    assert tied is not None and loan.lpr is not None, f"the LPR for loan {loan.loan_no} was not loaded"
    return LoanEvent(
        event_id=uuid5(loan.id, f"repricing {on}"),
        number=loan.sequence + 1,
        kind=EventKind.REPRICING,
        value_date=on,
        recorded_on=on,
        amount_minor=0,
        change=Repricing(loan.lpr(tied.tenor, on)),
    )


def _replanned(loan: Loan, on: date) -> list[Instalment]:
    """The instalments at the new rate; where too little is owed for a plan of its own, the principal stays as it is and
    its interest follows the days."""
    try:
        return reprice(terms_on(loan, on), rows_of(loan), loan.agreed_rates.until(on))
    except DomainError:
        rates, count = loan.agreed_rates.until(on), loan.contract.day_count
        return [
            row._replace(interest_minor=rates.interest(row.before_minor, row.starts_on, row.due_on, count))
            if row.due_on > on
            else row
            for row in rows_of(loan)
        ]


def take_over_readings(loan: Loan, fresh: Loan) -> None:
    """Days that a loan passes only now, since it was worked out anew, have read their LPR now."""
    for event in fresh.events:
        if event.kind is EventKind.REPRICING:
            loan.audit("read_lpr", {"on": str(event.value_date)})
            loan.readings[event.value_date] = event
            loan.happened(event._replace(number=loan.sequence))
