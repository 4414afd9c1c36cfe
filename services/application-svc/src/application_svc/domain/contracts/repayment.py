"""What a contract says of its schedule beside amount, rate, months and method, as its product offers it."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from application_svc.domain.products.product import Product
from application_svc.domain.products.repaying import BASIS_POINTS
from application_svc.domain.products.request import OwnDue
from loan_contracts.money import times
from loan_contracts.values import (
    FloatingRate,
    PeriodUnit,
    RateStep,
    RepaymentMethod,
    RepaymentPeriod,
    RepaymentTerms,
    Tenor,
)
from loan_schedules.agreed import agreed_rates, agreed_schedule, agreed_terms
from loan_schedules.methods.method import rate_of_a_period
from loan_schedules.methods.staged import Stage, in_stages
from loan_schedules.schedule import Instalment, scaled
from loan_schedules.terms import whole_periods


def repayment_of(
    product: Product,
    method: RepaymentMethod,
    principal_minor: int,
    annual_rate: Decimal,
    term_months: int,
    schedule: Sequence[OwnDue] = (),
    floating: FloatingRate | None = None,
) -> RepaymentTerms:
    """What is disclosed and what is booked: computed once. `schedule` are dates and principals of the applicant's own:
    of what is approved each repays its part. `floating` is how the rate came about, where it is tied to the LPR."""
    offered = next(each for each in product.methods if each.method is method)
    steps = tuple(
        RateStep(after_months=step.after_months, annual_rate=max(Decimal(0), annual_rate + step.added_rate))
        for step in product.rate_steps
    )
    monthly = offered.every.unit is PeriodUnit.MONTH
    principals: tuple[int, ...] = ()
    if offered.own_schedule:
        principals = scaled([row.principal_minor for row in schedule], principal_minor)
    elif offered.stages:
        stages = [Stage(each.periods, Fraction(each.share), each.method) for each in offered.stages]
        rate = rate_of_a_period(annual_rate, offered.period, product.day_count)
        principals = in_stages(principal_minor, stages, rate)
    return RepaymentTerms(
        day_count=product.day_count,
        balloon_minor=times(principal_minor, offered.balloon_share) if offered.balloon_share else 0,
        rate_steps=steps,
        every=RepaymentPeriod(count=offered.every.count, unit=offered.every.unit),
        periods=None if monthly else whole_periods(term_months, offered.period),
        due_day=offered.due_day,
        floating=floating,
        grace=offered.grace.agreed(),
        principals=principals,
        due_on=tuple(row.due_on for row in schedule) if offered.own_schedule else (),
    )


def floating_of(product: Product, decided: Decimal, lpr: Mapping[Tenor, Decimal]) -> FloatingRate | None:
    """How a rate that was decided is tied, by the LPR of the day; None where the product's rates are fixed."""
    offered = product.floating
    return offered.agreed(decided, lpr[offered.tenor]) if offered else None


def rate_of(floating: FloatingRate | None, decided: Decimal) -> Decimal:
    """The rate of a contract: LPR and spread, never above what was decided; not below its floor (R-2.16)."""
    if floating is None:
        return decided
    rate = min(floating.lpr + Decimal(floating.spread_bp) / BASIS_POINTS, floating.ceiling or decided)
    return min(decided, max(rate, floating.floor or Decimal(0)))


def plan_of(
    agreed: RepaymentTerms,
    principal_minor: int,
    annual_rate: Decimal,
    term_months: int,
    method: RepaymentMethod,
    value_date: date,
) -> list[Instalment]:
    """The schedule of a loan that is paid out on a day, as it will be booked."""
    terms = agreed_terms(principal_minor, annual_rate, term_months, method, value_date, agreed)
    return agreed_schedule(terms, agreed_rates(annual_rate, value_date, agreed))
