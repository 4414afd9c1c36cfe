"""A small points table, the policy in force, the numbers in force, and applicants to change."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from loan_contracts.facts import (
    BureauFacts,
    CollectedFacts,
    CourtFacts,
    DeclaredFacts,
    IdentityFacts,
    SocialInsuranceFacts,
)
from loan_contracts.values import Source, SourceStatus
from risk_svc.domain.assessment.assess import CreditRequest
from risk_svc.domain.parameters import InForce, seeds_on
from risk_svc.domain.scoring.score import STANDARD
from risk_svc.domain.scoring.scorecard import Bin, Characteristic, Missing, Scorecard
from risk_svc.scoring.policy.decision_graph import GraphPolicy

POLICY_FILE = Path(__file__).parents[2] / "policies" / "personal-credit.json"


@pytest.fixture(scope="session")
def policy() -> GraphPolicy:
    return GraphPolicy(POLICY_FILE.stem, POLICY_FILE.read_bytes())


@pytest.fixture(scope="session")
def numbers() -> InForce:
    return InForce.of(seeds_on(date(2026, 9, 1)))


@pytest.fixture(scope="session")
def scorecard() -> Scorecard:
    def table(feature: str, edges: list[str], points: list[int], missing: int) -> Characteristic:
        inner = [Decimal(edge) for edge in edges]
        ends = zip([None, *inner], [*inner, None], points, strict=True)
        bins = tuple(Bin(lower, upper, 90, 10, Decimal(0), each) for lower, upper, each in ends)
        return Characteristic(feature, Decimal(-1), bins, Missing(9, 1, Decimal(0), missing))

    tables = [
        table("revolving_utilisation", ["0.3", "0.9"], [250, 220, 180], 180),
        table("late_over_30_24m", ["1", "3"], [250, 190, 120], 120),
        table("late_4plus_24m", ["1"], [30, 10], 10),
        table("verified_income_minor", ["500000"], [80, 100], 85),
        table("obligations_to_income", ["0.5"], [50, 45], 48),
        table("open_accounts", ["3"], [20, 22], 20),
    ]
    return Scorecard(tables, STANDARD, Decimal(0), Decimal("0.066856"))


@pytest.fixture(scope="session")
def an_applicant() -> Callable[..., CreditRequest]:
    """Builds a request of an applicant without a blemish; keywords change single facts, None takes a source away."""

    def build(
        amount_minor: int = 3_000_000,
        term_months: int = 24,
        identity: dict[str, Any] | None = {},  # noqa: B006
        court: dict[str, Any] | None = {},  # noqa: B006
        bureau: dict[str, Any] | None = {},  # noqa: B006
        income_minor: int | None = 1_000_000,
        online_consumer_credit: bool = True,
        own_exposure_minor: int = 0,
        own_online_consumer_minor: int | None = None,
        own_debt_service_minor: int = 0,
        customer_type: str = "PERSONAL",
        product_max_minor: int = 20_000_000,
        statuses: dict[Source, SourceStatus] | None = None,
    ) -> CreditRequest:
        answered = {
            Source.IDENTITY: identity is not None,
            Source.CREDIT_BUREAU: bureau is not None,
            Source.COURT: court is not None,
            Source.SOCIAL_INSURANCE: income_minor is not None,
        }
        report = {
            "open_accounts": 8,
            "mortgage_accounts": 1,
            "revolving_utilisation": Decimal("0.1"),
            "monthly_debt_service_minor": 100_000,
            "unknown_codes": 0,
        }
        facts = CollectedFacts(
            collected_at=datetime(2026, 9, 1, tzinfo=UTC),
            statuses={source: SourceStatus.HIT if there else SourceStatus.MISS for source, there in answered.items()}
            | (statuses or {}),
            identity=None if identity is None else IdentityFacts(**{"match": "00"} | identity),
            court=None if court is None else CourtFacts(**court),
            credit_bureau=None if bureau is None else BureauFacts(**report | bureau),
            social_insurance=None
            if income_minor is None
            else SocialInsuranceFacts(monthly_income_minor=income_minor, months_continuous=24),
        )
        return CreditRequest(
            amount_minor=amount_minor,
            term_months=term_months,
            product_min_minor=500_000,
            product_max_minor=product_max_minor,
            online_consumer_credit=online_consumer_credit,
            own_exposure_minor=own_exposure_minor,
            required_sources=[Source.IDENTITY, Source.CREDIT_BUREAU, Source.COURT],
            declared=DeclaredFacts(age=40, dependents=1, monthly_income_minor=1_000_000, monthly_expense_minor=100_000),
            collected=facts,
            own_online_consumer_minor=own_exposure_minor
            if own_online_consumer_minor is None
            else own_online_consumer_minor,
            own_debt_service_minor=own_debt_service_minor,
            customer_type=customer_type,
        )

    return build
