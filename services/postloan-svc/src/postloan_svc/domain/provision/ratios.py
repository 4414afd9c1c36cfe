"""What a supervisor reads of a portfolio (domain.md §4.2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from postloan_svc.domain.classification.risk_class import RiskClass

PERCENT_PLACES = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Ratios:
    """In percent; None where there is nothing to divide by."""

    npl_ratio: Decimal | None
    coverage: Decimal | None  # 拨备覆盖率
    provision_ratio: Decimal | None  # 拨贷比
    overdue_90_to_npl: Decimal | None  # 剪刀差


def ratios(balances_minor: Mapping[RiskClass, int], allowance_minor: int, overdue_90_minor: int) -> Ratios:
    """The ratios of balances by class, of what is set aside for them, and of what is overdue for more than 90 days."""
    total = sum(balances_minor.values())
    bad = sum(balance for each, balance in balances_minor.items() if each.non_performing)
    return Ratios(
        npl_ratio=percent(bad, total),
        coverage=percent(allowance_minor, bad),
        provision_ratio=percent(allowance_minor, total),
        overdue_90_to_npl=percent(overdue_90_minor, bad),
    )


def percent(part: int, whole: int) -> Decimal | None:
    """To a hundredth of a percent, half up."""
    if whole == 0:
        return None
    return (Decimal(part) * 100 / whole).quantize(PERCENT_PLACES, ROUND_HALF_UP)
