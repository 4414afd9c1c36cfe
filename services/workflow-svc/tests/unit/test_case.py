"""A case: what it asks for, what answers bring, whom it remembers, and its one decision."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from loan_contracts.applications import ApplicationSubmitted, ApplicationSupplemented
from loan_contracts.assessment import (
    ExternalDataCollected,
    ExternalDataRequested,
    FraudOutcome,
    FraudScreened,
    FraudScreeningRequested,
    RiskAssessed,
    RiskAssessmentRequested,
    RiskOutcome,
)
from loan_contracts.decisions import DecisionMade, Outcome, SupplementRequested
from loan_contracts.facts import CollectedFacts, DeclaredFacts
from loan_contracts.operations import AuditRecorded
from loan_contracts.values import Reason, RepaymentMethod, Source, SourceStatus
from loan_servicekit.core import Conflict, DomainError
from workflow_svc.domain.authority.verdict import Choice, Verdict
from workflow_svc.domain.cases.case import Case, CaseStatus
from workflow_svc.domain.cases.requests import emit_request
from workflow_svc.domain.committee.vote import Vote
from workflow_svc.domain.definitions.vocabulary import LENDING
from workflow_svc.domain.tasks.task import Task, TaskStatus

NOW = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
WAN = 10_000 * 100
APPLICATION, CUSTOMER, DECISION = UUID(int=1), UUID(int=2), UUID(int=9)
COMMENT = "收入与流水一致, 同意发放"
COMMON: dict[str, Any] = {"application_id": APPLICATION, "case_id": UUID(int=5), "request_id": UUID(int=6)}

SUBMITTED = ApplicationSubmitted(
    application_id=APPLICATION, application_no="XL1", customer_id=CUSTOMER, branch="0101", channel="ONLINE",
    product_code="PCL", product_version=1, process_code="personal-credit", amount_minor=10 * WAN, term_months=12,
    repayment_method=RepaymentMethod.EQUAL_INSTALMENT, purpose="CONSUMPTION", auto_authority_minor=20 * WAN,
    product_min_minor=WAN // 2, product_max_minor=20 * WAN, max_annual_rate=Decimal("0.24"),
    online_consumer_credit=False, own_exposure_minor=3 * WAN, own_online_consumer_minor=2 * WAN,
    own_debt_service_minor=WAN, customer_type="SME_OWNER", accepted_documents=["ID_FRONT", "INCOME_PROOF"], required_sources=[Source.IDENTITY, Source.CREDIT_BUREAU],
    optional_sources=[Source.COURT], consent_ids={Source.IDENTITY: UUID(int=7)}, declared=DeclaredFacts(age=30),
    person_token="p", mobile_token="m", submitted_at=NOW, submitted_by="manager-1",
)  # fmt: skip


def collection(**statuses: SourceStatus) -> ExternalDataCollected:
    found = {Source(name): status for name, status in statuses.items()}
    return ExternalDataCollected(**COMMON, facts=CollectedFacts(collected_at=NOW, statuses=found))


def screening(outcome: FraudOutcome = FraudOutcome.PASS) -> FraudScreened:
    return FraudScreened(**COMMON, screening_id=UUID(int=8), outcome=outcome, rules_version="AF-3", screened_at=NOW,
                         reasons=[Reason(code="F-01", value="6", limit="5")])  # fmt: skip


def assessment(outcome: RiskOutcome = RiskOutcome.APPROVE, limit_minor: int = 20 * WAN, **more: Any) -> RiskAssessed:
    return RiskAssessed(**COMMON, assessment_id=UUID(int=8), outcome=outcome, pd=Decimal("0.02"), score=640, grade="B",
                        limit_minor=limit_minor, annual_rate=Decimal("0.108"), model_version="M1",
                        scorecard_version="S1", policy_version="P1", assessed_at=NOW, **more)  # fmt: skip


@pytest.fixture
def case() -> Case:
    return Case.opened(SUBMITTED, 3, NOW)


def facts(case: Case) -> list[type]:
    return [type(fact) for fact in case.facts]


def code_of(act: Callable[[], Any], kind: type[DomainError]) -> str:
    with pytest.raises(kind) as refused:
        act()
    return refused.value.code


def test_a_case_starts_with_the_variables_of_the_vocabulary(case: Case) -> None:
    given = case.given()
    assert given.keys() == LENDING.given.keys()
    assert all(LENDING.given[name].accepts(value) for name, value in given.items())
    assert (case.process_version, case.handlers) == (3, ["manager-1"])


def test_each_question_of_the_vocabulary_becomes_its_message(case: Case) -> None:
    case.take_collection(collection(IDENTITY=SourceStatus.HIT))
    case.ask_for(("INCOME_PROOF",))
    for topic in LENDING.questions:
        emit_request(case, topic, f"{topic}.1", NOW + timedelta(days=7), NOW)
    assert {fact.TYPE for fact in case.facts} == LENDING.questions.keys()
    assert [fact.sequence for fact in case.facts] == [1, 2, 3, 4]


def test_collection_asks_all_sources_with_their_consents(case: Case) -> None:
    emit_request(case, "external-data.requested", "collect_data.1", None, NOW)
    (asked,) = case.facts
    assert isinstance(asked, ExternalDataRequested)
    assert asked.sources == [Source.IDENTITY, Source.CREDIT_BUREAU, Source.COURT]
    assert asked.consent_ids == {Source.IDENTITY: UUID(int=7)}
    assert asked.request_id == case.request_id("collect_data.1")


def test_the_judges_get_the_collected_facts(case: Case) -> None:
    answer = collection(IDENTITY=SourceStatus.HIT, CREDIT_BUREAU=SourceStatus.HIT)
    case.take_collection(answer)
    emit_request(case, "fraud-screening.requested", "fraud_screening.1", None, NOW)
    emit_request(case, "risk-assessment.requested", "risk_assessment.1", None, NOW)
    assert facts(case) == [FraudScreeningRequested, RiskAssessmentRequested]
    assert all(fact.facts == answer.facts for fact in case.facts)  # type: ignore[attr-defined]


def test_every_request_for_an_assessment_tells_what_the_customer_owes_and_which_cap_binds(case: Case) -> None:
    """domain.md R-2.5a; a second pass asks again, after a supplement."""
    for wait in ("risk_assessment.1", "risk_assessment.2"):
        emit_request(case, "risk-assessment.requested", wait, None, NOW)
    assert facts(case) == [RiskAssessmentRequested] * 2
    assert [(f.own_exposure_minor, f.online_consumer_credit) for f in case.facts] == [(3 * WAN, False)] * 2  # type: ignore[attr-defined]
    told = [(f.own_online_consumer_minor, f.own_debt_service_minor, f.customer_type) for f in case.facts]  # type: ignore[attr-defined]
    assert told == [(2 * WAN, WAN, "SME_OWNER")] * 2


def test_without_any_collection_every_source_counts_as_silent(case: Case) -> None:
    """domain.md R-7.3: a miss is not clean."""
    emit_request(case, "risk-assessment.requested", "risk_assessment.1", None, NOW)
    (asked,) = case.facts
    assert isinstance(asked, RiskAssessmentRequested)
    assert set(asked.facts.statuses.values()) == {SourceStatus.TIMEOUT}
    assert asked.facts.missing() == [Source.IDENTITY, Source.CREDIT_BUREAU, Source.COURT]


def test_a_supplement_asks_for_the_documents_the_reviewer_named(case: Case) -> None:
    case.ask_for(("INCOME_PROOF", "ID_FRONT"))
    emit_request(case, "supplement.requested", "supplement.1", NOW + timedelta(days=7), NOW)
    (asked,) = case.facts
    assert isinstance(asked, SupplementRequested)
    assert (asked.document_kinds, asked.due_at) == (["INCOME_PROOF", "ID_FRONT"], NOW + timedelta(days=7))


@pytest.mark.parametrize(
    ("statuses", "missing"),
    [
        ({"IDENTITY": SourceStatus.HIT, "CREDIT_BUREAU": SourceStatus.HIT, "COURT": SourceStatus.ERROR}, False),
        ({"IDENTITY": SourceStatus.HIT, "CREDIT_BUREAU": SourceStatus.TIMEOUT}, True),
        ({"IDENTITY": SourceStatus.HIT, "CREDIT_BUREAU": SourceStatus.MISS}, True),
        ({"IDENTITY": SourceStatus.HIT}, True),
    ],
    ids=["optional source failed", "required silent", "required has no record", "required not even asked"],
)
def test_a_required_source_without_an_answer_is_missing(case: Case, statuses: Any, missing: bool) -> None:
    assert case.take_collection(collection(**statuses)) == {"missing_required": missing}


def test_answers_bring_the_variables_of_the_vocabulary(case: Case) -> None:
    brought = {
        "external-data.requested": case.take_collection(collection()),
        "fraud-screening.requested": case.take_screening(screening()),
        "risk-assessment.requested": case.take_assessment(assessment()),
        "supplement.requested": {},
    }
    for topic, question in LENDING.questions.items():
        assert brought[topic].keys() == question.brings.keys()
        assert all(question.brings[name].accepts(value) for name, value in brought[topic].items())


def test_an_answer_belongs_to_the_wait_that_asked(case: Case) -> None:
    waiting = ["fraud_screening.2", "risk_assessment.2"]
    assert case.wait_of(case.request_id("risk_assessment.2"), waiting) == "risk_assessment.2"
    assert code_of(lambda: case.wait_of(case.request_id("risk_assessment.1"), waiting), Conflict) == "not-waiting"
    other = Case.opened(SUBMITTED.model_copy(update={"application_id": UUID(int=99)}), 3, NOW)
    assert case.request_id("a.1") != other.request_id("a.1")


def test_every_step_leaves_a_fact(case: Case) -> None:
    """A change without a message of its own leaves an audit record; one with a message leaves no second."""
    case.moved(b"next", "record_screening", {})
    assert facts(case) == [AuditRecorded]
    case.take_facts()
    emit_request(case, "external-data.requested", "collect_data.1", None, NOW)
    case.moved(b"later", "start_case", {})
    assert facts(case) == [ExternalDataRequested]
    assert case.state == b"later"


def test_a_condition_that_could_not_be_computed_is_told_beside_what_the_step_tells(case: Case) -> None:
    emit_request(case, "external-data.requested", "collect_data.1", None, NOW)
    case.moved(b"next", "take_assessment", {"flow_a": "Opcode Compare: Unsupported type", "flow_b": "x"})
    assert facts(case) == [ExternalDataRequested, AuditRecorded]
    told = case.facts[1]
    assert isinstance(told, AuditRecorded)
    assert (told.action, told.detail) == (
        "take_assessment",
        {"faults": "flow_a: Opcode Compare: Unsupported type; flow_b: x"},
    )


def test_handlers_are_remembered_once_and_in_order(case: Case) -> None:
    case.handled_by("approver-1")
    case.handled_by("approver-1", "member-1")
    assert case.handlers == ["manager-1", "approver-1", "member-1"]


def heard(verdict: Verdict, *by: str, role: str = "approver", quorum: int = 1) -> Task:
    """A task that these people have completed with a verdict."""
    return Task(
        id=UUID(int=3), case_id=UUID(int=5), application_id=APPLICATION, wait_id="manual_review.1", stage="manual_review",
        name="人工复核", role=role, branch="0101", requested_minor=10 * WAN, outcomes=("APPROVE", "DECLINE"), makers=(),
        created_at=NOW, due_at=NOW, quorum=quorum, status=TaskStatus.COMPLETED, verdict=verdict,
        votes=[Vote(subject, verdict, NOW) for subject in by],
    )  # fmt: skip


def decided(case: Case, result: str, verdict: Verdict | None = None, *by: str) -> DecisionMade:
    return case.decide(DECISION, result, heard(verdict, *by) if verdict else None, NOW)


def found(case: Case, fraud: FraudOutcome = FraudOutcome.PASS, **risk: Any) -> None:
    """Everything that is required has come."""
    hit = SourceStatus.HIT
    case.take_collection(collection(IDENTITY=hit, CREDIT_BUREAU=hit))
    case.take_screening(screening(fraud))
    case.take_assessment(assessment(**risk))


def test_an_automatic_approval_takes_terms_and_versions_from_the_assessment(case: Case) -> None:
    found(case)
    decision = decided(case, "APPROVED")
    assert (decision.outcome, decision.amount_minor, decision.term_months) == (Outcome.APPROVED, 10 * WAN, 12)
    assert (decision.annual_rate, decision.score, decision.grade) == (Decimal("0.108"), 640, "B")
    assert (decision.automatic, decision.decided_by, decision.reasons) == (True, "personal-credit:3", [])
    assert decision.versions == {
        "process": "personal-credit:3",
        "fraud_rules": "AF-3",
        "model": "M1",
        "scorecard": "S1",
        "policy": "P1",
    }
    assert case.status is CaseStatus.DECIDED
    assert case.facts == [decision]


def test_a_limit_below_the_request_makes_the_approval_conditional(case: Case) -> None:
    found(case, limit_minor=8 * WAN)
    decision = decided(case, "APPROVED")
    assert (decision.outcome, decision.amount_minor) == (Outcome.CONDITIONAL, 8 * WAN)


def test_a_decline_gives_at_most_four_reasons_and_no_terms(case: Case) -> None:
    reasons = [Reason(code=f"R0{n}") for n in (1, 2, 3, 4, 5)]
    case.take_assessment(assessment(RiskOutcome.DECLINE, reasons=reasons))
    decision = decided(case, "DECLINED")
    assert [reason.code for reason in decision.reasons] == ["R01", "R02", "R03", "R04"]
    assert (decision.amount_minor, decision.annual_rate, decision.repayment_method) == (0, None, None)


def test_fraud_rules_are_never_told(case: Case) -> None:
    """domain.md §10.4: the reasons stay inside, the customer gets a generic one."""
    case.take_screening(screening(FraudOutcome.DECLINE))
    case.take_assessment(assessment())
    assert [reason.code for reason in decided(case, "DECLINED").reasons] == ["R07"]
    assert b"F-01" not in case.facts[0].to_json()


def test_a_person_approves_less_than_was_asked_for(case: Case) -> None:
    found(case, outcome=RiskOutcome.REFER)
    decision = decided(case, "APPROVED", Verdict(Choice.APPROVE, COMMENT, amount_minor=6 * WAN), "approver-1")
    assert (decision.outcome, decision.amount_minor, decision.automatic) == (Outcome.CONDITIONAL, 6 * WAN, False)
    assert (decision.decided_by, decision.annual_rate) == ("approver-1", Decimal("0.108"))


def test_a_person_declines_with_reasons(case: Case) -> None:
    decision = decided(case, "DECLINED", Verdict(Choice.DECLINE, COMMENT, reason_codes=("R02", "R10")), "approver-1")
    assert [(reason.code, reason.detail) for reason in decision.reasons] == [
        ("R02", "负债收入比过高"),
        ("R10", "还款能力不足"),
    ]


def test_without_an_assessment_the_rate_is_the_one_that_a_person_named(case: Case) -> None:
    case.take_collection(collection(IDENTITY=SourceStatus.HIT, CREDIT_BUREAU=SourceStatus.HIT))
    case.take_screening(screening())
    exceptions = {"exceptions": ("NOT_ASSESSED",), "exception_reason": COMMENT}
    named = Verdict(Choice.APPROVE, COMMENT, amount_minor=WAN, annual_rate=Decimal("0.12"), **exceptions)
    decision = decided(case, "APPROVED", named, "approver-1", "approver-2")
    assert (decision.annual_rate, decision.exceptions) == (Decimal("0.12"), ["NOT_ASSESSED"])


def test_a_verdict_is_bound_by_product_request_and_assessment(case: Case) -> None:
    assert (case.bounds().lowest_minor, case.bounds().highest_minor) == (WAN // 2, 10 * WAN)
    assert case.bounds().accepted_documents == ("ID_FRONT", "INCOME_PROOF")
    assert (case.bounds().assessed_rate, case.bounds().highest_rate) == (None, Decimal("0.2399"))
    case.take_assessment(assessment(RiskOutcome.REFER))
    assert case.bounds().assessed_rate == Decimal("0.108")


@pytest.mark.parametrize(
    ("changed", "found", "offerable"),
    [
        ({}, {}, True),
        ({}, {"limit_minor": WAN // 2}, True),
        ({}, {"limit_minor": WAN // 2 - 1}, False),
        ({}, {"annual_rate": Decimal("0.2399")}, True),
        ({}, {"annual_rate": Decimal("0.24")}, False),
        ({"max_annual_rate": None}, {"annual_rate": Decimal("0.5")}, True),
        ({"max_annual_rate": Decimal("0.10")}, {}, False),
        ({"repayment_method": RepaymentMethod.INTEREST_FIRST}, {"annual_rate": Decimal("0.2399")}, False),
    ],
)
def test_what_can_be_offered_is_neither_too_little_nor_too_dear(changed: Any, found: Any, offerable: bool) -> None:
    case = Case.opened(SUBMITTED.model_copy(update=changed), 3, NOW)
    answer = assessment().model_copy(update=found)
    assert case.take_assessment(answer)["offerable"] is offerable
    if not offerable:
        assert case.bars("APPROVED", None)[-1] == "NOT_OFFERABLE"
        assert code_of(lambda: decided(case, "APPROVED"), Conflict) == "approval-barred"
        assert case.facts == []


def test_an_assessment_dearer_than_the_product_may_be_leaves_the_rate_to_a_person(case: Case) -> None:
    """domain.md §2.6: hard stop at pricing; approved at that rate, it would stay without an offer for ever."""
    found(case)
    case.take_assessment(assessment().model_copy(update={"annual_rate": Decimal("0.26")}))
    assert case.bounds().assessed_rate is None
    named = Verdict(Choice.APPROVE, COMMENT, amount_minor=WAN, annual_rate=Decimal("0.20"))
    assert decided(case, "APPROVED", named, "approver-1").annual_rate == Decimal("0.20")


@pytest.mark.parametrize(("result", "choice"), [("APPROVED", Choice.DECLINE), ("DECLINED", Choice.APPROVE),
                                                ("DECLINED", Choice.COMMITTEE)])  # fmt: skip
def test_a_process_does_not_end_against_the_verdict_it_was_given(case: Case, result: str, choice: Choice) -> None:
    case.take_assessment(assessment())
    verdict = Verdict(choice, COMMENT, amount_minor=WAN, reason_codes=("R02",))
    assert code_of(lambda: decided(case, result, verdict, "approver-1"), Conflict) == "result-against-verdict"
    assert (case.status, case.facts) == (CaseStatus.RUNNING, [])


def test_nothing_is_approved_automatically_without_an_assessment(case: Case) -> None:
    assert code_of(lambda: decided(case, "APPROVED"), Conflict) == "approval-barred"
    assert case.status is CaseStatus.RUNNING
    assert case.facts == []


def test_documents_of_an_earlier_request_are_not_those_that_are_waited_for(case: Case) -> None:
    case.ask_for(("INCOME_PROOF", "ID_FRONT"))
    came = ApplicationSupplemented(application_id=APPLICATION, document_kinds=["INCOME_PROOF"], supplemented_at=NOW)
    assert code_of(lambda: case.take_supplement(came), Conflict) == "not-waiting"
    case.take_supplement(came.model_copy(update={"document_kinds": ["ID_FRONT", "INCOME_PROOF"]}))


def test_there_is_one_decision(case: Case) -> None:
    found(case)
    decided(case, "APPROVED")
    for act in (
        lambda: decided(case, "DECLINED"),
        lambda: case.take_screening(screening()),
        lambda: case.withdraw(b"", NOW),
        lambda: case.wait_of(UUID(int=1), []),
    ):
        assert code_of(act, Conflict) == "case-already-decided"
    assert len(case.facts) == 1


def test_a_withdrawn_case_is_not_decided(case: Case) -> None:
    case.withdraw(b"ended", NOW)
    assert (case.status, case.state, facts(case)) == (CaseStatus.WITHDRAWN, b"ended", [AuditRecorded])
    assert code_of(lambda: decided(case, "APPROVED"), Conflict) == "case-withdrawn"


NAMED = Verdict(Choice.APPROVE, COMMENT, amount_minor=10 * WAN)


@pytest.mark.parametrize(
    ("changed", "answers", "bars"),
    [
        ({}, {}, ()),
        ({"auto_authority_minor": 10 * WAN - 1}, {}, ("ABOVE_AUTHORITY",)),
        ({"committee_over_minor": 10 * WAN - 1}, {}, ("COMMITTEE",)),
        ({}, {"fraud": FraudOutcome.REVIEW}, ("FRAUD",)),
        ({}, {"fraud": FraudOutcome.DECLINE}, ("FRAUD",)),
        ({}, {"fraud": FraudOutcome.STOP}, ("NOT_SCREENED", "FRAUD")),
        ({}, {"outcome": RiskOutcome.REFER}, ("NOT_RECOMMENDED",)),
        ({}, {"outcome": RiskOutcome.DECLINE}, ("NOT_RECOMMENDED",)),
        ({"online_consumer_credit": True, "own_online_consumer_minor": 10 * WAN}, {}, ()),
        ({"online_consumer_credit": True, "own_online_consumer_minor": 10 * WAN + 1}, {}, ("ABOVE_LAW",)),
        ({"online_consumer_credit": True, "own_online_consumer_minor": None, "own_exposure_minor": 18 * WAN}, {},
         ("ABOVE_LAW",)),
        ({"online_consumer_credit": True, "legal_room_minor": 10 * WAN}, {}, ()),
        ({"online_consumer_credit": True, "legal_room_minor": 10 * WAN - 1}, {}, ("ABOVE_LAW",)),
    ],
)  # fmt: skip
def test_no_diagram_approves_what_binds_everybody(changed: Any, answers: Any, bars: tuple[str, ...]) -> None:
    case = Case.opened(SUBMITTED.model_copy(update=changed), 3, NOW)
    found(case, **answers)
    assert case.bars("APPROVED", None) == bars
    assert case.bars("DECLINED", None) == ()
    if bars:
        assert code_of(lambda: decided(case, "APPROVED"), Conflict) == "approval-barred"


@pytest.mark.parametrize(
    ("collected", "screened", "assessed", "lacking"),
    [
        ({"IDENTITY": SourceStatus.HIT, "CREDIT_BUREAU": SourceStatus.HIT}, True, True, ()),
        ({"IDENTITY": SourceStatus.HIT}, True, True, ("EVIDENCE_MISSING",)),
        ({"IDENTITY": SourceStatus.HIT, "CREDIT_BUREAU": SourceStatus.MISS}, True, True, ("EVIDENCE_MISSING",)),
        (None, True, True, ("EVIDENCE_MISSING",)),
        ({"IDENTITY": SourceStatus.HIT, "CREDIT_BUREAU": SourceStatus.HIT}, False, True, ("NOT_SCREENED",)),
        ({"IDENTITY": SourceStatus.HIT, "CREDIT_BUREAU": SourceStatus.HIT}, True, False, ("NOT_ASSESSED",)),
        (None, False, False, ("EVIDENCE_MISSING", "NOT_SCREENED", "NOT_ASSESSED")),
    ],
)
def test_what_is_required_is_required_of_everybody_or_signed_by_two(
    case: Case, collected: Any, screened: bool, assessed: bool, lacking: tuple[str, ...]
) -> None:
    if collected is not None:
        case.take_collection(collection(**collected))
    if screened:
        case.take_screening(screening())
    if assessed:
        case.take_assessment(assessment())
    assert case.bounds().lacking == lacking
    signed = replace(NAMED, annual_rate=None if assessed else Decimal("0.1"), exceptions=lacking)
    assert case.bars("APPROVED", heard(signed, "approver-1")) == lacking
    assert case.bars("APPROVED", heard(replace(signed, exceptions=()), "approver-1", "approver-2")) == lacking
    assert case.bars("APPROVED", heard(signed, "approver-1", "approver-2")) == ()
    assert decided(case, "APPROVED", signed, "approver-1", "approver-2").exceptions == [*lacking]


@pytest.mark.parametrize(
    ("amount", "outcome", "limit", "exceptions"),
    [
        (8 * WAN, RiskOutcome.REFER, 8 * WAN, ()),
        (8 * WAN + 1, RiskOutcome.REFER, 8 * WAN, ("ABOVE_LIMIT",)),
        (WAN, RiskOutcome.DECLINE, 8 * WAN, ("ABOVE_LIMIT",)),  # what it declines it would not lend at all
    ],
)
def test_above_the_limit_an_approval_is_an_exception(
    case: Case, amount: int, outcome: RiskOutcome, limit: int, exceptions: tuple[str, ...]
) -> None:
    found(case, outcome=outcome, limit_minor=limit)
    assert case.bounds().exceptions(amount) == exceptions
    assert case.bars("APPROVED", heard(replace(NAMED, amount_minor=amount), "approver-1")) == exceptions


def test_a_fraud_rule_binds_everybody_but_a_review(case: Case) -> None:
    found(case, FraudOutcome.DECLINE)
    assert (case.bounds().barred, case.bounds(review=True).barred) == (True, False)
    assert case.bounds(review=True).lacking == ("FRAUD_DECLINED",)
    assert case.bars("APPROVED", heard(NAMED, "approver-1", "approver-2")) == ("FRAUD",)


@pytest.mark.parametrize(
    ("over", "asked", "role", "quorum", "bars"),
    [
        (50 * WAN, 50 * WAN, "approver", 1, ()),
        (50 * WAN, 50 * WAN + 1, "approver", 1, ("COMMITTEE",)),
        (20 * WAN, 30 * WAN, "approver", 1, ("COMMITTEE",)),
        (20 * WAN, 30 * WAN, "approver", 3, ("COMMITTEE",)),
        (20 * WAN, 30 * WAN, "committee-member", 2, ("COMMITTEE",)),
        (20 * WAN, 30 * WAN, "committee-member", 3, ()),
        (20 * WAN, 300 * WAN + 1, "committee-member", 3, ("COMMITTEE",)),
        (20 * WAN, 300 * WAN + 1, "committee-member", 5, ()),
    ],
)
def test_above_the_threshold_of_the_product_a_committee_decides(
    over: int, asked: int, role: str, quorum: int, bars: tuple[str, ...]
) -> None:
    """domain.md §15.7. What was asked for decides: who approves less does not keep the committee out."""
    told = {"committee_over_minor": over, "amount_minor": asked, "product_max_minor": asked}
    case = Case.opened(SUBMITTED.model_copy(update=told), 3, NOW)
    found(case, limit_minor=asked)
    members = [f"member-{n}" for n in range(quorum)]
    assert case.bars("APPROVED", heard(NAMED, *members, role=role, quorum=quorum)) == bars
