"""Risk-based price of a loan (domain.md §11.3), quoted as loan prime rate + basis points (R-2.16)."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from risk_svc.domain.parameters import InForce

_ONE = Decimal(1)
_BASIS_POINTS = Decimal(10_000)


@dataclass(frozen=True, slots=True)
class Price:
    """The annual rate to offer, and whether the cap on the all-in rate allows it (domain.md §2.6)."""

    annual_rate: Decimal
    spread_bp: int
    within_cap: bool


def pd_a_year(pd: Decimal, horizon_years: int) -> Decimal:
    """The probability of default of one year out of one over several, the same in each: 1 - (1 - PD)^(1/years)."""
    if horizon_years == 1:
        return pd
    if horizon_years == 2:
        return _ONE - (_ONE - pd).sqrt()
    return _ONE - (_ONE - pd) ** (_ONE / horizon_years)


def rate_before_vat(pd_of_a_year: Decimal, numbers: InForce) -> Decimal:
    """COF + PD x LGD + operating cost + capital x (ROE / (1 - tax) - COF) + margin; capital = risk weight x CAR."""
    capital = numbers.risk_weight * numbers.capital_ratio
    capital_charge = capital * (numbers.return_on_equity / (_ONE - numbers.profit_tax) - numbers.cost_of_funds)
    expected_loss = pd_of_a_year * numbers.loss_given_default
    return numbers.cost_of_funds + expected_loss + numbers.operating_cost + capital_charge + numbers.margin


def with_vat(rate: Decimal, numbers: InForce) -> Decimal:
    """A rate that leaves `rate` after value added tax on interest and the surcharges on that tax."""
    return rate * (_ONE + numbers.vat * (_ONE + numbers.vat_surcharge))


def quoted(rate: Decimal, numbers: InForce) -> Price:
    """A rate as prime rate + whole basis points, up to the next one and not below the least spread."""
    spread = int(((rate - numbers.lpr_1y) * _BASIS_POINTS).to_integral_value(ROUND_CEILING))
    spread = max(spread, numbers.spread_min_bp)
    annual_rate = numbers.lpr_1y + spread / _BASIS_POINTS
    return Price(annual_rate, spread, annual_rate <= numbers.rate_cap)


def price_of(pd: Decimal, numbers: InForce) -> Price:
    """The price for a probability of default over the model's horizon."""
    return quoted(with_vat(rate_before_vat(pd_a_year(pd, numbers.pd_horizon_years), numbers), numbers), numbers)
