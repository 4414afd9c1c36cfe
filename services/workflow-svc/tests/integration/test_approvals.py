"""Acts on loans at the door: asked for by postloan-svc, decided by the people of a process, answered to who asked."""

from typing import Any
from uuid import uuid4

import pytest
from casework import MONDAY_10H, YUAN, Casework, refused

from loan_contracts.decisions import (
    ApprovalDecided,
    ApprovalRequested,
    ApprovalSubject,
    Outcome,
    TaskCreated,
    case_id_of_approval,
)
from loan_contracts.values import RepaymentMethod

RISK, MEMBER = "risk-officer", "committee-member"
FORMS: dict[str, Any] = {
    "assess_recovery": {"recovery_done": True, "expected_minor": 0},
    "assess_hardship": {"cause": "ILLNESS", "able_minor": 120_000},
}


def an_act(**changes: Any) -> ApprovalRequested:
    """A write-off of 300,000 yuan."""
    fields: dict[str, Any] = {
        "approval_id": uuid4(), "application_id": uuid4(), "loan_id": uuid4(), "subject": ApprovalSubject.WRITE_OFF,
        "loan_no": "HT20260120MVWSW0Y3WYQV-01", "process_code": "write-off", "customer_id": uuid4(),
        "branch": "310000-01", "product_code": "PCL-ONLINE", "amount_minor": 300_000 * YUAN, "annual_rate": "0.12",
        "term_months": 12, "repayment_method": RepaymentMethod.EQUAL_INSTALMENT, "requested_by": "u-asks",
        "requested_at": MONDAY_10H,
    }  # fmt: skip
    return ApprovalRequested(**fields | changes)


async def put(casework: Casework, **changes: Any) -> ApprovalRequested:
    """It comes twice, as every message does."""
    act = an_act(**changes)
    await casework.harness.deliver(act)
    return act


async def view(casework: Casework, act: ApprovalRequested) -> dict[str, Any]:
    answer = await casework.get(f"/v1/cases/{case_id_of_approval(act.approval_id)}/view", "auditor")
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def open_task(casework: Casework, act: ApprovalRequested) -> dict[str, Any]:
    [task] = [t for t in (await view(casework, act))["tasks"] if t["status"] in ("OPEN", "CLAIMED")]
    return dict(task)


async def looked_at(casework: Casework, act: ApprovalRequested, choice: str = "DONE", **more: Any) -> None:
    """Somebody of risk looks at it first."""
    task = await open_task(casework, act)
    assert task["role"] == RISK
    assert refused(await casework.claim(task["id"], "u-asks", RISK)) == (403, "maker-not-checker")
    assert (await casework.claim(task["id"], "u-looks", RISK)).status_code == 200
    form = {"form": FORMS[task["stage"]]}
    done = await casework.complete(task["id"], choice, "u-looks", RISK, **form, **more)
    assert done.status_code == 200, done.text


async def answers(casework: Casework, act: ApprovalRequested) -> list[ApprovalDecided]:
    return [m for m in await casework.harness.outbox(ApprovalDecided) if m.approval_id == act.approval_id]


async def test_a_write_off_is_decided_by_a_committee_and_answered_once(casework: Casework) -> None:
    act = await put(casework)
    await looked_at(casework, act)
    task = await open_task(casework, act)
    assert (task["role"], task["quorum"], task["amount_minor"]) == (MEMBER, 3, 300_000 * YUAN)
    for member in ("u-asks", "u-looks"):
        barred = await casework.complete(task["id"], "APPROVE", member, MEMBER, amount_minor=300_000 * YUAN)
        assert refused(barred) == (403, "maker-not-checker")
    less = await casework.complete(task["id"], "APPROVE", "u-m1", MEMBER, amount_minor=200_000 * YUAN)
    assert refused(less) == (422, "verdict-invalid")  # it is approved as it is, or not at all
    for member in ("u-m1", "u-m2", "u-m3"):
        assert await answers(casework, act) == []
        voted = await casework.complete(task["id"], "APPROVE", member, MEMBER, amount_minor=300_000 * YUAN)
        assert voted.status_code == 200, voted.text
    [answer] = await answers(casework, act)
    assert (answer.outcome, answer.amount_minor, answer.decided_by) == (
        Outcome.APPROVED, 300_000 * YUAN, "u-m1,u-m2,u-m3",
    )  # fmt: skip
    assert (answer.subject, answer.versions) == (ApprovalSubject.WRITE_OFF, {"process": "write-off:1"})
    shown = await view(casework, act)
    assert (shown["status"], shown["decision"], shown["answered"]["outcome"]) == ("DECIDED", None, "APPROVED")
    assert await casework.decisions() == []  # the application keeps the one that it has


@pytest.mark.parametrize(
    ("subject", "amount", "voters"),
    [(ApprovalSubject.WAIVER, 250_000, 1), (ApprovalSubject.RESTRUCTURING, 600_000, 3)],
)
async def test_above_the_line_a_committee_decides_a_waiver_or_restructuring(
    casework: Casework, subject: ApprovalSubject, amount: int, voters: int
) -> None:
    act = await put(casework, subject=subject, process_code="restructure-and-waiver", amount_minor=amount * YUAN)
    await looked_at(casework, act)
    task, approve = await open_task(casework, act), {"amount_minor": amount * YUAN}
    if voters == 1:
        await casework.decided(task["id"], "APPROVE", **approve)
    else:
        await casework.decided(task["id"], "COMMITTEE")
        task = await open_task(casework, act)
        for member in [f"u-m{number}" for number in range(voters)]:
            voted = await casework.complete(task["id"], "APPROVE", member, MEMBER, **approve)
            assert voted.status_code == 200, voted.text
    [answer] = await answers(casework, act)
    assert (answer.outcome, len(answer.decided_by.split(","))) == (Outcome.APPROVED, voters)


async def test_what_is_turned_down_says_why_and_the_loans_application_is_left_alone(casework: Casework) -> None:
    # the case of the application that the loan came of is there as well, and stays as it is
    application, review = await casework.in_review()
    act = await put(casework, application_id=application.application_id)
    await looked_at(casework, act, "DECLINE", reason_codes=["R05"])
    [answer] = await answers(casework, act)
    assert (answer.outcome, [r.code for r in answer.reasons], answer.decided_by) == (
        Outcome.DECLINED,
        ["R05"],
        "u-looks",
    )
    assert (await casework.open_task(application))["id"] == review
    cases = {m.case_id for m in await casework.harness.outbox(TaskCreated)}
    assert case_id_of_approval(act.approval_id) in cases
    assert len(cases) == 2


async def test_nothing_acts_on_a_loan_without_a_person(casework: Casework) -> None:
    drawn = (
        '<definitions id="d" targetNamespace="urn:t" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"'
        ' xmlns:camunda="http://camunda.org/schema/1.0/bpmn"><process id="hasty" isExecutable="true">'
        '<startEvent id="s"/><endEvent id="e"><extensionElements><camunda:properties>'
        '<camunda:property name="result" value="APPROVED"/></camunda:properties></extensionElements></endEvent>'
        '<sequenceFlow id="f" sourceRef="s" targetRef="e"/></process></definitions>'
    )
    assert (await casework.published(drawn)).status_code == 200
    act = await put(casework, process_code="hasty", amount_minor=10_000 * YUAN)
    task = await open_task(casework, act)
    assert (task["stage"], task["role"]) == ("hearing", "approver")
    await casework.decided(task["id"], "APPROVE", amount_minor=10_000 * YUAN)
    [answer] = await answers(casework, act)
    assert (answer.outcome, answer.decided_by) == (Outcome.APPROVED, "u-approver")


async def test_a_limit_is_raised_as_an_application_that_is_checked_like_the_first(casework: Casework) -> None:
    application = await casework.submitted(process_code="limit-increase", amount_minor=150_000 * YUAN)
    await casework.checked(application)
    task = await casework.open_task(application)
    assert (task["stage"], task["role"]) == ("assess_usage", RISK)
    assert (await casework.claim(task["id"], "u-looks", RISK)).status_code == 200
    form = {"used_percent": 80, "overdue_seen": False}
    assert (await casework.complete(task["id"], "DONE", "u-looks", RISK, form=form)).status_code == 200
    review = await casework.open_task(application)
    above = (
        await casework.claim(review["id"]),
        await casework.complete(review["id"], "APPROVE", amount_minor=150_000 * YUAN),
    )
    assert [answer.status_code for answer in above] == [200, 200], above[1].text
    [decision] = await casework.decisions()
    assert (decision.outcome, decision.amount_minor) == (Outcome.APPROVED, 150_000 * YUAN)
    assert decision.versions.keys() >= {"process", "fraud_rules", "model", "policy"}
