"""Shapes of social insurance and housing fund (domain.md §7.4)."""

from decimal import ROUND_HALF_UP, Decimal

from integration_gateway.clients.sources.amounts import decimal, fen
from integration_gateway.clients.wire import Json
from loan_contracts.facts import SocialInsuranceFacts


def read_contributions(data: Json) -> SocialInsuranceFacts:
    """Income = monthly deposit / (personal + employer ratio), to the fen. Who has no housing fund, which is common, has
    the income that he is insured for; who is not insured has no months. ValueError or KeyError where malformed."""
    social, fund = data.get("social") or {}, data.get("fund")
    if not social and not fund:
        raise ValueError("neither insured nor a fund: that is a miss")
    return SocialInsuranceFacts(
        monthly_income_minor=_of_fund(fund) if fund else fen(social["base"]),
        months_continuous=social["months_continuous"] if social else 0,
    )


def _of_fund(fund: Json) -> int:
    ratio = decimal(fund["personal_ratio"]) + decimal(fund["employer_ratio"])
    if ratio <= 0:
        raise ValueError("no contribution ratio")
    return int((decimal(fund["monthly_deposit"]) * 100 / ratio).quantize(Decimal(1), ROUND_HALF_UP))
