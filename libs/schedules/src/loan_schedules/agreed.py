"""The schedule of a loan as its contract says it: the same for who discloses it and for who books it."""

from datetime import date
from decimal import Decimal

from loan_contracts.money import months_later
from loan_contracts.values import RepaymentMethod, RepaymentTerms
from loan_schedules.rates import RateChange, Rates
from loan_schedules.repricing import schedule_at
from loan_schedules.schedule import Instalment, generate_schedule
from loan_schedules.terms import ScheduleTerms


def agreed_terms(
    principal_minor: int,
    annual_rate: Decimal,
    term_months: int,
    method: RepaymentMethod,
    value_date: date,
    agreed: RepaymentTerms,
) -> ScheduleTerms:
    """What the schedule is made from, at the first rate. Raises Invalid `schedule-terms-invalid`."""
    return ScheduleTerms(
        principal_minor=principal_minor,
        annual_rate=annual_rate,
        term_months=term_months,
        method=method,
        value_date=value_date,
        day_count=agreed.day_count,
        balloon_minor=agreed.balloon_minor,
    )


def agreed_rates(annual_rate: Decimal, value_date: date, agreed: RepaymentTerms) -> Rates:
    """The rates of its days: the first, and the steps that were agreed at signing."""
    steps = (RateChange(months_later(value_date, step.after_months), step.annual_rate) for step in agreed.rate_steps)
    return Rates(annual_rate, tuple(steps))


def agreed_schedule(terms: ScheduleTerms, rates: Rates) -> list[Instalment]:
    """The instalments, steps of the rate included. Raises as `generate_schedule` and `reprice` do."""
    return schedule_at(terms, rates) if rates.changes else generate_schedule(terms)
