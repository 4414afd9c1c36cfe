"""What a contract says of its schedule beside amount, rate, months and method, as its product offers it."""

from datetime import date
from decimal import Decimal

from application_svc.domain.products.product import Product
from loan_contracts.money import times
from loan_contracts.values import DayCount, RateStep, RepaymentMethod, RepaymentTerms
from loan_schedules.agreed import agreed_rates, agreed_schedule, agreed_terms
from loan_schedules.schedule import Instalment


def repayment_of(
    product: Product, method: RepaymentMethod, principal_minor: int, annual_rate: Decimal
) -> RepaymentTerms:
    """What is disclosed and what is booked: computed once."""
    share = next((each.balloon_share for each in product.methods if each.method is method), None)
    steps = tuple(
        RateStep(after_months=step.after_months, annual_rate=max(Decimal(0), annual_rate + step.added_rate))
        for step in product.rate_steps
    )
    return RepaymentTerms(
        day_count=DayCount(product.day_count),
        balloon_minor=times(principal_minor, share) if share else 0,
        rate_steps=steps,
    )


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
