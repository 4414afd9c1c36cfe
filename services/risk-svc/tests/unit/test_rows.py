"""Rows of the service's tables: what is stored comes back, and a row that was stored before is read the same today."""

import json
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from loan_contracts.assessment import RiskOutcome
from loan_contracts.values import Reason
from loan_servicekit.db.tables import Table
from loan_servicekit.testing.tables import repeated, restored, state, stored
from risk_svc.domain.assessment.record import AssessmentRecord
from risk_svc.domain.policy.proposal import PolicyProposal, ProposalStatus
from risk_svc.persistence.tables import SCHEMA

STORED = Path(__file__).parent / "stored"
ASSESSMENT = AssessmentRecord(
    id=UUID(int=1),
    application_id=UUID(int=2),
    outcome=RiskOutcome.REFER,
    pd=Decimal("0.0312"),
    score=588,
    grade="C",
    limit_minor=5_000_000,
    annual_rate=Decimal("0.0712"),
    reasons=[Reason(code="R09", detail="MISSING_SOURCES", value="2", contribution=Decimal("-14"))],
    triggers=["MISSING_SOURCES"],
    features={"age": 41, "obligations_to_income": "0.312500", "dependents": None},
    detail={"scorecard_score": 571, "limit_set_by": "CAPACITY"},
    request={"branch": "110000", "term_months": 24},
    model_version="pcl-trees-1",
    scorecard_version="pcl-points-2",
    policy_version="personal-credit-3",
    assessed_at=datetime(2027, 3, 4, 5, 6, 7, tzinfo=UTC),
)
PROPOSAL = PolicyProposal(
    id=UUID(int=1),
    name="personal-credit",
    policy_version="personal-credit-4",
    content='{"nodes": []}',
    examples={"examples": [{"outcome": "APPROVE"}]},
    backtest={"rows": 1000, "approved": 865},
    reason="fewer queries",
    status=ProposalStatus.REJECTED,
    proposed_by="risk",
    proposed_at=datetime(2027, 3, 4, 5, 6, 7, tzinfo=UTC),
    decided_by="risk-2",
    decided_at=datetime(2027, 3, 5, 6, 7, 8, tzinfo=UTC),
    decision_reason="too early",
)
RECORDS: dict[str, Any] = {"assessments": ASSESSMENT, "policy_proposals": PROPOSAL}


def golden(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((STORED / f"{name}.json").read_text(encoding="utf-8"))
    return found


def test_every_table_has_a_record_here() -> None:
    assert RECORDS.keys() == SCHEMA.aggregates.keys()


@pytest.mark.parametrize("name", RECORDS)
def test_what_is_stored_comes_back(name: str) -> None:
    table: Table[Any] = SCHEMA.aggregates[name]
    row = stored(table, RECORDS[name])
    assert repeated(row) == {"version": "0", "sequence": "0"}
    assert state(restored(table, row)) == state(RECORDS[name])


@pytest.mark.parametrize("name", RECORDS)
def test_a_row_of_before_is_read_as_what_it_was(name: str) -> None:
    table: Table[Any] = SCHEMA.aggregates[name]
    assert state(restored(table, golden(name))) == state(RECORDS[name])
    assert stored(table, RECORDS[name]) == golden(name)
