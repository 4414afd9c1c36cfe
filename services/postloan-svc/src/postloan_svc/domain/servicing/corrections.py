"""What we learn late: money of an earlier day, a repayment that is taken back (R-3.25; reverse and replay).

The loan is worked out anew from its history, and takes over what comes of it. The books are never changed: a posting
that would not have been made is taken back by a contra posting of today, and what is missing is posted today with the
value date that it should have had. What stays the same is left alone.
"""

from collections import Counter
from datetime import date

from loan_contracts.lending import (
    LoanSettled,
    RepaymentMissCorrected,
    RepaymentMissed,
    RepaymentReallocated,
    RepaymentReceived,
)
from loan_servicekit.core import Conflict
from postloan_svc.domain.ledger.allocations import Allocation, Repayment
from postloan_svc.domain.ledger.postings import Entry, Posting, PostingKind, contra
from postloan_svc.domain.loan.history import LoanEvent, Past
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.loan.status import LoanStatus
from postloan_svc.domain.schedule.components import Component
from postloan_svc.domain.schedule.versions import planned
from postloan_svc.domain.servicing.changes.floating import take_over_readings
from postloan_svc.domain.servicing.repayments import NonAccrual
from postloan_svc.domain.servicing.replay import replayed

Known = tuple[PostingKind, date, tuple[Entry, ...]]
"""What makes two postings the same: kind, value date, entries."""


def past_of(loan: Loan) -> Past:
    """The history that a correction was given; asking for one without it is a bug of the loader."""
    assert loan.past is not None, f"the history of loan {loan.loan_no} was not loaded"
    return loan.past


def correct(loan: Loan, event: LoanEvent, today: date, non_accrual: NonAccrual, reopens: bool = False) -> None:
    """Puts an event into its place in the past; `today` is the business day that the loan stands on.

    Raises Conflict `loan-settled` where a settled loan would owe again, unless the event `reopens` it (R-3.25), and
    `repayment-refunded`; then nothing has changed.
    """
    past = past_of(loan)
    fresh = replayed(loan, [*past.events, event], today, non_accrual, event.event_id)
    if loan.status is LoanStatus.SETTLED and fresh.owed and not (reopens and fresh.running and loan.refund_id is None):
        raise Conflict("loan-settled", f"loan {loan.loan_no} is settled; it would owe again")
    was_owed = loan.owed
    _post_differences(loan, past, fresh, today)
    missed = {each.number for each in loan.instalments if each.missed}
    before = planned(loan.instalments)
    _take_over(loan, fresh)
    take_over_readings(loan, fresh)
    if planned(loan.instalments) != before:
        loan.plan(event.event_id, event.value_date)
    _tell_missed(loan, fresh, missed, today)
    _split_anew(loan, past, fresh, today)
    if loan.status is LoanStatus.SETTLED and was_owed:
        _tell_settled(loan, fresh)


def _post_differences(loan: Loan, past: Past, fresh: Loan, today: date) -> None:
    standing = [each for each in past.standing() if each.kind not in (PostingKind.DISBURSEMENT, PostingKind.REFUND)]
    right = Counter(_known(each) for each in fresh.postings)
    for posting in standing:
        if right[_known(posting)]:
            right[_known(posting)] -= 1
        else:
            loan.post(contra(posting, today))
    for posting in fresh.postings:
        if right[_known(posting)]:
            right[_known(posting)] -= 1
            loan.post(posting._replace(business_date=today))


def _known(posting: Posting) -> Known:
    return posting.kind, posting.value_date, tuple(sorted(posting.entries))


def _take_over(loan: Loan, fresh: Loan) -> None:
    if loan.status is not fresh.status:
        loan.become(fresh.status)
    loan.instalments, loan.profile, loan.bucket = fresh.instalments, fresh.profile, fresh.bucket
    loan.suspense_minor, loan.terms = fresh.suspense_minor, fresh.terms
    loan.recognised_minor, loan.off_balance_minor = fresh.recognised_minor, fresh.off_balance_minor
    loan.non_accrual_since = fresh.non_accrual_since
    loan.cap_windows, loan.cap_excess_minor = fresh.cap_windows, fresh.cap_excess_minor
    if fresh.running:
        loan.settled_on = None
    if loan.settled_on is None:
        loan.settled_on = fresh.settled_on
    loan.advanced_to = max((each for each in (loan.advanced_to, fresh.advanced_to) if each), default=None)


def _tell_missed(loan: Loan, fresh: Loan, missed: set[int], today: date) -> None:
    """An instalment that was told as missed and was not is corrected; one that was missed after all is told now."""
    now = {each.number: each for each in loan.instalments}
    for number in sorted(missed):
        if number not in now or not now[number].missed:
            loan.record(
                RepaymentMissCorrected,
                loan_id=loan.id,
                application_id=loan.application_id,
                instalment_no=number,
                business_date=today,
            )
    for fact in fresh.facts:
        if isinstance(fact, RepaymentMissed) and fact.instalment_no not in missed:
            loan.record(RepaymentMissed, **fact.model_dump(exclude={"sequence"}) | {"business_date": today})


def _tell_settled(loan: Loan, fresh: Loan) -> None:
    for fact in fresh.facts:
        if isinstance(fact, LoanSettled):
            loan.record(LoanSettled, **fact.model_dump(exclude={"sequence"}))


def _split_anew(loan: Loan, past: Past, fresh: Loan, today: date) -> None:
    """Earlier splits that are no longer right get a next version and are told again; what is new is told like any."""
    right = {each.repayment_id: each for each in fresh.repayments}
    told = {fact.repayment_id: fact for fact in fresh.facts if isinstance(fact, RepaymentReceived)}
    for was in list(past.repayments.values()):
        now = right.get(was.repayment_id) or was._replace(amount_minor=0, allocation=_nothing(was))
        if now.allocation != was.allocation or now.amount_minor != was.amount_minor:
            loan.split(now._replace(version=was.version + 1))
            loan.record(RepaymentReallocated, **_told(loan, now, told.get(was.repayment_id), today))
    for repayment_id, each in right.items():
        if repayment_id not in past.repayments:
            loan.split(each)
            loan.record(RepaymentReceived, **_told(loan, each, told[repayment_id], today))


def _nothing(was: Repayment) -> Allocation:
    return Allocation(was.allocation.profile, (), 0)


def _told(loan: Loan, repayment: Repayment, right: RepaymentReceived | None, today: date) -> dict[str, object]:
    """A split as the loan that was right from the start told it, today; one that there never was pays nothing."""
    allocation = repayment.allocation
    return {
        "loan_id": loan.id,
        "application_id": loan.application_id,
        "repayment_id": repayment.repayment_id,
        "amount_minor": repayment.amount_minor,
        "fee_minor": allocation.total(Component.FEE),
        "penalty_minor": allocation.total(Component.PENALTY),
        "compound_minor": allocation.total(Component.COMPOUND),
        "interest_minor": allocation.total(Component.INTEREST),
        "principal_minor": allocation.total(Component.PRINCIPAL),
        "delay_minor": allocation.total(Component.DELAY),
        "suspense_minor": right.suspense_minor if right else 0,
        "profile": allocation.profile.value,
        "business_date": today,
        "outstanding_principal_minor": loan.outstanding_principal_minor,
    }
