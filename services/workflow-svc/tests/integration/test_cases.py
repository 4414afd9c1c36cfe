"""Applications on their way through the personal-credit process, seen at the service's doors."""

from decimal import Decimal
from uuid import uuid4

import pytest
from casework import YUAN, Casework, an_application, refused

from loan_contracts.applications import ApplicationSupplemented, ApplicationWithdrawn
from loan_contracts.assessment import (
    ExternalDataRequested,
    FraudOutcome,
    FraudScreeningRequested,
    RiskAssessmentRequested,
    RiskOutcome,
)
from loan_contracts.decisions import Outcome, SupplementRequested, TaskCompleted, TaskCreated
from loan_contracts.operations import AuditRecorded
from loan_contracts.values import Reason, RepaymentMethod, Source, SourceStatus
from loan_servicekit.core import Conflict
from loan_servicekit.testing import sent


async def test_a_clean_application_is_approved_straight_through_with_one_decision(casework: Casework) -> None:
    application = await casework.submitted()
    request = await sent(casework.harness, ExternalDataRequested)
    assert request.sources == [Source.IDENTITY, Source.CREDIT_BUREAU, Source.SOCIAL_INSURANCE]
    assert (request.customer_id, request.consent_ids) == (application.customer_id, application.consent_ids)

    await casework.checked(application)
    assert [m.TYPE for m in await casework.harness.outbox()] == [
        "external-data.requested", "fraud-screening.requested", "risk-assessment.requested", "audit.recorded", "decision.made",
    ]  # fmt: skip
    [decision] = await casework.decisions()
    assert (decision.outcome, decision.amount_minor, decision.term_months) == (Outcome.APPROVED, 30_000 * YUAN, 12)
    assert (str(decision.annual_rate), decision.score, decision.grade) == ("0.0712", 615, "B")
    assert (decision.automatic, decision.decided_by, decision.reasons) == (True, "personal-credit:1", [])
    assert decision.versions == {
        "process": "personal-credit:1", "fraud_rules": "fraud-1", "model": "m-1", "scorecard": "s-1", "policy": "p-1",
    }  # fmt: skip
    assert decision.decided_at == casework.clock()


async def test_the_checks_are_asked_for_together_and_carry_all_facts(casework: Casework) -> None:
    application = await casework.submitted()
    collection = await casework.collection(application, SOCIAL_INSURANCE=SourceStatus.MISS)
    await casework.harness.deliver(collection)
    fraud = await sent(casework.harness, FraudScreeningRequested)
    risk = await sent(casework.harness, RiskAssessmentRequested)
    assert fraud.facts == risk.facts == collection.facts
    assert (fraud.person_token, fraud.device_token) == (application.person_token, application.device_token)
    assert (risk.declared, risk.required_sources) == (application.declared, application.required_sources)
    assert (risk.own_exposure_minor, risk.online_consumer_credit) == (8_000 * YUAN, True)
    assert (risk.own_online_consumer_minor, risk.own_debt_service_minor) == (5_000 * YUAN, 700 * YUAN)
    assert len({fraud.request_id, risk.request_id, collection.request_id}) == 3


async def test_both_checks_may_answer_in_one_batch(casework: Casework) -> None:
    application = await casework.submitted()
    await casework.harness.deliver(await casework.collection(application))
    await casework.harness.deliver(await casework.assessment(application), await casework.screening(application))
    assert [d.outcome for d in await casework.decisions()] == [Outcome.APPROVED]


async def test_a_lower_limit_makes_the_automatic_approval_conditional(casework: Casework) -> None:
    application = await casework.submitted()
    await casework.checked(application, risk={"limit_minor": 20_000 * YUAN})
    [decision] = await casework.decisions()
    assert (decision.outcome, decision.amount_minor, decision.automatic) == (Outcome.CONDITIONAL, 20_000 * YUAN, True)


async def test_an_assessment_dearer_than_the_product_may_be_goes_to_a_person_who_names_a_rate(
    casework: Casework,
) -> None:
    """domain.md §2.6: hard stop at pricing. Interest by actual days costs more than its rate: here 24.8 %."""
    application = await casework.submitted(repayment_method=RepaymentMethod.INTEREST_FIRST)
    await casework.checked(application, risk={"annual_rate": Decimal("0.2399")})
    assert await casework.decisions() == []
    bounds = (await casework.view(application))["bounds"]
    assert (bounds["assessed_rate"], bounds["highest_rate"]) == (None, "0.232161")
    task = (await casework.open_task(application))["id"]
    await casework.decided(task, "APPROVE", amount_minor=30_000 * YUAN, annual_rate="0.232161")
    assert [str(d.annual_rate) for d in await casework.decisions()] == ["0.232161"]


async def test_a_decline_by_the_policy_tells_its_reasons_in_their_order(casework: Casework) -> None:
    reasons = [Reason(code=code, detail=code) for code in ("R03", "R10", "R01", "R02", "R04")]
    application = await casework.submitted()
    await casework.checked(application, risk={"outcome": RiskOutcome.DECLINE, "limit_minor": 0, "reasons": reasons})
    [decision] = await casework.decisions()
    assert (decision.outcome, decision.amount_minor, decision.annual_rate) == (Outcome.DECLINED, 0, None)
    assert [r.code for r in decision.reasons] == ["R03", "R10", "R01", "R02"]  # at most four: domain.md §11.1
    assert decision.automatic


async def test_a_decline_by_fraud_rules_shows_as_internal_policy_alone(casework: Casework) -> None:
    application = await casework.submitted()
    rules = [Reason(code="F-20", detail="on the watch list")]
    await casework.checked(application, fraud={"outcome": FraudOutcome.DECLINE, "reasons": rules})
    [decision] = await casework.decisions()
    assert (decision.outcome, [r.code for r in decision.reasons]) == (Outcome.DECLINED, ["R07"])
    assert "F-20" not in decision.model_dump_json()  # domain.md §10.4


async def test_a_silent_required_source_goes_to_a_person_who_approves_less(casework: Casework) -> None:
    """domain.md R-7.3: a miss is not clean, whatever screening and assessment say."""
    application = await casework.submitted()
    await casework.checked(application, statuses={"CREDIT_BUREAU": SourceStatus.TIMEOUT})
    assert await casework.decisions() == []
    created = await sent(casework.harness, TaskCreated)
    assert (created.stage, created.role, created.hints) == ("manual_review", "approver", ["CREDIT_BUREAU:TIMEOUT"])

    exception, signers = ["EVIDENCE_MISSING"], ("u-approver", "u-second")
    await casework.excepted(str(created.task_id), exception, *signers, amount_minor=20_000 * YUAN)
    [decision] = await casework.decisions()
    assert (decision.outcome, decision.amount_minor) == (Outcome.CONDITIONAL, 20_000 * YUAN)
    assert (decision.automatic, decision.decided_by) == (False, "u-approver,u-second")
    assert decision.exceptions == exception
    assert (await sent(casework.harness, TaskCompleted)).outcome == "APPROVE"


async def test_a_silent_optional_source_does_not_stop_an_approval(casework: Casework) -> None:
    application = await casework.submitted()
    await casework.checked(application, statuses={"SOCIAL_INSURANCE": SourceStatus.ERROR})
    assert [d.outcome for d in await casework.decisions()] == [Outcome.APPROVED]


async def test_a_reviewers_decline_carries_his_reasons(casework: Casework) -> None:
    _, task = await casework.in_review()
    await casework.decided(task, "DECLINE", reason_codes=["R05", "R09"])
    [decision] = await casework.decisions()
    assert (decision.outcome, [r.code for r in decision.reasons]) == (Outcome.DECLINED, ["R05", "R09"])
    assert (decision.automatic, decision.amount_minor) == (False, 0)


async def test_one_application_has_one_case(casework: Casework) -> None:
    application = await casework.submitted()
    (again,) = await casework.harness.deliver(application.model_copy(update={"sequence": 7}))
    assert isinstance(again, Conflict)
    assert await casework.refusals() == ["case-already-open"]
    assert len(await casework.harness.outbox(ExternalDataRequested)) == 1


async def test_an_answer_after_the_decision_is_refused(casework: Casework) -> None:
    application = await casework.submitted()
    await casework.checked(application)
    late = [await casework.collection(application), await casework.screening(application, outcome=FraudOutcome.DECLINE),
            await casework.assessment(application, outcome=RiskOutcome.DECLINE)]  # fmt: skip
    await casework.harness.deliver(*late)
    assert await casework.refusals() == ["case-already-decided"] * 3
    assert [d.outcome for d in await casework.decisions()] == [Outcome.APPROVED]


async def test_a_second_answer_to_one_request_is_refused_and_the_first_one_counts(casework: Casework) -> None:
    application = await casework.submitted()
    await casework.harness.deliver(await casework.collection(application))
    await casework.harness.deliver(await casework.screening(application))
    (second,) = await casework.harness.deliver(await casework.screening(application, outcome=FraudOutcome.DECLINE))
    assert second.code == "not-waiting"
    await casework.harness.deliver(await casework.assessment(application))
    assert [d.outcome for d in await casework.decisions()] == [Outcome.APPROVED]


async def test_an_answer_that_overtook_its_case_is_kept_for_later_and_its_neighbours_are_handled(
    casework: Casework,
) -> None:
    application = await casework.submitted()
    answer = await casework.collection(application)
    await casework.harness.deliver(answer.model_copy(update={"case_id": uuid4()}), answer, twice=False)
    assert await casework.harness.rows("select reason, state from dead_letters") == [("case-not-found", "RETRYING")]
    assert len(await casework.harness.outbox(FraudScreeningRequested)) == 1


async def test_a_process_that_is_not_published_yet_keeps_the_application_waiting(casework: Casework) -> None:
    await casework.harness.deliver(an_application(process_code="car-loan"), twice=False)
    assert await casework.harness.rows("select reason, state from dead_letters") == [("process-not-found", "RETRYING")]
    assert await casework.harness.rows("select count(*) from cases") == [(0,)]


async def test_a_supplement_goes_round_and_the_case_starts_over(casework: Casework) -> None:
    application, task = await casework.in_review()
    first = await casework.asked(application, ExternalDataRequested)
    stale = await casework.collection(application)
    await casework.decided(task, "SUPPLEMENT", document_kinds=["INCOME_PROOF", "BANK_STATEMENT"])
    asked = await sent(casework.harness, SupplementRequested)
    assert asked.document_kinds == ["INCOME_PROOF", "BANK_STATEMENT"]
    assert (asked.due_at - casework.clock()).days == 7
    assert (await casework.view(application))["waiting_for"] == ["supplement.1", "supplement_timeout.1"]

    kinds = {"document_kinds": ["INCOME_PROOF", "BANK_STATEMENT"], "supplemented_at": casework.clock()}
    arrived = ApplicationSupplemented(application_id=application.application_id, **kinds)
    await casework.harness.deliver(arrived)
    again = await casework.asked(application, ExternalDataRequested)
    assert again.request_id != first.request_id
    await casework.harness.deliver(stale, arrived.model_copy(update={"sequence": 9}))
    assert await casework.refusals() == ["not-waiting"] * 2

    await casework.checked(application)
    [decision] = await casework.decisions()
    assert (decision.outcome, decision.automatic) == (Outcome.APPROVED, True)


async def test_documents_may_be_asked_for_again_after_those_before_did_not_come(casework: Casework) -> None:
    application, task = await casework.in_review()
    await casework.decided(task, "SUPPLEMENT", document_kinds=["INCOME_PROOF"])
    first = ApplicationSupplemented(application_id=application.application_id, document_kinds=["INCOME_PROOF"],
                                    supplemented_at=casework.clock())  # fmt: skip
    await casework.pass_time(days=7)
    second = (await casework.open_task(application))["id"]
    await casework.decided(second, "SUPPLEMENT", subject="u-other", document_kinds=["BANK_STATEMENT"])
    asked = await casework.harness.outbox(SupplementRequested)
    assert [m.document_kinds for m in asked] == [["INCOME_PROOF"], ["BANK_STATEMENT"]]
    assert (asked[1].due_at - casework.clock()).days == 7

    await casework.harness.deliver(first)  # on its way while the time ran out: not what is waited for now
    assert await casework.refusals() == ["not-waiting"]
    await casework.harness.deliver(first.model_copy(update={"document_kinds": ["BANK_STATEMENT"], "sequence": 9}))
    await casework.checked(application)
    assert [d.outcome for d in await casework.decisions()] == [Outcome.APPROVED]


async def test_who_asked_for_documents_may_not_decide_about_them(casework: Casework) -> None:
    application, task = await casework.in_review()
    await casework.decided(task, "SUPPLEMENT", document_kinds=["INCOME_PROOF"])
    await casework.harness.deliver(ApplicationSupplemented(application_id=application.application_id,
                                                           document_kinds=["INCOME_PROOF"],
                                                           supplemented_at=casework.clock()))  # fmt: skip
    await casework.checked(application, fraud={"outcome": FraudOutcome.REVIEW})
    second = (await casework.open_task(application))["id"]
    assert second != task
    assert refused(await casework.claim(second)) == (403, "maker-not-checker")
    await casework.decided(second, "APPROVE", subject="u-other", amount_minor=30_000 * YUAN)
    assert [d.decided_by for d in await casework.decisions()] == ["u-other"]


async def test_a_withdrawal_ends_the_case_and_cancels_its_task(casework: Casework) -> None:
    application, task = await casework.in_review()
    await casework.claim(task)
    late = await casework.assessment(application)
    withdrawal = ApplicationWithdrawn(application_id=application.application_id, withdrawn_at=casework.clock())
    await casework.harness.deliver(withdrawal)
    view = await casework.view(application)
    assert (view["status"], view["waiting_for"], view["decision"]) == ("WITHDRAWN", [], None)
    assert [(t["status"], t["assignee"]) for t in view["tasks"]] == [("CANCELLED", None)]
    told = [m.action for m in await casework.harness.outbox(AuditRecorded)]
    assert told[-2:] == ["withdraw_case", "cancel_task"]

    assert refused(await casework.complete(task, "APPROVE", amount_minor=1_000)) == (409, "task-cancelled")
    assert refused(await casework.claim(task)) == (409, "task-cancelled")
    await casework.harness.deliver(late, withdrawal.model_copy(update={"sequence": 9}))
    assert await casework.refusals() == ["case-withdrawn"] * 2
    assert await casework.decisions() == []


async def test_a_withdrawal_while_data_are_collected_leaves_nothing_to_wait_for(casework: Casework) -> None:
    application = await casework.submitted()
    await casework.harness.deliver(
        ApplicationWithdrawn(application_id=application.application_id, withdrawn_at=casework.clock())
    )
    await casework.pass_time(days=30)
    assert await casework.harness.outbox(TaskCreated) == []
    assert await casework.harness.rows("select status, due_at from cases") == [("WITHDRAWN", None)]


async def test_the_case_view_shows_everything_a_reviewer_decides_on(casework: Casework) -> None:
    application, task = await casework.in_review()
    case_id = (await casework.view(application))["id"]
    answer = await casework.get(f"/v1/cases/{case_id}/view", "approver")
    view = answer.json()
    assert answer.headers["etag"] == f'"{view["sequence"]}"'
    assert (view["application_id"], view["amount_minor"]) == (str(application.application_id), 30_000 * YUAN)
    assert (view["process_code"], view["process_version"], view["status"]) == ("personal-credit", 1, "RUNNING")
    assert view["declared"]["monthly_income_minor"] == 1_200_000
    assert view["collected"]["statuses"] == {"IDENTITY": "HIT", "CREDIT_BUREAU": "HIT", "SOCIAL_INSURANCE": "HIT"}
    assert (view["fraud"]["outcome"], view["risk"]["outcome"], view["decision"]) == ("REVIEW", "APPROVE", None)
    assert (view["risk"]["pd"], view["risk"]["annual_rate"]) == ("0.011", "0.0712")
    assert [(t["id"], t["name"], t["outcomes"]) for t in view["tasks"]] == [
        (task, "人工复核", ["APPROVE", "DECLINE", "SUPPLEMENT", "COMMITTEE"])
    ]
    assert view["waiting_for"] == ["manual_review.1"]


@pytest.mark.parametrize(
    ("roles", "branch", "expected"),
    [
        (["customer-manager"], "310000-01", 200),
        (["customer-manager"], "310000-02", (403, "other-branch")),
        (["customer-manager"], None, (403, "other-branch")),
        (["finance"], None, (403, "permission-missing")),
        (["auditor"], None, 200),
    ],
)
async def test_a_case_is_shown_to_its_branch_and_to_those_who_see_all(
    casework: Casework, roles: list[str], branch: str | None, expected: object
) -> None:
    application = await casework.submitted()
    answer = await casework.get(f"/v1/applications/{application.application_id}/case", *roles, branch=branch)
    assert (answer.status_code if answer.status_code == 200 else refused(answer)) == expected


async def test_an_unknown_case_is_not_found(casework: Casework) -> None:
    for path in (f"/v1/cases/{uuid4()}/view", f"/v1/applications/{uuid4()}/case"):
        assert refused(await casework.get(path, "auditor")) == (404, "case-not-found")
