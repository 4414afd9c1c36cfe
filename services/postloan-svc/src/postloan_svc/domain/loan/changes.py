"""What people agree or decide on a loan in its life, beside paying it: changes, as its history keeps them (domain.md
§3.9). What each does to the loan stands in `servicing.changes`."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal, TypeAlias

from loan_contracts.values import RepaymentMethod
from postloan_svc.domain.schedule.components import Component


class ChangeKind(StrEnum):
    """What is changed."""

    EXTENSION = "EXTENSION"  # 展期
    RATE = "RATE"  # 利率调整
    INTEREST_PAUSE = "INTEREST_PAUSE"  # 停息
    PAYMENT_HOLIDAY = "PAYMENT_HOLIDAY"  # 延期还款
    WAIVER = "WAIVER"  # 减免
    RESTRUCTURING = "RESTRUCTURING"  # 重组, what is overdue made due anew
    ACCELERATION = "ACCELERATION"  # 提前到期
    WRITE_OFF = "WRITE_OFF"  # 核销
    DEBT_SETTLEMENT = "DEBT_SETTLEMENT"  # 和解: so much by a day, and the rest is let go
    TRANSFER = "TRANSFER"  # 债权转让
    ENFORCEMENT = "ENFORCEMENT"  # 申请执行, after a judgment
    UPGRADE = "UPGRADE"  # 上调: a non-performing loan performs again
    REPRICING = "REPRICING"  # 重定价: the LPR is read anew, by the close


@dataclass(frozen=True, slots=True)
class Extension:
    """The term is so many months longer, at another rate where a longer tenor has one (R-3.27)."""

    months: int
    annual_rate: Decimal | None = None
    kind: Literal[ChangeKind.EXTENSION] = ChangeKind.EXTENSION


@dataclass(frozen=True, slots=True)
class RateAgreed:
    """Another annual rate from the day on (R-2.18)."""

    annual_rate: Decimal
    kind: Literal[ChangeKind.RATE] = ChangeKind.RATE


@dataclass(frozen=True, slots=True)
class InterestPause:
    """No interest and no late charges until a day, which bears them again."""

    until: date
    kind: Literal[ChangeKind.INTEREST_PAUSE] = ChangeKind.INTEREST_PAUSE


@dataclass(frozen=True, slots=True)
class PaymentHoliday:
    """So many of the next instalments are not asked for, or their interest alone is."""

    instalments: int
    principal_only: bool = False
    kind: Literal[ChangeKind.PAYMENT_HOLIDAY] = ChangeKind.PAYMENT_HOLIDAY


@dataclass(frozen=True, slots=True)
class Waiver:
    """So much of what is due is let go; principal is not (see DebtSettlement)."""

    fee_minor: int = 0
    penalty_minor: int = 0
    compound_minor: int = 0
    interest_minor: int = 0
    delay_minor: int = 0
    kind: Literal[ChangeKind.WAIVER] = ChangeKind.WAIVER

    def of(self, component: Component) -> int:
        """How much of one component."""
        return 0 if component is Component.PRINCIPAL else int(getattr(self, f"{component.value.lower()}_minor"))

    @property
    def total_minor(self) -> int:
        """All components together."""
        return sum(self.of(component) for component in Component)


@dataclass(frozen=True, slots=True)
class Restructuring:
    """All principal, overdue or not, is repaid over so many months from the day on; what else is due waits for the
    first new due date."""

    months: int
    annual_rate: Decimal | None = None
    method: RepaymentMethod | None = None
    kind: Literal[ChangeKind.RESTRUCTURING] = ChangeKind.RESTRUCTURING


@dataclass(frozen=True, slots=True)
class Acceleration:
    """Everything falls due at once."""

    kind: Literal[ChangeKind.ACCELERATION] = ChangeKind.ACCELERATION


@dataclass(frozen=True, slots=True)
class WriteOff:
    """The loan leaves the balance sheet, the claim stays."""

    kind: Literal[ChangeKind.WRITE_OFF] = ChangeKind.WRITE_OFF


@dataclass(frozen=True, slots=True)
class DebtSettlement:
    """Who pays so much by a day owes nothing more."""

    amount_minor: int
    pay_by: date
    kind: Literal[ChangeKind.DEBT_SETTLEMENT] = ChangeKind.DEBT_SETTLEMENT


@dataclass(frozen=True, slots=True)
class ClaimTransfer:
    """The claim is sold. `transferee` is who buys it, an institution."""

    price_minor: int
    transferee: str
    kind: Literal[ChangeKind.TRANSFER] = ChangeKind.TRANSFER


@dataclass(frozen=True, slots=True)
class Enforcement:
    """A court enforces a judgment: with costs, and with double interest at a daily rate on what is not performed since
    a day (法释〔2014〕8号)."""

    costs_minor: int
    delayed_since: date
    daily_rate: Decimal
    kind: Literal[ChangeKind.ENFORCEMENT] = ChangeKind.ENFORCEMENT


@dataclass(frozen=True, slots=True)
class Upgrade:
    """The loan performs again, as its classification has found: money is allocated as before (R-3.24)."""

    kind: Literal[ChangeKind.UPGRADE] = ChangeKind.UPGRADE


@dataclass(frozen=True, slots=True)
class Repricing:
    """The LPR that a day has read: nobody asks for it, the contract does (R-2.17)."""

    lpr: Decimal
    kind: Literal[ChangeKind.REPRICING] = ChangeKind.REPRICING


Change: TypeAlias = (
    Extension
    | RateAgreed
    | InterestPause
    | PaymentHoliday
    | Waiver
    | Restructuring
    | Acceleration
    | WriteOff
    | DebtSettlement
    | ClaimTransfer
    | Enforcement
    | Upgrade
    | Repricing
)
