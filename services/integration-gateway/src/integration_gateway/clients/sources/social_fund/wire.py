"""Shapes of social insurance and housing fund (domain.md §7.4)."""

from decimal import ROUND_HALF_UP, Decimal

from integration_gateway.clients.sources.amounts import decimal
from integration_gateway.clients.wire import Json
from loan_contracts.facts import SocialInsuranceFacts


def read_contributions(data: Json) -> SocialInsuranceFacts:
    """Income = monthly deposit / (personal + employer ratio), to the fen. ValueError or KeyError where malformed."""
    fund = data["fund"]
    ratio = decimal(fund["personal_ratio"]) + decimal(fund["employer_ratio"])
    if ratio <= 0:
        raise ValueError("no contribution ratio")
    income = (decimal(fund["monthly_deposit"]) * 100 / ratio).quantize(Decimal(1), ROUND_HALF_UP)
    return SocialInsuranceFacts(
        monthly_income_minor=int(income),
        months_continuous=data["social"]["months_continuous"],
    )
