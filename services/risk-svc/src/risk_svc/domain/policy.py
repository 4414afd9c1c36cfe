"""What policy rules read and answer. The rules themselves are a decision graph, a versioned file."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from loan_contracts.assessment import RiskOutcome


@dataclass(frozen=True, slots=True)
class PolicyFacts:
    """The facts that the rules read, and no others. None is not known, and what is not known does not approve."""

    identity_match: str | None
    deceased: bool | None
    court_dishonest: int | None
    court_enforcement: int | None
    court_enforcement_ended: int | None
    court_spending_restricted: int | None
    court_judgments: int | None
    current_overdue_minor: int | None
    late_24m: int | None  # months with any lateness, over all accounts
    late_4plus_24m: int | None
    queries_1m: int | None
    queries_3m: int | None
    missing_sources: int
    grade: str | None
    points_above_cutoff: int | None
    rate_within_cap: bool
    limit_minor: int
    limit_set_by: str  # the line that set it (domain/limit.py)
    least_loan_minor: int


@dataclass(frozen=True, slots=True)
class RuleHit:
    """One rule that was hit: its code, what it recommends, and the reason with the figures behind it."""

    code: str
    outcome: RiskOutcome
    reason: str = ""
    value: str | None = None
    limit: str | None = None


@dataclass(frozen=True, slots=True)
class Recommendation:
    """The outcome, and the rules that led to it."""

    outcome: RiskOutcome
    hits: Sequence[RuleHit]


class Policy(Protocol):
    """A set of rules in force."""

    @property
    def version(self) -> str:
        """Names exactly these rules."""

    def recommend(self, facts: PolicyFacts) -> Recommendation:
        """What the rules say; REFER where they cannot be computed."""
