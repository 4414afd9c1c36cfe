"""Rows of the service's tables: what is stored comes back, and a row that was stored before is read the same today."""

import json
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from loan_contracts.applications import ApplicationSubmitted, ReviewKind
from loan_contracts.assessment import FraudOutcome, FraudScreened, RiskAssessed, RiskOutcome
from loan_contracts.decisions import DecisionMade, Outcome
from loan_contracts.facts import CollectedFacts, DeclaredFacts
from loan_contracts.values import FlowTaken, Reason, RepaymentMethod, Source, SourceStatus
from loan_servicekit.db.tables import Table
from loan_servicekit.testing.tables import restored, state, stored
from workflow_svc.domain.authority.grants import Grant, Scope
from workflow_svc.domain.authority.verdict import Choice, Verdict
from workflow_svc.domain.cases.case import Case, CaseStatus
from workflow_svc.domain.cases.course import Course
from workflow_svc.domain.checkpoints.checkpoint import Checkpoint, CheckpointStatus, Proof
from workflow_svc.domain.committee.sitting import Committee, Sitting
from workflow_svc.domain.committee.vote import Vote
from workflow_svc.domain.definitions.change import ChangeKind, DefinitionChange
from workflow_svc.domain.definitions.draft import DefinitionDraft, DraftKind
from workflow_svc.domain.definitions.proposal import ProcessProposal, ProposalStatus
from workflow_svc.domain.directory.member import Member
from workflow_svc.domain.directory.role_change import RoleChange
from workflow_svc.domain.people.person import Absence, Person
from workflow_svc.domain.proposals.proposed import ProposedStatus
from workflow_svc.domain.tasks.plan import EvidenceKind, Plan
from workflow_svc.domain.tasks.review import Review
from workflow_svc.domain.tasks.task import Task, TaskStatus
from workflow_svc.engine import State
from workflow_svc.engine.values import Place, Wait, milliseconds
from workflow_svc.persistence.definitions.tables import PROCESSES
from workflow_svc.persistence.schema import SCHEMA
from workflow_svc.use_cases.definitions.ports import ProcessVersion

STORED = Path(__file__).parent / "stored"
NOW = datetime(2027, 3, 4, 5, 6, 7, tzinfo=UTC)
DUE = NOW + timedelta(minutes=10)
IDS = {"application_id": UUID(int=2), "case_id": UUID(int=3), "request_id": UUID(int=4)}
SUBMITTED = ApplicationSubmitted(
    application_id=UUID(int=2),
    application_no="XL1",
    customer_id=UUID(int=5),
    branch="310000-01",
    channel="mobile-bank",
    product_code="PCL",
    product_version=7,
    process_code="personal-credit",
    amount_minor=10_000_000,
    term_months=12,
    repayment_method=RepaymentMethod.EQUAL_INSTALMENT,
    purpose="CONSUMPTION",
    auto_authority_minor=5_000_000,
    product_min_minor=500_000,
    product_max_minor=20_000_000,
    max_annual_rate=Decimal("0.24"),
    online_consumer_credit=False,
    own_exposure_minor=3,
    own_online_consumer_minor=4,
    own_debt_service_minor=5,
    customer_type="SME_OWNER",
    accepted_documents=["ID_FRONT"],
    required_sources=[Source.IDENTITY],
    optional_sources=[Source.COURT],
    consent_ids={Source.IDENTITY: UUID(int=6)},
    declared=DeclaredFacts(age=41),
    person_token="p",
    mobile_token="m",
    submitted_at=NOW,
    submitted_by="manager-1",
)
CASE = Case(
    id=UUID(int=3),
    process_code="personal-credit",
    process_version=8,
    submitted=SUBMITTED,
    state=State("personal-credit", 8, {"amount_minor": 9}, (Wait(Place(1, 2), milliseconds(DUE)),), "[]").stored(),
    opened_at=NOW,
    status=CaseStatus.RUNNING,
    handlers=["manager-1", "approver"],
    collected=CollectedFacts(collected_at=NOW, statuses={Source.IDENTITY: SourceStatus.HIT}),
    fraud=FraudScreened(
        **IDS,
        screening_id=UUID(int=7),
        outcome=FraudOutcome.REVIEW,
        rules_version="AF-3",
        screened_at=NOW,
        reasons=[Reason(code="F-01", value="6", limit="5")],
    ),
    risk=RiskAssessed(
        **IDS,
        assessment_id=UUID(int=8),
        outcome=RiskOutcome.REFER,
        pd=Decimal("0.0312"),
        score=588,
        grade="C",
        limit_minor=6_000_000,
        annual_rate=Decimal("0.0712"),
        model_version="M1",
        scorecard_version="S2",
        policy_version="P3",
        assessed_at=NOW,
    ),
    supplement=("INCOME_PROOF", "ID_BACK"),
    supplied={"ID_BACK": NOW},
    withdrawn_at=DUE,
    checkpoints=[UUID(int=19)],
    course=Course(("manual_review",), {"flow_submitted_data": 1}),
    decision=DecisionMade(
        application_id=UUID(int=2),
        case_id=UUID(int=3),
        decision_id=UUID(int=9),
        outcome=Outcome.DECLINED,
        amount_minor=0,
        term_months=0,
        reasons=[Reason(code="R05", detail="text")],
        automatic=False,
        decided_by="approver",
        versions={"process": "personal-credit:8"},
        decided_at=NOW,
        sequence=4,
    ),
)
VOTE = Verdict(
    choice=Choice.APPROVE,
    comment="收入与流水一致, 同意发放",
    amount_minor=4_000_000,
    annual_rate=Decimal("0.1080"),
    reason_codes=("R05",),
    document_kinds=("INCOME_PROOF",),
    answer="同意",
)
TASK = Task(
    id=UUID(int=10),
    case_id=UUID(int=11),
    application_id=UUID(int=12),
    wait_id="manual_review.1",
    stage="manual_review",
    name="人工复核",
    role="committee-member",
    branch="310000-01",
    requested_minor=7_000_000,
    outcomes=("APPROVE", "UPHOLD"),
    makers=("manager-1", "channel"),
    created_at=NOW,
    due_at=DUE,
    quorum=3,
    status=TaskStatus.COMPLETED,
    assignee="u-1",
    votes=[Vote("u-2", VOTE, NOW + timedelta(seconds=1)), Vote("u-3", Verdict(Choice.UPHOLD, "维持原决定不变"), DUE)],
    verdict=Verdict(Choice.DECLINE, "逾期较多, 不同意", reason_codes=("R05", "R07")),
    closed_at=DUE + timedelta(seconds=2),
    told_overdue=True,
    flows=(FlowTaken(at="gateway", flow="to_review", label="复核", condition="a == 1", values={"a": "1"}),),
    review=Review(UUID(int=13), ReviewKind.HUMAN_REVIEW, UUID(int=14)),
    product_code="PCL",
    opinions=[Vote("u-4", Verdict(Choice.APPROVE, "同意按上限发放贷款", amount_minor=5_000_000), NOW, 2_000_000)],
    sitting=Sitting(("u-2", "u-3", "u-5"), "u-chair", True),
    plan=Plan("site-visit", {"type": "object"}, 80, NOW, {"staff_seen": 3}),
    application_no="AP20270304-1",
    handed_by="u-6",
    suspended_at=NOW + timedelta(seconds=3),
    snoozed_until=NOW + timedelta(seconds=4),
    taken_at=NOW,
    stood_s=60,
    waited_s=120,
    worked_s=180,
)
VERSION = ProcessVersion(
    code="small-credit",
    version=3,
    name="小额贷款",
    executor="token",
    sha256="ab" * 32,
    published_by="designer",
    published_at=NOW,
    proof={"complete": True, "dialogues": 12},
    bpmn=b"<xml/>",
)
PROPOSAL = ProcessProposal(
    id=UUID(int=15),
    code="small-credit",
    name="小额贷款",
    sha256="ab" * 32,
    bpmn="<xml/>",
    proposed_by="u-designer",
    proposed_at=NOW,
    status=ProposalStatus.APPROVED,
    decided_by="u-management",
    decided_at=DUE,
    reason="按分行约定",
    published_version=3,
)
PERSON = Person(UUID(int=16), "u-1", ("approver",), "310000-01", False, NOW, Absence(NOW, DUE, "u-2"))
DECIDED: dict[str, Any] = {
    "proposed_by": "u-designer", "proposed_at": NOW, "status": ProposedStatus.APPROVED, "decided_by": "u-management",
    "decided_at": DUE, "decision_reason": "第 12 次会议",
}  # fmt: skip
GRANT = Grant(
    id=UUID(int=17), role="approver", scope=Scope("u-1", "310000-01", "PCL", "B"), exception="ABOVE_LIMIT",
    most_minor=20_000_000, valid_from=date(2027, 3, 4), valid_to=date(2028, 3, 3), reason="B 级客户", **DECIDED,
)  # fmt: skip
COMMITTEE = Committee(
    id=UUID(int=18), branch="310000-01", members=("u-m1", "u-m2", "u-m3"), chair="u-chair", secret=True,
    valid_from=date(2027, 3, 4), reason="董事会第 7 次会议", **DECIDED,
)  # fmt: skip
CHECKPOINT = Checkpoint(
    id=UUID(int=19), task_id=UUID(int=1), case_id=UUID(int=3), application_id=UUID(int=2), application_no="XL1",
    stage="valuation", place="valuation", role="risk-officer", branch="310000-01", product_code="PCL",
    kind=EvidenceKind.VALUATION, due_at=DUE, in_person=True, remind_days=30, valid_days=365,
    status=CheckpointStatus.HELD, proof=Proof(UUID(int=20), "ab" * 32, NOW, True, "u-risk", NOW), reminded=True,
    closed_at=DUE,
)  # fmt: skip
CHANGE = DefinitionChange(
    id=UUID(int=16),
    kind=ChangeKind.BINDING,
    code="small-credit",
    name="small-credit",
    content={"version": 3},
    sha256="ab" * 32,
    report={"checked": True},
    proposed_by="designer",
    proposed_at=NOW,
    status=ProposedStatus.APPROVED,
    decided_by="manager",
    decided_at=DUE,
    decision_reason="as agreed",
)
DRAFT = DefinitionDraft(
    id=UUID(int=33),
    kind=DraftKind.DECISION,
    name="谁去现场",
    content="{",
    owner="u-designer",
    begun_at=NOW,
    saved_at=DUE,
    code="who-visits",
    based_on=2,
)
MEMBER = Member(UUID(int=17), "u-1", ("approver", "finance"), "310000-01", NOW)
ROLE_CHANGE = RoleChange(
    id=UUID(int=18),
    subject="u-1",
    roles=("approver",),
    branch="310000-01",
    before_roles=("finance",),
    before_branch="100000-00",
    reason="人事令 2027-018",
    carried_out_at=DUE + timedelta(seconds=1),
    **DECIDED,
)
RECORDS: dict[str, Any] = {
    "cases": CASE,
    "checkpoints": CHECKPOINT,
    "tasks": TASK,
    "process_proposals": PROPOSAL,
    "people": PERSON,
    "staff_members": MEMBER,
    "role_changes": ROLE_CHANGE,
    "authority_grants": GRANT,
    "committees": COMMITTEE,
    "definition_changes": CHANGE,
    "definition_drafts": DRAFT,
}


def golden(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((STORED / f"{name}.json").read_text(encoding="utf-8"))
    return found


def test_every_table_has_a_record_here() -> None:
    assert RECORDS.keys() == SCHEMA.aggregates.keys()


@pytest.mark.parametrize("name", RECORDS)
def test_what_is_stored_comes_back(name: str) -> None:
    table: Table[Any] = SCHEMA.aggregates[name]
    assert state(restored(table, stored(table, RECORDS[name]))) == state(RECORDS[name])


@pytest.mark.parametrize("name", RECORDS)
def test_a_row_of_before_is_read_as_what_it_was(name: str) -> None:
    table: Table[Any] = SCHEMA.aggregates[name]
    assert state(restored(table, golden(name))) == state(RECORDS[name])
    assert stored(table, RECORDS[name]).keys() == golden(name).keys()


def test_a_task_from_before_flows_and_products_were_told_has_none() -> None:
    table: Table[Any] = SCHEMA.aggregates["tasks"]
    old = restored(
        table,
        golden("tasks") | {"flows": None, "review": None, "verdict": None, "product_code": None, "opinions": None},
    )
    assert (old.flows, old.product_code, old.opinions) == ((), "", [])


def test_a_published_version_finds_its_columns_by_name() -> None:
    assert PROCESSES.dump is not None
    row = dict(zip(PROCESSES.columns, PROCESSES.dump(VERSION), strict=True))
    assert row == {each.name: getattr(VERSION, each.name) for each in fields(VERSION)}
