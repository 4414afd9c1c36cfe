"""Committees: who votes, secret and open ballots, the chair's word, conditions of an approval, minutes."""

import hashlib
from typing import Any

import httpx
import pytest
from casework import YUAN, Casework, refused

from loan_contracts.decisions import DecisionMade, TaskCompleted
from loan_contracts.operations import AuditRecorded

MEMBERS = ["u-m1", "u-m2", "u-m3"]
BODY: dict[str, Any] = {
    "members": MEMBERS, "chair": "u-chair", "secret": False, "valid_from": "2026-03-02", "reason": "董事会第 7 次会议决议",
}  # fmt: skip
LARGE = {"amount_minor": 600_000 * YUAN, "product_max_minor": 1_000_000 * YUAN}
ASKED = 600_000 * YUAN


async def appointed(casework: Casework, **changes: Any) -> httpx.Response:
    """One person proposes a committee, another approves it."""
    proposed = await casework.post("/v1/committees", "process-designer", subject="u-designer", json=BODY | changes)
    if proposed.status_code != 201:
        return proposed
    path = f"/v1/committees/{proposed.json()['id']}/approval"
    return await casework.post(path, "management", subject="u-management", json={"reason": "已核对"})


async def before_the_committee(casework: Casework, **changes: Any) -> tuple[Any, str]:
    """An application above the product's threshold, in the committee."""
    application = await casework.submitted(**LARGE | changes)
    await casework.checked(application)
    task = await casework.open_task(application)
    if task["stage"] != "committee_review":
        await casework.decided(task["id"], "COMMITTEE")
        task = await casework.open_task(application)
    return application, task["id"]


async def vote(casework: Casework, task: str, subject: str, choice: str = "APPROVE", **verdict: Any) -> httpx.Response:
    told = {"amount_minor": ASKED} if choice == "APPROVE" else {"reason_codes": ["R02"]}
    return await casework.complete(task, choice, subject, "committee-member", **told | verdict)


async def voted(casework: Casework, task: str, *choices: str) -> None:
    """The members vote in order."""
    for subject, choice in zip(MEMBERS, choices, strict=False):
        answer = await vote(casework, task, subject, choice, comment=f"{subject} 的意见：{choice} 理由充分")
        assert answer.status_code == 200, answer.text


async def test_a_committee_is_appointed_by_two_and_hears_what_opens_then(casework: Casework) -> None:
    _, before = await before_the_committee(casework)
    approved = await appointed(casework)
    assert (approved.status_code, approved.json()["status"]) == (200, "APPROVED")
    _, task = await before_the_committee(casework)
    shown = (await casework.get(f"/v1/tasks/{task}", "committee-member")).json()
    assert shown["sitting"] == {"members": MEMBERS, "chair": "u-chair", "secret": False}
    assert shown["quorum"] == 4  # three votes and the chair's word
    assert refused(await vote(casework, task, "u-stranger")) == (403, "not-a-member")
    assert (await vote(casework, before, "u-stranger")).status_code == 200  # it was opened to whoever has the role
    listed = (await casework.get("/v1/committees?status=APPROVED", "auditor")).json()["items"]
    assert [c["members"] for c in listed] == [MEMBERS]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"members": ["u-m1", "u-m2", "u-m2"]}, "committee-malformed"),
        ({"chair": "u-m1"}, "committee-malformed"),
        ({"valid_from": "2026-03-01"}, "committee-date-passed"),
        ({"members": ["u-m1", "u-m2"]}, "request-invalid"),
    ],
)
async def test_what_is_no_committee_is_refused(casework: Casework, changes: dict[str, Any], code: str) -> None:
    assert (await appointed(casework, **changes)).json()["code"] == code


async def test_the_chair_speaks_last_and_only_downwards(casework: Casework) -> None:
    await appointed(casework)
    application, task = await before_the_committee(casework)
    assert refused(await vote(casework, task, "u-chair")) == (409, "chair-speaks-last")
    for subject, amount in zip(MEMBERS, (600_000, 500_000, 550_000), strict=True):
        assert (await vote(casework, task, subject, amount_minor=amount * YUAN)).status_code == 200
    assert (await casework.view(application))["decision"] is None  # his word is missing
    upwards = await vote(casework, task, "u-chair", amount_minor=500_000 * YUAN + 1)
    assert refused(upwards) == (422, "veto-upwards")
    assert upwards.json()["errors"][0]["pointer"] == "/amount_minor"
    said = await vote(casework, task, "u-chair", amount_minor=400_000 * YUAN, conditions=["INSURANCE_IN_FORCE"])
    assert said.json()["status"] == "COMPLETED"
    [decision] = await casework.decisions()
    assert (decision.amount_minor, decision.conditions) == (400_000 * YUAN, ["INSURANCE_IN_FORCE"])
    assert decision.decided_by == "u-m1,u-m2,u-m3,u-chair"


async def test_the_chair_may_turn_an_approval_down(casework: Casework) -> None:
    await appointed(casework)
    _, task = await before_the_committee(casework)
    await voted(casework, task, "APPROVE", "APPROVE", "APPROVE")
    assert (await vote(casework, task, "u-chair", "DECLINE", reason_codes=["R10"])).status_code == 200
    [decision] = await casework.decisions()
    assert (decision.outcome, [r.code for r in decision.reasons]) == ("DECLINED", ["R10"])


async def test_what_the_members_turn_down_needs_no_chair(casework: Casework) -> None:
    await appointed(casework)
    _, task = await before_the_committee(casework)
    await voted(casework, task, "APPROVE", "DECLINE", "DECLINE")
    [decision] = await casework.decisions()
    assert (decision.outcome, decision.decided_by) == ("DECLINED", "u-m1,u-m2,u-m3")


async def test_of_a_secret_ballot_nobody_learns_who_voted_how(casework: Casework) -> None:
    await appointed(casework, secret=True, chair=None)
    application, task = await before_the_committee(casework)
    await voted(casework, task, "APPROVE", "DECLINE", "APPROVE")
    [decision] = await casework.decisions()
    assert (decision.outcome, decision.decided_by) == ("APPROVED", "u-m1,u-m2,u-m3")
    shown = (await casework.view(application))["tasks"][-1]
    assert [d["subject"] for d in shown["decisions"]] == [None] * 3
    assert sorted(d["choice"] for d in shown["decisions"]) == ["APPROVE", "APPROVE", "DECLINE"]
    [*_, completed] = await casework.harness.outbox(TaskCompleted)
    comments = "\n".join(d["comment"] for d in shown["decisions"])
    assert completed.comment_sha256 == shown["comment_sha256"]
    assert completed.outcome == "APPROVE"
    assert hashlib.sha256(comments.encode()).hexdigest() == completed.comment_sha256
    audits = [m for m in await casework.harness.outbox(AuditRecorded) if m.action == "vote_on_task"]
    assert [set(m.detail) for m in audits] == [{"missing"}] * 2
    assert refused(await vote(casework, task, "u-m1")) == (409, "task-already-completed")


async def test_a_committee_of_which_too_few_may_vote_is_left_out(casework: Casework) -> None:
    await appointed(casework, members=[*MEMBERS[:2], "u-manager"])  # who submits the application
    _, task = await before_the_committee(casework)
    assert (await casework.get(f"/v1/tasks/{task}", "committee-member")).json()["sitting"] is None


async def test_the_minutes_say_who_voted_how_and_are_the_same_bytes(casework: Casework) -> None:
    await appointed(casework)
    _, task = await before_the_committee(casework)
    path = f"/v1/tasks/{task}/minutes"
    assert refused(await casework.get(path, "auditor")) == (404, "minutes-not-found")
    await voted(casework, task, "APPROVE", "APPROVE", "DECLINE")
    await vote(casework, task, "u-chair", conditions_before_contract=["CO_OWNER_CONSENT"])
    answer = await casework.get(path, "auditor")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert (await casework.get(path, "approver")).content == answer.content
    assert (await casework.get(path, "customer-manager", branch="310000-01")).status_code == 403


async def test_conditions_of_an_approval_are_told_with_the_decision(casework: Casework) -> None:
    _, task = await casework.in_review()
    await casework.claim(task)
    wrong = {"conditions": ["MOON_FULL"], "conditions_before_contract": []}
    refusal = await casework.complete(task, "APPROVE", amount_minor=30_000 * YUAN, **wrong)
    assert [(e["pointer"], e["code"]) for e in refusal.json()["errors"]] == [("/conditions", "condition-unknown")]
    twice = {"conditions": ["ACCOUNT_OPENED"], "conditions_before_contract": ["ACCOUNT_OPENED"]}
    refusal = await casework.complete(task, "APPROVE", amount_minor=30_000 * YUAN, **twice)
    assert {e["code"] for e in refusal.json()["errors"]} == {"condition-twice"}
    refusal = await casework.complete(task, "DECLINE", reason_codes=["R02"], conditions=["ACCOUNT_OPENED"])
    assert [e["code"] for e in refusal.json()["errors"]] == ["conditions-not-needed"]
    named = {"conditions": ["ACCOUNT_OPENED"], "conditions_before_contract": ["CO_OWNER_CONSENT"]}
    assert (await casework.complete(task, "APPROVE", amount_minor=30_000 * YUAN, **named)).status_code == 200
    [decision] = await casework.harness.outbox(DecisionMade)
    assert (decision.conditions, decision.conditions_before_contract) == (["ACCOUNT_OPENED"], ["CO_OWNER_CONSENT"])


async def test_a_committee_approves_under_the_conditions_of_all_in_favour(casework: Casework) -> None:
    _, task = await before_the_committee(casework)
    for subject, named in (
        ("u-m1", {"conditions": ["ACCOUNT_OPENED", "INSURANCE_IN_FORCE"]}),
        ("u-m2", {"conditions_before_contract": ["ACCOUNT_OPENED"]}),
        ("u-m3", {}),
    ):
        assert (await vote(casework, task, subject, **named)).status_code == 200
    [decision] = await casework.decisions()
    assert (decision.conditions, decision.conditions_before_contract) == (["INSURANCE_IN_FORCE"], ["ACCOUNT_OPENED"])
