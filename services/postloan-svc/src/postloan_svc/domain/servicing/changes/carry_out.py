"""Each change of a loan's history, carried out on its day."""

from copy import deepcopy
from typing import assert_never

from loan_servicekit.core import Conflict, DomainError
from postloan_svc.domain.loan import changes
from postloan_svc.domain.loan.history import LoanEvent
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.servicing.changes.ending import accelerate, enforce, transfer, upgrade, write_off
from postloan_svc.domain.servicing.changes.restructuring import restructure
from postloan_svc.domain.servicing.changes.terms import agree_rate, extend_term, hold_payments, pause_interest
from postloan_svc.domain.servicing.changes.waiving import agree_settlement, waive

ALSO_WRITTEN_OFF = (changes.Waiver, changes.DebtSettlement, changes.ClaimTransfer, changes.Enforcement)
"""What is possible for a loan that is written off; all else needs one that runs."""


def carry_out(loan: Loan, event: LoanEvent) -> None:
    """Does what was agreed or decided; the loan stands on the day. Raises Conflict `loan-not-running`, and as each
    change does; the loan is of no use then."""
    change, made_by, on = event.change, event.event_id, event.value_date
    assert change is not None, f"event {event.event_id} changes nothing"
    possible = loan.owed if isinstance(change, ALSO_WRITTEN_OFF) else loan.running
    if not possible:
        raise Conflict("loan-not-running", f"loan {loan.loan_no} is {loan.status}")
    match change:
        case changes.Extension():
            extend_term(loan, made_by, change, on)
        case changes.RateAgreed():
            agree_rate(loan, made_by, change.annual_rate, on)
        case changes.InterestPause():
            pause_interest(loan, made_by, change.until, on)
        case changes.PaymentHoliday():
            hold_payments(loan, made_by, change, on)
        case changes.Waiver():
            waive(loan, made_by, change, on)
        case changes.Restructuring():
            restructure(loan, made_by, change, on)
        case changes.Acceleration():
            accelerate(loan, made_by, on)
        case changes.WriteOff():
            write_off(loan, made_by, on)
        case changes.DebtSettlement():
            agree_settlement(loan, change, on)
        case changes.ClaimTransfer():
            transfer(loan, made_by, change, on)
        case changes.Enforcement():
            enforce(loan, made_by, change, on)
        case changes.Upgrade():
            upgrade(loan, on)
        case changes.Repricing():
            raise AssertionError("a rate is read anew by its day, not by people")
        case _:
            assert_never(change)


def carry_out_again(loan: Loan, event: LoanEvent) -> None:
    """The same in a life that is worked out anew. What is not possible there any more, because something before it was
    learnt later, falls away: it would have been refused."""
    try:
        carry_out(deepcopy(loan), event)
    except DomainError:
        return
    carry_out(loan, event)
