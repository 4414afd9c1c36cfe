"""The five classes, and what a loan is put into which of them for (domain.md §4.1; 令〔2023〕第1号)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum, StrEnum
from typing import NamedTuple


class RiskClass(IntEnum):
    """五级分类; the worst is the greatest. Numbers are those of the credit bureau and of the database."""

    NORMAL = 1  # 正常
    SPECIAL_MENTION = 2  # 关注
    SUBSTANDARD = 3  # 次级
    DOUBTFUL = 4  # 可疑
    LOSS = 5  # 损失

    @property
    def non_performing(self) -> bool:
        """不良."""
        return self >= RiskClass.SUBSTANDARD


class Sign(StrEnum):
    """What people have found out about a debtor or a loan; who says it and who agrees are two."""

    TECHNICAL = "TECHNICAL"  # overdue by an error of ours or of a bank, at most for some days (R-4.2a, R-3.11)
    MISUSE = "MISUSE"  # purpose changed without consent (R-4.2b)
    REFINANCED = "REFINANCED"  # 借新还旧, no qualifying renewal of a small enterprise (R-4.2c)
    NPL_ELSEWHERE = "NPL_ELSEWHERE"  # the debtor has bad debts at another bank (R-4.2d)
    OVERDUE_ELSEWHERE = (
        "OVERDUE_ELSEWHERE"  # the share, in percent, of his debts at all banks > 90 days overdue
    )
    RATING_CUT = "RATING_CUT"  # sharply, so that he can perform markedly less
    IMPAIRED = "IMPAIRED"  # 已发生信用减值
    ASSESSED_LOSS = "ASSESSED_LOSS"  # expected loss of an impaired loan, assessed by itself, in percent
    EVADING = "EVADING"  # 逃废债
    BANKRUPT = "BANKRUPT"  # bankruptcy liquidation
    FRAUD = "FRAUD"  # the debtor deceived us: credit-impaired (§4.3)
    DECEASED = "DECEASED"  # and no heir pays: credit-impaired (§4.3)
    WATCHED = "WATCHED"  # on the watch list, or worse at the credit bureau: stage 2 alone (§4.3)
    EXTENDED = "EXTENDED"  # 展期 without difficulty: stage 2 alone (§4.3)


IMPAIRMENTS = frozenset({Sign.IMPAIRED, Sign.FRAUD, Sign.DECEASED, Sign.BANKRUPT})
AT_LEAST: Mapping[Sign, RiskClass] = {
    Sign.MISUSE: RiskClass.SPECIAL_MENTION,
    Sign.REFINANCED: RiskClass.SPECIAL_MENTION,
    Sign.RATING_CUT: RiskClass.SUBSTANDARD,
    Sign.IMPAIRED: RiskClass.SUBSTANDARD,
    Sign.FRAUD: RiskClass.SUBSTANDARD,
    Sign.DECEASED: RiskClass.SUBSTANDARD,
    Sign.EVADING: RiskClass.DOUBTFUL,
    Sign.BANKRUPT: RiskClass.LOSS,
}
WITH_A_SHARE = frozenset({Sign.OVERDUE_ELSEWHERE, Sign.ASSESSED_LOSS})


class Restructured(StrEnum):
    """What restructuring asks for while it is observed (R-4.9)."""

    FROM_PERFORMING = "FROM_PERFORMING"
    AGAIN = "AGAIN"  # within the observation of the one before


class Finding(NamedTuple):
    """A reason for a class: its code, and the least class that it gives."""

    code: str
    at_least: RiskClass


@dataclass(frozen=True, slots=True)
class Limits:
    """The parameters `class.*` of a day."""

    substandard_dpd_gt: int = 90
    doubtful_dpd_gt: int = 270
    loss_dpd_gt: int = 360
    technical_days: int = 7
    doubtful_loss_percent: Decimal = Decimal(50)
    loss_loss_percent: Decimal = Decimal(90)
    overdue_elsewhere_percent: Decimal = Decimal(20)
    debtor_npl_percent: Decimal = Decimal(10)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the class of a loan follows from. `signs` are those in force, each with its share in percent where it has
    one; `debtor_npl_percent` is how much of what the debtor owes us stands in non-performing classes."""

    dpd: int
    retail: bool = True
    signs: Mapping[Sign, Decimal | None] | None = None
    restructured: Restructured | None = None
    debtor_npl_percent: Decimal = Decimal(0)


def findings(facts: Facts, limits: Limits) -> list[Finding]:
    """Every reason that holds, each with the least class that it gives; none is 正常."""
    signs = facts.signs or {}
    found = [Finding(sign.value, AT_LEAST[sign]) for sign in signs if sign in AT_LEAST]
    if late := _by_days(facts.dpd, Sign.TECHNICAL in signs, limits):
        found.append(Finding("OVERDUE", late))
    if IMPAIRMENTS & signs.keys() and (lost := signs.get(Sign.ASSESSED_LOSS)) is not None:
        found += _by_loss(lost, limits)
    if facts.restructured is Restructured.FROM_PERFORMING:
        found.append(Finding("RESTRUCTURED", RiskClass.SPECIAL_MENTION))
    if facts.restructured is Restructured.AGAIN:
        found.append(Finding("RESTRUCTURED_AGAIN", RiskClass.SUBSTANDARD))
    return found if facts.retail else found + _by_debtor(facts, signs, limits)


def worst(found: Sequence[Finding]) -> RiskClass:
    """The class: the worst of all reasons."""
    return max((each.at_least for each in found), default=RiskClass.NORMAL)


def by_days(dpd: int, limits: Limits) -> RiskClass:
    """The class of days past due alone (R-4.2a to R-4.5)."""
    if dpd > limits.loss_dpd_gt:
        return RiskClass.LOSS
    if dpd > limits.doubtful_dpd_gt:
        return RiskClass.DOUBTFUL
    if dpd > limits.substandard_dpd_gt:
        return RiskClass.SUBSTANDARD
    return RiskClass.SPECIAL_MENTION if dpd > 0 else RiskClass.NORMAL


def _by_days(dpd: int, technical: bool, limits: Limits) -> RiskClass | None:
    if dpd <= (limits.technical_days if technical else 0):
        return None
    return by_days(dpd, limits)


def _by_loss(percent: Decimal, limits: Limits) -> list[Finding]:
    if percent >= limits.loss_loss_percent:
        return [Finding(Sign.ASSESSED_LOSS.value, RiskClass.LOSS)]
    if percent >= limits.doubtful_loss_percent:
        return [Finding(Sign.ASSESSED_LOSS.value, RiskClass.DOUBTFUL)]
    return []


def _by_debtor(facts: Facts, signs: Mapping[Sign, Decimal | None], limits: Limits) -> list[Finding]:
    """Whose ability is one for all that he owes (R-4.7): what he owes elsewhere, and to us."""
    found = []
    if Sign.NPL_ELSEWHERE in signs:
        found.append(Finding(Sign.NPL_ELSEWHERE.value, RiskClass.SPECIAL_MENTION))
    if (signs.get(Sign.OVERDUE_ELSEWHERE) or Decimal(0)) > limits.overdue_elsewhere_percent:
        found.append(Finding(Sign.OVERDUE_ELSEWHERE.value, RiskClass.SUBSTANDARD))
    if facts.debtor_npl_percent > limits.debtor_npl_percent:
        found.append(Finding("DEBTOR_NON_PERFORMING", RiskClass.SUBSTANDARD))
    elif facts.debtor_npl_percent > 0:
        found.append(Finding("DEBTOR_HAS_BAD_DEBT", RiskClass.SPECIAL_MENTION))
    return found
