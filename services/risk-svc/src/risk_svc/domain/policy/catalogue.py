"""The catalogue of facts that a policy may read: name, type, domain, and what a good applicant shows."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, get_args, get_type_hints

from risk_svc.domain.limit.limit import LINES
from risk_svc.domain.parameters import GRADES
from risk_svc.domain.policy.rules import OPTIONAL, PolicyFacts

_SIGNED = frozenset({"points_above_cutoff"})
_TEXTS: Mapping[str, tuple[str, ...]] = {
    "identity_match": ("00", "01", "02", "03"),
    "mobile_three_factor": ("1", "2", "3"),
    "grade": GRADES,
    "limit_set_by": LINES,
    "tax_credit_level": ("A", "B", "M", "C", "D"),
    # domain.md §7.7; what the register writes otherwise comes as the last one.
    "business_state": (
        "存续",
        "在业",
        "开业",
        "在营",
        "正常",
        "注销",
        "吊销",
        "撤销",
        "责令关闭",
        "清算",
        "停业",
        "歇业",
        "其他",
    ),
}
"""The values of texts; one that is not here is free."""

_GOOD: Mapping[str, Any] = {
    "identity_match": "00",
    "mobile_three_factor": "1",
    "mobile_in_service": True,
    "insured_months": 36,
    "unknown_months_24m": 0,
    "grade": "A",
    "tax_credit_level": "A",
    "business_state": "存续",
    "business_months": 60,
    "sales_12m_minor": 100_000_000,
    "income_year_minor": 24_000_000,
    "model_fits": True,
    "points_above_cutoff": 300,
    "rate_within_cap": True,
    "limit_minor": 5_000_000,
    "limit_set_by": "PRODUCT",
    "least_loan_minor": 500_000,
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: `kind` is bool, int or str; `values` are all that a text may be, none where it is free."""

    name: str
    kind: type
    nullable: bool
    values: tuple[str, ...]
    good: Any

    @property
    def least(self) -> int | None:
        """Counts and amounts are never below zero."""
        return None if self.name in _SIGNED else 0

    @property
    def needed(self) -> bool:
        """Whether nobody may be approved of whom it is not known."""
        return self.nullable and self.name not in OPTIONAL

    def refusal(self, value: Any) -> str | None:
        """Why a value is none of this fact's; None where it is one."""
        if value is None:
            return None if self.nullable else f"{self.name} is always known"
        if type(value) is not self.kind:
            return f"{self.name} is a {_WORDS[self.kind]}"
        if self.values and value not in self.values:
            return f"{self.name} is one of {', '.join(self.values)}"
        if isinstance(value, int) and self.kind is int and self.least is not None and value < self.least:
            return f"{self.name} is never below {self.least}"
        return None


_WORDS: Mapping[type, str] = {bool: "truth value", int: "whole number", str: "text"}


def _catalogue() -> dict[str, Fact]:
    hints = get_type_hints(PolicyFacts)
    found = {}
    for each in fields(PolicyFacts):
        kinds = get_args(hints[each.name]) or (hints[each.name],)
        kind: type = next(part for part in kinds if part is not type(None))
        good = _GOOD.get(each.name, kind())
        found[each.name] = Fact(each.name, kind, type(None) in kinds, _TEXTS.get(each.name, ()), good)
    return found


FACTS: Mapping[str, Fact] = _catalogue()
