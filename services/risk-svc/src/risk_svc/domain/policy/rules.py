"""What policy rules read and answer. The rules themselves are a decision graph, a versioned file."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from loan_contracts.assessment import RiskOutcome


@dataclass(frozen=True, slots=True)
class PolicyFacts:
    """The facts that the rules read, and no others. None is not known, and what is not known does not approve.

    Of the sources that a product need not ask (`OPTIONAL`), None says that nothing was told: where such a source is
    required and stays silent, `missing_sources` counts it.
    """

    identity_match: str | None
    deceased: bool | None
    mobile_three_factor: str | None
    mobile_in_service: bool | None
    insured_months: int | None
    court_dishonest: int | None
    court_enforcement: int | None
    court_enforced_minor: int | None
    court_enforcement_ended: int | None
    court_spending_restricted: int | None
    court_judgments: int | None
    current_overdue_minor: int | None
    overdue_accounts: int | None
    late_24m: int | None  # late months, each counted once whatever the number of accounts
    late_run_24m: int | None
    late_4plus_24m: int | None
    late_months_60m: int | None
    worst_12m: int | None
    worst_24m: int | None
    worst_60m: int | None
    unknown_months_24m: int | None
    bad_debts: int | None
    recovered_debts: int | None
    recovered_debts_ended: int | None
    bad_class_accounts: int | None
    watched_accounts: int | None
    enforced_accounts: int | None
    restricted_accounts: int | None
    bad_transactions: int | None
    eased_transactions: int | None
    cards_overdrawn: bool | None
    guarantee_balance_minor: int | None
    bad_guarantees: int | None
    doubtful_guarantees: int | None
    tax_arrears_records: int | None
    judgment_records: int | None
    enforcement_records: int | None
    penalty_records: int | None
    unknown_codes: int | None
    queries_1m: int | None
    queries_3m: int | None
    tax_credit_level: str | None
    tax_arrears_minor: int | None
    sales_12m_minor: int | None
    zero_invoice_months_12m: int | None
    business_state: str | None
    business_months: int | None
    business_abnormal: bool | None
    business_serious_illegal: bool | None
    income_year_minor: int | None  # proven; None where nothing proves one
    missing_sources: int
    model_fits: bool  # whether the model was made for borrowers of this kind
    grade: str | None
    points_above_cutoff: int | None
    rate_within_cap: bool
    limit_minor: int
    limit_set_by: str  # the line that set it (domain/limit/limit.py)
    least_loan_minor: int


OPTIONAL = frozenset(
    {
        "mobile_three_factor",
        "mobile_in_service",
        "income_year_minor",
        "insured_months",
        "tax_credit_level",
        "tax_arrears_minor",
        "sales_12m_minor",
        "zero_invoice_months_12m",
        "business_state",
        "business_months",
        "business_abnormal",
        "business_serious_illegal",
    }
)
"""Facts of sources that not every product asks."""


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
