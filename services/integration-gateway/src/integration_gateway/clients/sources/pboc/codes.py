"""Codes, units and tables of the second-generation credit report, and what they mean (domain.md §7.1)."""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any, Final

from integration_gateway.clients.wire import Json

Unit = Json

CARDS = frozenset({"R2", "R3"})  # credit card, semi-credit card
LOANS = frozenset({"D1", "R1", "R4"})  # loan, revolving loan, account under a revolving line
RECOVERED = "C1"  # a debt that a guarantor paid or that was sold: others recover it from the borrower
HOUSING_LOAN = "11"
WITHOUT_SECURITY = "4"
APPROVAL_REASONS = frozenset({"02", "03", "08", "24"})  # loan, card, guarantee, financing; 01 and own queries are not


class State(Enum):
    """What an account's state means."""

    NORMAL = "NORMAL"
    OVERDUE = "OVERDUE"
    ENDED = "ENDED"
    BAD_DEBT = "BAD_DEBT"
    RESTRICTED = "RESTRICTED"  # frozen, stopped, short of collateral
    ENFORCED = "ENFORCED"  # by a court, or closed by force


# Account states by kind (domain.md §7.1). 41 and 42 are how lenders report a bad debt (§8.3); they mean nothing else.
BAD_DEBT = {"41": State.BAD_DEBT, "42": State.BAD_DEBT}
UNDER_A_LINE = {
    "1": State.NORMAL,
    "2": State.OVERDUE,
    "3": State.ENDED,
    "4": State.BAD_DEBT,
    "6": State.RESTRICTED,
    "8": State.ENFORCED,
    **BAD_DEBT,
}
OF_A_CARD = {
    "1": State.NORMAL,
    "2": State.RESTRICTED,
    "3": State.RESTRICTED,
    "31": State.RESTRICTED,
    "4": State.ENDED,  # cancelled
    "5": State.BAD_DEBT,
    "6": State.NORMAL,  # not activated
    "8": State.ENFORCED,
    **BAD_DEBT,
}
STATES: Final[Mapping[str, Mapping[str, State]]] = {
    "D1": {**UNDER_A_LINE, "5": State.ENDED, "7": State.ENFORCED},  # 5: transferred out
    "R4": UNDER_A_LINE,
    "R1": {**UNDER_A_LINE, "5": State.RESTRICTED},
    "R2": OF_A_CARD,
    "R3": OF_A_CARD,
    RECOVERED: {"1": State.NORMAL, "2": State.ENDED, **BAD_DEBT},
}

# Classes: special mention; substandard, doubtful, loss, default. 9 is not classified: usual for cards alone.
GOOD_CLASS, WATCHED, BAD_CLASSES, UNCLASSIFIED = "1", "2", frozenset("3456"), "9"

# Special transactions (domain.md §8.3): what somebody else paid or took, and what the lender gave up or sold.
BAD_TRANSACTIONS = frozenset({"2", "3", "6", "7", "8", "12", "15", "17"})
EASED_TRANSACTIONS = frozenset({"1", "9", "11", "13", "14", "16"})
PAID_EARLY = frozenset({"4", "5"})

OVERDUE_PARTS: Final = frozenset({"PD01CJ07", "PD01CJ08", "PD01CJ09", "PD01CJ10", "PD01CJ11"})
LATE_TODAY = frozenset("1234567")
BAD_DEBT_TODAY, NOT_PAID_BY_BORROWER = "B", frozenset("DZG")  # of the last repayment state, as in a history

# Revolving accounts in the summary, by their kind in the report: block, limit and amount used.
REVOLVING: Final[Mapping[str, tuple[str, str, str]]] = {
    "R2": ("PC02H", "PC02HJ01", "PC02HJ04"),
    "R3": ("PC02I", "PC02IJ01", "PC02IJ04"),
    "R1": ("PC02G", "PC02GJ01", "PC02GJ02"),
}
# Blocks of the summary that count open accounts:
# loans, accounts under a line, revolving loans, cards, semi-credit cards.
COUNTS: Final = {block: f"{block}S02" for block in ("PC02E", "PC02F", "PC02G", "PC02H", "PC02I")}
RECOVERED_PARTS = ("PC02BH", "PC02BS03", "PC02BJ02")  # by kind of business
BAD_DEBTS: Final = ("PC02B", "PC02C")  # recovered from a guarantor, written off: open accounts that are counted apart

# Public records: unit, its element, and the type in the summary.
PUBLIC: Final = {
    "tax_arrears_records": ("POT", "PF01", "1"),
    "judgment_records": ("PCJ", "PF02", "2"),
    "enforcement_records": ("PCE", "PF03", "3"),
    "penalty_records": ("PAP", "PF04", "4"),
}


def many(group: Any) -> Sequence[Unit]:
    """A repeated group, which is an object where there is only one of it, and absent where there is none."""
    if group is None or group == "":
        return ()
    return (group,) if isinstance(group, Mapping) else group
