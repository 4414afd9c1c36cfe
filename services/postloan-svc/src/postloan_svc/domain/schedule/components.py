"""The kinds of debt under a loan, and how much of each an instalment owes."""

from enum import StrEnum
from typing import NamedTuple, assert_never


class Component(StrEnum):
    """A kind of debt under a loan."""

    FEE = "FEE"
    PENALTY = "PENALTY"  # 罚息
    COMPOUND = "COMPOUND"  # 复利
    INTEREST = "INTEREST"
    PRINCIPAL = "PRINCIPAL"
    DELAY = "DELAY"  # 加倍部分债务利息, after a judgment: of the loan as a whole


class Owed(NamedTuple):
    """What one due instalment still owes, by component, in minor units."""

    instalment_no: int
    fee_minor: int = 0
    penalty_minor: int = 0
    compound_minor: int = 0
    interest_minor: int = 0
    principal_minor: int = 0
    delay_minor: int = 0

    def of(self, component: Component) -> int:
        """The amount of one component."""
        match component:
            case Component.FEE:
                return self.fee_minor
            case Component.PENALTY:
                return self.penalty_minor
            case Component.COMPOUND:
                return self.compound_minor
            case Component.INTEREST:
                return self.interest_minor
            case Component.PRINCIPAL:
                return self.principal_minor
            case Component.DELAY:
                return self.delay_minor
            case _:
                assert_never(component)

    @property
    def total_minor(self) -> int:
        """All components together."""
        return sum(self[1:])
