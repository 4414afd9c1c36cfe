"""The state of a loan from its contract, its value date and its events alone: the same events always give the same."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from loan_servicekit.core import Conflict
from postloan_svc.domain.loan.history import EventKind, LoanEvent, in_force
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.loan.status import LoanStatus
from postloan_svc.domain.servicing.ageing import advance
from postloan_svc.domain.servicing.changes.carry_out import carry_out, carry_out_again
from postloan_svc.domain.servicing.refunds import take_out
from postloan_svc.domain.servicing.repayments import NonAccrual, apply_repayment


def replayed(
    loan: Loan, events: Iterable[LoanEvent], until: date, non_accrual: NonAccrual, new: UUID | None = None
) -> Loan:
    """A loan that was right from the start: the events in the order in which they count, each on its own day, and the
    days between. What it tells, posts and splits is what the loan should have told, posted and split.

    `new` is the event that was not there before: a change that is not possible is refused, where older ones fall away.
    Raises Conflict `repayment-refunded` where money that went back would not have been there, as `take_out` does where
    it went to another loan, `loan-transferred` where money came after a transfer, and as `carry_out` does.
    """
    fresh, events = _paid_out(loan), list(events)
    fresh.readings = {each.value_date: each for each in events if each.kind is EventKind.REPRICING}
    for event in in_force(events):
        advance(fresh, event.value_date, non_accrual(event.value_date))
        fresh.advanced_to = event.value_date
        if event.kind is EventKind.REPRICING:
            continue  # its day has read it
        if event.kind is EventKind.REFUND:
            _refund(fresh, event)
        elif event.kind is EventKind.MOVED:
            take_out(fresh, event)
        elif event.kind is EventKind.CHANGE:
            (carry_out if event.event_id == new else carry_out_again)(fresh, event)
        elif fresh.status is LoanStatus.TRANSFERRED:
            raise Conflict(
                "loan-transferred", f"money came on {event.value_date}, when the claim was not ours any more"
            )
        else:
            apply_repayment(fresh, event, event.value_date)
    advance(fresh, until, non_accrual(until))
    return fresh


def _paid_out(loan: Loan) -> Loan:
    assert loan.value_date is not None, f"loan {loan.loan_no} has no life before its pay-out"
    fresh = Loan(loan.id, loan.contract, LoanStatus.ACTIVE, loan.pay_outs, loan.payment_id, loan.value_date)
    fresh.advanced_to, fresh.working_days, fresh.lpr = loan.value_date, loan.working_days, loan.lpr
    fresh.instalments = loan.contract.instalments(loan.value_date)
    return fresh


def _refund(fresh: Loan, event: LoanEvent) -> None:
    if fresh.suspense_minor < event.amount_minor:
        raise Conflict(
            "repayment-refunded", f"{event.amount_minor} went back to the borrower on {event.value_date}; it was his"
        )
    fresh.suspense_minor -= event.amount_minor
