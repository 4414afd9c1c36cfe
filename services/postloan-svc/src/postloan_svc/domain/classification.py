"""Five-tier risk classification (五级分类): the worst class of all triggers (domain.md §4.1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum, StrEnum


class RiskClass(IntEnum):
    """From best to worst; the last three are non-performing (不良)."""

    NORMAL = 1  # 正常
    SPECIAL_MENTION = 2  # 关注
    SUBSTANDARD = 3  # 次级
    DOUBTFUL = 4  # 可疑
    LOSS = 5  # 损失

    @property
    def non_performing(self) -> bool:
        """Whether the class counts as NPL."""
        return self >= RiskClass.SUBSTANDARD


class Restructuring(StrEnum):
    """How a restructured asset stands (R-4.9)."""

    FROM_PERFORMING = "FROM_PERFORMING"
    AGAIN_IN_OBSERVATION = "AGAIN_IN_OBSERVATION"


@dataclass(frozen=True, slots=True)
class Standing:
    """The facts that decide a class. Ratios are decimals: `ecl_ratio` of the carrying balance, `overdue90_share` of the
    debtor's debts at all banks that are overdue more than 90 days."""

    dpd: int = 0
    technical: bool = False
    retail: bool = True
    impaired: bool = False
    ecl_ratio: Decimal = Decimal(0)
    misuse: bool = False
    refinanced: bool = False
    npl_elsewhere: bool = False
    overdue90_share: Decimal = Decimal(0)
    evading: bool = False
    bankrupt: bool = False
    restructured: Restructuring | None = None


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The regulator's numbers in force on a day: days, and shares as decimals."""

    technical_days: int
    substandard_after: int
    doubtful_after: int
    loss_after: int
    ecl_doubtful: Decimal
    ecl_loss: Decimal
    cross_overdue_share: Decimal

    @classmethod
    def of(cls, parameters: Mapping[str, str]) -> "Thresholds":
        """Reads them from the values of the parameter table that hold on a day (domain.md §15.8, codes `class.*`)."""
        return cls(
            technical_days=int(parameters["class.technical_days"]),
            substandard_after=int(parameters["class.substandard_dpd_gt"]),
            doubtful_after=int(parameters["class.doubtful_dpd_gt"]),
            loss_after=int(parameters["class.loss_dpd_gt"]),
            ecl_doubtful=Decimal(parameters["class.ecl_doubtful"]) / 100,
            ecl_loss=Decimal(parameters["class.ecl_loss"]) / 100,
            cross_overdue_share=Decimal(parameters["class.cross_overdue_share"]) / 100,
        )


def classify(standing: Standing, limits: Thresholds) -> RiskClass:
    """The class of a loan: the worst that any of R-4.2 to R-4.5 and R-4.9 gives."""
    return max(_by_days(standing, limits), _by_impairment(standing, limits), _by_events(standing, limits))


def _by_days(standing: Standing, limits: Thresholds) -> RiskClass:
    if standing.dpd > limits.loss_after:
        return RiskClass.LOSS
    if standing.dpd > limits.doubtful_after:
        return RiskClass.DOUBTFUL
    if standing.dpd > limits.substandard_after:
        return RiskClass.SUBSTANDARD
    technical = standing.technical and standing.dpd <= limits.technical_days
    return RiskClass.SPECIAL_MENTION if standing.dpd > 0 and not technical else RiskClass.NORMAL


def _by_impairment(standing: Standing, limits: Thresholds) -> RiskClass:
    if not standing.impaired:
        return RiskClass.NORMAL
    if standing.ecl_ratio >= limits.ecl_loss:
        return RiskClass.LOSS
    return RiskClass.DOUBTFUL if standing.ecl_ratio >= limits.ecl_doubtful else RiskClass.SUBSTANDARD


def _by_events(standing: Standing, limits: Thresholds) -> RiskClass:
    if standing.bankrupt:
        return RiskClass.LOSS
    if standing.evading:
        return RiskClass.DOUBTFUL
    # Both cross-default triggers bind other than retail debtors only (R-4.2d, R-4.3).
    cross_default = not standing.retail and standing.overdue90_share > limits.cross_overdue_share
    if cross_default or standing.restructured is Restructuring.AGAIN_IN_OBSERVATION:
        return RiskClass.SUBSTANDARD
    npl_elsewhere = not standing.retail and standing.npl_elsewhere
    if standing.misuse or standing.refinanced or npl_elsewhere or standing.restructured is not None:
        return RiskClass.SPECIAL_MENTION
    return RiskClass.NORMAL
