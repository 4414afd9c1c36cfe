"""What binds the machine binds a person, whatever a diagram says: law, limit, evidence, screening, authority."""

from collections.abc import Sequence
from typing import Any

import pytest
from casework import YUAN, Casework, refused

from loan_contracts.applications import ApplicationSubmitted, ApplicationWithdrawn, ReviewKind, ReviewRequested
from loan_contracts.assessment import FraudOutcome, RiskOutcome
from loan_contracts.decisions import Outcome, TaskCreated
from loan_contracts.operations import AuditRecorded
from loan_contracts.values import SourceStatus

COMMITTEE = "committee-member"
NOTHING_KNOWN = ["EVIDENCE_MISSING", "NOT_SCREENED", "NOT_ASSESSED"]
REASON = "老客户，三笔贷款均按期结清"
QUESTIONS = {"collect": "external-data.requested", "screen": "fraud-screening.requested",
             "assess": "risk-assessment.requested"}  # fmt: skip
REVIEWER = (
    '<bpmn:userTask id="look" camunda:candidateGroups="approver"><bpmn:extensionElements><camunda:properties>'
    '<camunda:property name="dueWorkingHours" value="4"/><camunda:property name="outcomes" value="APPROVE, DECLINE"/>'
    "</camunda:properties></bpmn:extensionElements></bpmn:userTask>"
)


def drawn(code: str, *asked: str, reviewed: bool = False) -> str:
    """A process that asks these questions one after the other and then approves, or asks a reviewer; silence is passed
    over."""
    steps = [*asked, *(["look"] if reviewed else [])]
    body = "".join(
        f'<bpmn:serviceTask id="{name}" camunda:topic="{QUESTIONS[name]}"/><bpmn:boundaryEvent id="{name}_silent"'
        f' attachedToRef="{name}"><bpmn:timerEventDefinition><bpmn:timeDuration>PT5M</bpmn:timeDuration>'
        f'</bpmn:timerEventDefinition></bpmn:boundaryEvent><bpmn:exclusiveGateway id="{name}_over"/>'
        f'<bpmn:sequenceFlow id="{name}_a" sourceRef="{name}" targetRef="{name}_over"/>'
        f'<bpmn:sequenceFlow id="{name}_b" sourceRef="{name}_silent" targetRef="{name}_over"/>'
        for name in asked
    ) + (REVIEWER if reviewed else "")
    ends = "".join(
        f'<bpmn:endEvent id="{id}"><bpmn:extensionElements><camunda:properties><camunda:property name="result"'
        f' value="{result}"/></camunda:properties></bpmn:extensionElements></bpmn:endEvent>'
        for id, result in (("approved", "APPROVED"), ("declined", "DECLINED"))
    )
    begun = ["start", *(f"{name}_over" for name in asked), *(["look"] if reviewed else [])]
    flows = "".join(
        f'<bpmn:sequenceFlow id="f{n}" sourceRef="{source}" targetRef="{target}"/>'
        for n, (source, target) in enumerate(zip(begun, [*steps, "which"], strict=True))
    )
    condition = 'look_outcome == "APPROVE"' if reviewed else "amount_minor &gt; 0"
    return (
        '<bpmn:definitions id="d" targetNamespace="urn:test" xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"'
        ' xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f'<bpmn:process id="{code}" isExecutable="true"><bpmn:startEvent id="start"/>{body}'
        f'<bpmn:exclusiveGateway id="which" default="no"/>{ends}{flows}'
        '<bpmn:sequenceFlow id="yes" sourceRef="which" targetRef="approved">'
        f'<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">{condition}</bpmn:conditionExpression>'
        '</bpmn:sequenceFlow><bpmn:sequenceFlow id="no" sourceRef="which" targetRef="declined"/>'
        "</bpmn:process></bpmn:definitions>"
    )


async def publishes(casework: Casework, bpmn: str) -> None:
    answer = await casework.published(bpmn)
    assert answer.status_code == 200, answer.text


async def played(casework: Casework, code: str, asked: Sequence[str], answers: Any, **changes: Any) -> Any:
    """An application on a process that was drawn, with the answers to its questions."""
    application = await casework.submitted(process_code=code, **changes)
    for name in asked:
        answer = {"collect": casework.collection, "screen": casework.screening, "assess": casework.assessment}[name]
        await casework.harness.deliver(await answer(application, **answers.get(name, {})))
    return application


async def test_with_180_000_owed_online_nobody_approves_200_000(casework: Casework) -> None:
    """R-2.5a: 200,000 in all. The assessment would lend 20,000."""
    application, task = await casework.in_review(
        amount_minor=200_000 * YUAN, own_online_consumer_minor=180_000 * YUAN, own_exposure_minor=180_000 * YUAN
    )
    bounds = (await casework.view(application))["bounds"]
    assert (bounds["highest_minor"], bounds["limit_minor"]) == (20_000 * YUAN, 200_000 * YUAN)
    await casework.claim(task)
    for amount in (200_000 * YUAN, 20_000 * YUAN + 1):
        answer = await casework.complete(task, "APPROVE", amount_minor=amount)
        assert [error["code"] for error in answer.json()["errors"]] == ["amount-out-of-range"]
    assert (await casework.complete(task, "APPROVE", amount_minor=20_000 * YUAN)).status_code == 200
    assert (await casework.decisions())[0].amount_minor == 20_000 * YUAN


async def test_above_the_limit_two_people_sign_with_a_reason(casework: Casework) -> None:
    application = await casework.submitted()
    await casework.checked(application, fraud={"outcome": FraudOutcome.REVIEW}, risk={"limit_minor": 20_000 * YUAN})
    task = (await casework.open_task(application))["id"]
    await casework.claim(task)
    above = {"amount_minor": 30_000 * YUAN}
    for named, code in (
        ({}, "exceptions-missing"),
        ({"exceptions": ["ABOVE_LIMIT"]}, "exception-reason-missing"),
        ({"exceptions": ["ABOVE_LIMIT", "NOT_SCREENED"], "exception_reason": REASON}, "exceptions-not-needed"),
    ):
        answer = await casework.complete(task, "APPROVE", **above, **named)
        assert (answer.status_code, code in {error["code"] for error in answer.json()["errors"]}) == (422, True)
    named = {"exceptions": ["ABOVE_LIMIT"], "exception_reason": REASON}
    first = await casework.complete(task, "APPROVE", **above, **named)
    assert (first.json()["status"], first.json()["votes"], first.json()["quorum"]) == ("OPEN", 1, 2)
    assert await casework.decisions() == []
    assert refused(await casework.claim(task)) == (409, "already-voted")
    seen = (await casework.view(application))["tasks"][0]["decisions"]
    assert [(one["exceptions"], one["exception_reason"]) for one in seen] == [(["ABOVE_LIMIT"], REASON)]
    voted = [m for m in await casework.harness.outbox(AuditRecorded) if m.action == "vote_on_task"]
    assert [m.detail["exceptions"] for m in voted] == ["ABOVE_LIMIT"]

    await casework.decided(task, "APPROVE", "u-second", **above, **named)
    [decision] = await casework.decisions()
    assert (decision.outcome, decision.exceptions) == (Outcome.APPROVED, ["ABOVE_LIMIT"])
    assert decision.decided_by == "u-approver,u-second"


@pytest.mark.parametrize(
    ("statuses", "fraud", "risk", "lacking"),
    [
        ({"CREDIT_BUREAU": SourceStatus.TIMEOUT}, {}, {}, ["EVIDENCE_MISSING"]),
        ({"CREDIT_BUREAU": SourceStatus.MISS}, {}, {}, ["EVIDENCE_MISSING"]),
        ({}, {"outcome": FraudOutcome.STOP}, {}, ["NOT_SCREENED"]),
        ({}, {"outcome": FraudOutcome.REVIEW}, {}, []),
        ({}, {}, {"outcome": RiskOutcome.REFER}, []),
        (None, {}, {}, NOTHING_KNOWN),
    ],
)
async def test_evidence_that_is_required_is_required_of_everybody(
    casework: Casework, statuses: Any, fraud: Any, risk: Any, lacking: list[str]
) -> None:
    """R-7.3, R-2.12. None: collection stayed silent."""
    application = await casework.submitted()
    if statuses is None:
        await casework.pass_time(minutes=10)
    else:
        await casework.checked(application, statuses, fraud, risk)
    task = (await casework.open_task(application))["id"]
    assert (await casework.view(application))["bounds"]["lacking"] == lacking
    terms: dict[str, Any] = {"amount_minor": 30_000 * YUAN} | ({"annual_rate": "0.1"} if statuses is None else {})
    if lacking:
        await casework.claim(task)
        alone = await casework.complete(task, "APPROVE", **terms)
        assert "exceptions-missing" in {error["code"] for error in alone.json()["errors"]}
        await casework.post(f"/v1/tasks/{task}/release", "approver", subject="u-approver")
        await casework.excepted(task, lacking, "u-approver", "u-second", **terms)
    else:
        await casework.decided(task, "APPROVE", **terms)
    [decision] = await casework.decisions()
    assert (decision.exceptions, len(decision.decided_by.split(","))) == (lacking, 2 if lacking else 1)


AUTOMATIC: list[tuple[Any, Any, list[str]]] = [
    ({}, {"screen": {"outcome": FraudOutcome.REVIEW}}, ["FRAUD"]),
    ({}, {"screen": {"outcome": FraudOutcome.DECLINE}}, ["FRAUD"]),
    ({}, {"assess": {"outcome": RiskOutcome.REFER}}, ["NOT_RECOMMENDED"]),
    ({}, {"collect": {"CREDIT_BUREAU": SourceStatus.TIMEOUT}}, ["EVIDENCE_MISSING"]),
    ({"auto_authority_minor": 0}, {}, ["ABOVE_AUTHORITY"]),
    ({"amount_minor": 800_000 * YUAN, "product_max_minor": 1_000_000 * YUAN}, {}, ["ABOVE_AUTHORITY", "COMMITTEE"]),
    ({"own_online_consumer_minor": 180_000 * YUAN}, {}, ["ABOVE_LAW"]),
    ({"legal_room_minor": 29_999 * YUAN}, {}, ["ABOVE_LAW"]),
]


async def test_a_process_that_approves_whatever_it_finds_leaves_to_people_what_it_may_not(casework: Casework) -> None:
    every = ("collect", "screen", "assess")
    await publishes(casework, drawn("trusting", *every))
    await played(casework, "trusting", every, {})
    assert [(d.outcome, d.automatic) for d in await casework.decisions()] == [(Outcome.APPROVED, True)]
    for changes, answers, bars in AUTOMATIC:
        application = await played(casework, "trusting", every, answers, **changes)
        assert len(await casework.decisions()) == 1, bars
        told = (await casework.harness.outbox(TaskCreated))[-1]
        assert (told.application_id, told.stage, told.hints) == (application.application_id, "hearing", bars)
        committee = "COMMITTEE" in bars
        assert told.role == (COMMITTEE if committee else "approver")
        assert (await casework.open_task(application))["quorum"] == (3 if committee else 1)


async def test_a_process_drawn_without_screening_approves_nothing_by_itself(casework: Casework) -> None:
    await publishes(casework, drawn("unscreened", "collect", "assess"))
    application = await played(casework, "unscreened", ("collect", "assess"), {})
    hearing = await casework.open_task(application)
    assert (hearing["stage"], hearing["outcomes"]) == ("hearing", ["APPROVE", "DECLINE"])
    assert refused(await casework.claim(hearing["id"], "u-manager")) == (403, "maker-not-checker")
    await casework.excepted(hearing["id"], ["NOT_SCREENED"], "u-approver", "u-second", amount_minor=30_000 * YUAN)
    [decision] = await casework.decisions()
    assert (decision.outcome, decision.exceptions, decision.automatic) == (Outcome.APPROVED, ["NOT_SCREENED"], False)

    application = await played(casework, "unscreened", ("collect", "assess"), {})
    await casework.decided((await casework.open_task(application))["id"], "DECLINE", reason_codes=["R05"])
    assert [d.outcome for d in await casework.decisions()] == [Outcome.APPROVED, Outcome.DECLINED]

    application = await played(casework, "unscreened", ("collect", "assess"), {})
    hearing = (await casework.open_task(application))["id"]
    withdrawn = ApplicationWithdrawn(application_id=application.application_id, withdrawn_at=casework.clock())
    await casework.harness.deliver(withdrawn)
    view = await casework.view(application)
    assert (view["status"], view["tasks"][0]["status"]) == ("WITHDRAWN", "CANCELLED")
    assert refused(await casework.claim(hearing)) == (409, "task-cancelled")


async def test_a_reviewer_alone_does_not_approve_what_a_committee_decides(casework: Casework) -> None:
    """domain.md §15.7; the product says from which amount on."""
    every = ("collect", "screen", "assess")
    await publishes(casework, drawn("one-reviewer", *every, reviewed=True))
    asked = {"amount_minor": 300_000 * YUAN, "product_max_minor": 500_000 * YUAN}
    for over_minor in (300_000 * YUAN, 200_000 * YUAN):
        application = await played(casework, "one-reviewer", every, {}, **asked, committee_over_minor=over_minor)
        await casework.decided((await casework.open_task(application))["id"], "APPROVE", amount_minor=200_000 * YUAN)
        assert len(await casework.decisions()) == 1
    hearing = await casework.open_task(application)
    assert (hearing["stage"], hearing["role"], hearing["quorum"]) == ("hearing", COMMITTEE, 3)
    for subject in ("u-approver", "u-manager"):
        answer = await casework.complete(hearing["id"], "APPROVE", subject, COMMITTEE, amount_minor=200_000 * YUAN)
        assert refused(answer) == (403, "maker-not-checker")
    for member in range(3):
        await casework.complete(hearing["id"], "APPROVE", f"u-{member}", COMMITTEE, amount_minor=300_000 * YUAN)
    assert (await casework.decisions())[-1].decided_by == "u-0,u-1,u-2"


async def test_several_people_have_no_more_authority_than_each_of_them(casework: Casework) -> None:
    """domain.md §15.7: a risk officer may not approve, and two of them are no committee."""
    every = ("collect", "screen", "assess")
    process = drawn("two-officers", *every, reviewed=True).replace('"approver"', '"risk-officer"')
    await publishes(
        casework, process.replace('name="outcomes"', 'name="quorum" value="2"/><camunda:property name="outcomes"')
    )
    application = await played(casework, "two-officers", every, {})
    task = await casework.open_task(application)
    assert (task["role"], task["quorum"]) == ("risk-officer", 2)
    answer = await casework.complete(task["id"], "APPROVE", "u-1", "risk-officer", amount_minor=30_000 * YUAN)
    assert refused(answer) == (403, "authority-exceeded")


async def test_the_products_threshold_sends_a_clean_application_to_the_committee(casework: Casework) -> None:
    """200,000 set, 300,000 asked for."""
    asked = {"amount_minor": 300_000 * YUAN, "product_max_minor": 500_000 * YUAN}
    application = await casework.submitted(**asked, committee_over_minor=200_000 * YUAN)
    await casework.checked(application)
    task = await casework.open_task(application)
    assert (task["stage"], task["role"], task["quorum"]) == ("committee_review", COMMITTEE, 3)


async def test_a_fraud_rule_binds_a_reviewer_and_is_set_aside_by_two_in_a_review_alone(casework: Casework) -> None:
    """domain.md §10.4: the borrower has a right to a review of it."""
    every = ("collect", "screen", "assess")
    await publishes(casework, drawn("one-reviewer", *every, reviewed=True))
    found = {"screen": {"outcome": FraudOutcome.DECLINE}}
    application: ApplicationSubmitted = await played(casework, "one-reviewer", every, found)
    task = (await casework.open_task(application))["id"]
    assert (await casework.view(application))["bounds"]["barred"] is True
    await casework.claim(task)
    approval = {"amount_minor": 30_000 * YUAN, "exceptions": ["FRAUD_DECLINED"], "exception_reason": REASON}
    assert refused(await casework.complete(task, "APPROVE", **approval)) == (403, "approval-barred")
    assert (await casework.complete(task, "DECLINE", reason_codes=["R07"])).status_code == 200

    request = ReviewRequested(
        application_id=application.application_id, review_id=application.application_id, kind=ReviewKind.HUMAN_REVIEW,
        decision_id=(await casework.decisions())[0].decision_id, requested_by="u-channel",
        requested_at=casework.clock(),
    )  # fmt: skip
    await casework.harness.deliver(request)
    review = (await casework.open_task(application))["id"]
    told = {"amount_minor": 30_000 * YUAN, "answer": "经复核，命中的规则不适用于您，同意放款。"}
    await casework.claim(review, "u-1")
    alone = await casework.complete(review, "APPROVE", "u-1", **told)
    assert "exceptions-missing" in {error["code"] for error in alone.json()["errors"]}
    await casework.post(f"/v1/tasks/{review}/release", "approver", subject="u-1")
    await casework.excepted(review, ["FRAUD_DECLINED"], "u-1", "u-2", **told)
    second = (await casework.decisions())[-1]
    assert (second.outcome, second.exceptions, second.decided_by) == (Outcome.APPROVED, ["FRAUD_DECLINED"], "u-1,u-2")
