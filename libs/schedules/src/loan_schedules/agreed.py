"""The schedule of a loan as its contract says it: the same for who discloses it and for who books it."""

from datetime import date, timedelta
from decimal import Decimal

from loan_contracts.money import months_later
from loan_contracts.values import A_MONTH, GraceTerms, PeriodUnit, RepaymentMethod, RepaymentPeriod, RepaymentTerms
from loan_schedules.rates import RateChange, Rates
from loan_schedules.repricing import schedule_at
from loan_schedules.schedule import Instalment, generate_schedule
from loan_schedules.terms import MONTHLY, Grace, Period, ScheduleTerms


def agreed_terms(
    principal_minor: int,
    annual_rate: Decimal,
    term_months: int,
    method: RepaymentMethod,
    value_date: date,
    agreed: RepaymentTerms,
) -> ScheduleTerms:
    """What the schedule is made from, at the first rate. Raises Invalid `schedule-terms-invalid`."""
    due_on, principals = _to_come(agreed, value_date)
    months = agreed.every.unit is PeriodUnit.MONTH
    return ScheduleTerms(
        principal_minor=principal_minor,
        annual_rate=annual_rate,
        term_months=term_months if months else 0,
        method=method,
        value_date=value_date,
        due_day=agreed.due_day,
        day_count=agreed.day_count,
        every=period_of(agreed.every),
        periods=agreed.periods,
        principals=principals,
        due_on=due_on,
        balloon_minor=agreed.balloon_minor,
        grace=grace_of(agreed.grace),
    )


def grace_of(said: GraceTerms) -> Grace:
    """Grace as contracts say it."""
    return Grace(said.principal_periods, said.interest_periods, said.interest_free_periods)


def period_of(said: RepaymentPeriod) -> Period:
    """A period as contracts say it."""
    return MONTHLY if said == A_MONTH else Period(said.count, said.unit)


def _to_come(agreed: RepaymentTerms, value_date: date) -> tuple[tuple[date, ...], tuple[int, ...]]:
    """Dates that were agreed one by one, and what each repays. What would have fallen due before the money came falls
    due with the next, and where none is left on the day after the money: whoever has the money owes it."""
    passed = sum(1 for each in agreed.due_on if each <= value_date)
    if not passed:
        return agreed.due_on, agreed.principals
    due_on = agreed.due_on[passed:] or (value_date + timedelta(days=1),)
    if not agreed.principals:
        return due_on, ()
    first, *rest = agreed.principals[passed:] or (0,)
    return due_on, (sum(agreed.principals[:passed]) + first, *rest)


def agreed_rates(annual_rate: Decimal, value_date: date, agreed: RepaymentTerms) -> Rates:
    """The rates of its days: the first, and the steps that were agreed at signing."""
    steps = (RateChange(months_later(value_date, step.after_months), step.annual_rate) for step in agreed.rate_steps)
    return Rates(annual_rate, tuple(steps))


def agreed_schedule(terms: ScheduleTerms, rates: Rates) -> list[Instalment]:
    """The instalments, steps of the rate included. Raises as `generate_schedule` and `reprice` do."""
    return schedule_at(terms, rates) if rates.changes else generate_schedule(terms)
