"""What a new business day does to a loan: dues, missed repayments, bucket and profile (domain.md §15.2)."""

from datetime import date, timedelta
from typing import NamedTuple

from loan_contracts.lending import RepaymentDue, RepaymentMissed
from postloan_svc.domain.delinquency.dpd import BUCKET_DAYS, BUCKETS, bucket
from postloan_svc.domain.delinquency.holidays import moved_to
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.loan.status import LoanStatus
from postloan_svc.domain.schedule.instalments import LoanInstalment
from postloan_svc.domain.servicing.accrual import interest_due, stop
from postloan_svc.domain.servicing.allocation import profile_after
from postloan_svc.domain.servicing.changes.floating import next_reading_on, read_anew
from postloan_svc.domain.servicing.repayments import use_suspense


class Day(NamedTuple):
    """How many instalments fell due and how many were missed."""

    due: int
    missed: int


def advance(loan: Loan, business_date: date, non_accrual_after_days: int) -> Day:
    """Brings a loan to a business day: instalments fall due, unpaid ones are missed, bucket and profile follow.

    Days that were left out are gone through one by one, so that it makes no difference when the loan was advanced: each
    instalment falls due, and is paid from suspense or missed, on its own day. What that posts stands in the books of
    `business_date` and counts from its day. Running a day again changes nothing and tells nothing; neither does a day
    that the loan has passed already.
    """
    if not loan.running or business_date < loan.business_date(business_date):
        return Day(0, 0)
    due = missed = 0
    first_new = len(loan.postings)
    while loan.running and (step := _next_step_on(loan, non_accrual_after_days)) and step < business_date:
        told = _day(loan, step, non_accrual_after_days)
        due, missed = due + told.due, missed + told.missed
    if loan.running:
        told = _day(loan, business_date, non_accrual_after_days)
        due, missed = due + told.due, missed + told.missed
    for place in range(first_new, len(loan.postings)):
        loan.postings[place] = loan.postings[place]._replace(business_date=business_date)
    return Day(due, missed)


def _day(loan: Loan, day: date, non_accrual_after_days: int) -> Day:
    if (changes_on := _rate_changes_on(loan)) and changes_on <= day:
        loan.audit("bear_another_rate", {"annual_rate": str(loan.rates.at(day)), "business_date": str(day)})
    reads_on = next_reading_on(loan)
    loan.advanced_to = day
    due = _fall_due(loan, day)
    if reads_on and reads_on <= day:
        read_anew(loan, reads_on)
    use_suspense(loan, day)
    missed = _miss(loan, day)
    if loan.running:
        _age(loan, day, non_accrual_after_days)
    return Day(due, missed)


def _next_step_on(loan: Loan, non_accrual_after_days: int) -> date | None:
    """The next day on which something happens to a loan: a due date, a missed instalment, a bucket, principal first."""
    days = [each for each in (next_event_on(loan), *_ageing_on(loan, non_accrual_after_days)) if each]
    return min(days, default=None)


def _ageing_on(loan: Loan, non_accrual_after_days: int) -> list[date]:
    """The days after the one that it stands on at which an overdue loan enters the next bucket, and profile B."""
    oldest, stands_on = loan.oldest_unpaid_due_on, loan.advanced_to
    if loan.status is not LoanStatus.OVERDUE or oldest is None or stands_on is None:
        return []
    dpd = (stands_on - oldest).days
    enters = (dpd - 1) // BUCKET_DAYS * BUCKET_DAYS + BUCKET_DAYS + 1
    return [oldest + timedelta(days=days) for days in (enters, non_accrual_after_days + 1) if days > dpd]


def next_event_on(loan: Loan) -> date | None:
    """The first business day on which `advance` has something to tell, None if none: what a store indexes by.

    When a loan stops to accrue depends on a parameter: a store finds these by `overdue_since`.
    """
    if not loan.running:
        return None
    falling = [each.due_on for each in loan.instalments if not each.fell_due][:1]
    falling += [day for day in (_rate_changes_on(loan), next_reading_on(loan)) if day and falling and day < falling[0]]
    missing = [_missed_on(loan, each) for each in loan.instalments if each.unpaid and not each.missed][:1]
    return min(falling + missing + _next_bucket_on(loan), default=None)


def overdue_since(loan: Loan) -> date | None:
    """The first day on which an overdue loan was past due."""
    oldest = loan.oldest_unpaid_due_on
    return oldest + timedelta(days=1) if oldest and loan.status is LoanStatus.OVERDUE else None


def _next_bucket_on(loan: Loan) -> list[date]:
    """The day on which an overdue loan enters the bucket after the one that it is in; the last one has no next."""
    since, place = overdue_since(loan), BUCKETS.index(loan.bucket)
    if since is None or loan.bucket == BUCKETS[-1]:
        return []
    return [since + timedelta(days=place * BUCKET_DAYS)]


def _rate_changes_on(loan: Loan) -> date | None:
    """The next day from which another rate is borne, so that a store keeps the running period at it."""
    if loan.advanced_to is None:
        return None
    return next((each.on for each in loan.rates.changes if each.on > loan.advanced_to), None)


def _missed_on(loan: Loan, instalment: LoanInstalment) -> date:
    """The first day after grace (R-3.9)."""
    return instalment.payable_on + timedelta(days=loan.contract.grace_days + 1)


def _fall_due(loan: Loan, business_date: date) -> int:
    falling = [each for each in loan.instalments if not each.fell_due and each.due_on <= business_date]
    for each in falling:
        each.fell_due = True
        each.moved_to = moved_to(each.due_on, loan.contract.holiday_rule, loan.working_days)
        interest_due(loan, each.interest_minor, business_date)
        loan.record(
            RepaymentDue,
            loan_id=loan.id,
            application_id=loan.contract.application_id,
            instalment_no=each.number,
            due_date=each.due_on,
            payable_on=each.moved_to,
            principal_minor=each.principal_minor,
            interest_minor=each.interest_minor,
            fee_minor=each.fee_minor,
            total_minor=each.scheduled_unpaid_minor,
        )
        if each.owed().total_minor == 0:
            each.paid_on = business_date
    return len(falling)


def _miss(loan: Loan, business_date: date) -> int:
    missed = [
        each for each in loan.instalments if each.unpaid and not each.missed and _missed_on(loan, each) <= business_date
    ]
    dpd = loan.dpd(business_date)
    for each in missed:
        each.missed = True
        loan.become(LoanStatus.OVERDUE)
        loan.record(
            RepaymentMissed,
            loan_id=loan.id,
            application_id=loan.contract.application_id,
            instalment_no=each.number,
            due_date=each.due_on,
            overdue_minor=each.scheduled_unpaid_minor,
            dpd=dpd,
            bucket=bucket(dpd),
            business_date=business_date,
        )
    return len(missed)


def _age(loan: Loan, business_date: date, non_accrual_after_days: int) -> None:
    """Accrual (R-3.26), bucket and allocation profile (R-3.24). A change is recorded as a fact, so that it is saved and
    can be seen."""
    dpd = loan.dpd(business_date)
    aged = bucket(dpd)
    profile = profile_after(loan.profile, dpd, non_accrual_after_days)
    stops = dpd > non_accrual_after_days and loan.accruing
    if (aged, profile) == (loan.bucket, loan.profile) and not stops:
        return
    loan.bucket, loan.profile = aged, profile
    detail = {"bucket": aged, "dpd": str(dpd), "profile": profile.value, "business_date": str(business_date)}
    if stops:
        stop(loan, business_date)
        detail["non_accrual_since"] = str(business_date)
    loan.audit("advance_business_date", detail)
