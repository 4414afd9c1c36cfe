"""People at work: the inbox, claiming, deciding, voting, and everything that is refused."""

import asyncio
import json
from typing import Any
from uuid import uuid4

import pytest
from casework import YUAN, Casework, refused

from loan_contracts.applications import ApplicationSupplemented
from loan_contracts.assessment import FraudOutcome
from loan_contracts.decisions import DecisionMade, Outcome, TaskClaimed, TaskCompleted, TaskCreated, TaskReassigned
from loan_contracts.operations import AuditRecorded
from loan_contracts.values import RepaymentMethod
from loan_servicekit.testing import sent
from workflow_svc.use_cases.tasks.ports import Inbox

COMMITTEE = "committee-member"


async def in_committee(casework: Casework) -> str:
    """600,000 yuan, everything clean: the task of the committee (domain.md §15.7)."""
    application = await casework.submitted(amount_minor=600_000 * YUAN, product_max_minor=1_000_000 * YUAN)
    await casework.checked(application)
    return str((await casework.open_task(application))["id"])


async def vote(casework: Casework, task: str, subject: str, choice: str = "APPROVE", **verdict: Any) -> Any:
    if choice == "APPROVE":
        verdict.setdefault("amount_minor", 600_000 * YUAN)
    return await casework.complete(task, choice, subject, COMMITTEE, **verdict)


async def test_a_task_is_claimed_decided_and_told(casework: Casework) -> None:
    _, task = await casework.in_review()
    created = await sent(casework.harness, TaskCreated)
    assert (str(created.task_id), created.branch, created.amount_minor) == (task, "310000-01", 30_000 * YUAN)
    claimed = await casework.claim(task)
    assert (claimed.status_code, claimed.json()["status"], claimed.json()["assignee"]) == (200, "CLAIMED", "u-approver")
    completed = await casework.complete(task, "APPROVE", amount_minor=30_000 * YUAN)
    assert (completed.json()["status"], completed.json()["outcome"]) == ("COMPLETED", "APPROVE")
    assert (await sent(casework.harness, TaskClaimed)).assignee == "u-approver"
    told = await sent(casework.harness, TaskCompleted)
    assert (told.stage, told.outcome, told.completed_at) == ("manual_review", "APPROVE", casework.clock())
    [decision] = await casework.decisions()
    assert (decision.outcome, decision.amount_minor) == (Outcome.APPROVED, 30_000 * YUAN)
    assert decision.repayment_method is RepaymentMethod.EQUAL_INSTALMENT


async def test_a_second_decision_is_refused(casework: Casework) -> None:
    _, task = await casework.in_review()
    await casework.decided(task, "DECLINE", reason_codes=["R05"])
    again = await casework.complete(task, "APPROVE", amount_minor=30_000 * YUAN)
    assert refused(again) == (409, "task-already-completed")
    assert refused(await casework.claim(task, "u-other")) == (409, "task-already-completed")
    assert [d.outcome for d in await casework.decisions()] == [Outcome.DECLINED]


async def test_a_repeated_completion_gives_the_same_answer_and_one_decision(casework: Casework) -> None:
    _, task = await casework.in_review()
    await casework.claim(task)
    headers = casework.harness.signer.headers("approver", subject="u-approver")
    body = {"choice": "APPROVE", "comment": "收入与公积金一致，材料齐全", "amount_minor": 2_000_000}
    path = f"/v1/tasks/{task}/completion"
    first = await casework.harness.client.post(path, headers=headers, json=body)
    again = await casework.harness.client.post(path, headers=headers, json=body)
    assert (first.status_code, first.json()) == (200, again.json())
    assert again.headers["idempotent-replayed"] == "true"
    await sent(casework.harness, DecisionMade)


async def test_of_two_people_who_reach_for_a_task_one_gets_it(casework: Casework) -> None:
    _, task = await casework.in_review()
    answers = await asyncio.gather(*(casework.claim(task, f"u-{n}") for n in range(5)))
    assert sorted(a.status_code for a in answers) == [200, 409, 409, 409, 409]
    assert {refused(a)[1] for a in answers if a.status_code == 409} == {"task-already-claimed"}
    await sent(casework.harness, TaskClaimed)


async def test_a_task_must_be_claimed_by_who_decides_it(casework: Casework) -> None:
    _, task = await casework.in_review()
    verdict = {"amount_minor": 10_000 * YUAN}
    assert refused(await casework.complete(task, "APPROVE", **verdict)) == (409, "task-not-claimed")
    await casework.claim(task)
    assert refused(await casework.complete(task, "APPROVE", "u-other", **verdict)) == (409, "task-not-claimed")
    assert refused(await casework.post(f"/v1/tasks/{task}/release", "approver", subject="u-other")) == (
        409, "task-not-claimed",
    )  # fmt: skip


async def test_a_task_can_be_given_back_and_handed_over(casework: Casework) -> None:
    _, task = await casework.in_review(submitted_by="u-manager")
    await casework.claim(task)
    released = await casework.post(f"/v1/tasks/{task}/release", "approver", subject="u-approver")
    assert (released.json()["status"], released.json()["assignee"]) == ("OPEN", None)
    await casework.claim(task, "u-second")
    path = f"/v1/tasks/{task}/reassignment"
    to_maker = await casework.post(path, "approver", subject="u-second", json={"to": "u-manager"})
    assert refused(to_maker) == (403, "maker-not-checker")
    to_nobody = await casework.post(path, "approver", subject="u-second", json={"to": "u-third"})
    assert refused(to_nobody) == (422, "assignee-unknown")
    assert to_nobody.json()["errors"][0]["pointer"] == "/to"
    await casework.get("/v1/tasks", "approver", subject="u-third")
    await casework.get("/v1/tasks", "risk-officer", subject="u-officer")
    to_officer = await casework.post(path, "approver", subject="u-second", json={"to": "u-officer"})
    assert refused(to_officer) == (422, "assignee-unfit")
    handed = await casework.post(path, "approver", subject="u-second", json={"to": "u-third"})
    assert (handed.json()["status"], handed.json()["assignee"]) == ("CLAIMED", "u-third")
    assert [m.assignee for m in await casework.harness.outbox(TaskReassigned)] == [None, "u-third"]
    decided = await casework.complete(task, "DECLINE", "u-third", reason_codes=["R05"])
    assert decided.status_code == 200


async def test_who_submitted_an_application_may_not_decide_it(casework: Casework) -> None:
    """domain.md R-9.10: maker is not checker."""
    _, task = await casework.in_review(submitted_by="u-approver")
    assert refused(await casework.claim(task)) == (403, "maker-not-checker")
    assert (await casework.claim(task, "u-other")).status_code == 200


async def test_who_drafted_or_supplemented_an_application_may_not_decide_it_though_another_submitted_it(
    casework: Casework,
) -> None:
    """domain.md R-9.10, over the whole case."""
    application, task = await casework.in_review(submitted_by="u-manager", made_by=["u-drafter", "u-papers"])
    for subject in ("u-manager", "u-drafter", "u-papers"):
        assert refused(await casework.claim(task, subject)) == (403, "maker-not-checker")
    await casework.decided(task, "SUPPLEMENT", document_kinds=["INCOME_PROOF"])
    came = ApplicationSupplemented(
        application_id=application.application_id, document_kinds=["INCOME_PROOF"], supplemented_at=casework.clock(),
        supplemented_by=["u-supplement"],
    )  # fmt: skip
    await casework.harness.deliver(came)
    await casework.checked(application, fraud={"outcome": FraudOutcome.REVIEW})
    second = (await casework.open_task(application))["id"]
    for subject in ("u-drafter", "u-approver", "u-supplement"):
        assert refused(await casework.claim(second, subject)) == (403, "maker-not-checker")
    await casework.decided(second, "DECLINE", "u-other", reason_codes=["R05"])


@pytest.mark.parametrize(
    ("role", "code"),
    [("risk-officer", "role-missing"), (COMMITTEE, "role-missing"), ("customer-manager", "permission-missing"),
     ("auditor", "permission-missing"), ("management", "permission-missing")],
)  # fmt: skip
async def test_only_the_role_of_the_task_may_work_on_it(casework: Casework, role: str, code: str) -> None:
    _, task = await casework.in_review()
    assert refused(await casework.claim(task, "u-x", role)) == (403, code)


async def test_nobody_approves_more_than_his_authority(casework: Casework) -> None:
    """domain.md §15.7: an approver decides up to 500,000 yuan; here a silent collection has kept the committee out."""
    application = await casework.submitted(amount_minor=600_000 * YUAN, product_max_minor=1_000_000 * YUAN)
    await casework.pass_time(minutes=10)
    task = (await casework.open_task(application))["id"]
    await casework.claim(task)
    lacking = {
        "exceptions": ["EVIDENCE_MISSING", "NOT_SCREENED", "NOT_ASSESSED"],
        "exception_reason": "已实地核实其经营与流水",
    }
    above = {"amount_minor": 500_000 * YUAN + 1, "annual_rate": "0.08"} | lacking
    whole = above | {"amount_minor": 500_000 * YUAN}
    assert (await casework.complete(task, "APPROVE", **whole)).status_code == 200
    assert (await casework.claim(task, "u-second")).status_code == 200
    # More than he may: his approval is heard by the committee, by the process's own way.
    assert (await casework.complete(task, "APPROVE", "u-second", **above)).status_code == 200
    assert (await casework.open_task(application))["stage"] == "committee_review"


async def test_without_an_assessment_an_approval_names_a_rate_within_the_cap(casework: Casework) -> None:
    application = await casework.submitted()
    await casework.pass_time(minutes=10)
    task = (await casework.open_task(application))["id"]
    await casework.claim(task)
    terms = {"amount_minor": 30_000 * YUAN, "exceptions": ["EVIDENCE_MISSING", "NOT_SCREENED", "NOT_ASSESSED"],
             "exception_reason": "已实地核实其经营与流水"}  # fmt: skip
    for rate, code in (({}, "rate-missing"), ({"annual_rate": "0.24"}, "rate-out-of-range")):
        answer = await casework.complete(task, "APPROVE", **terms, **rate)
        [error] = answer.json()["errors"]
        assert (answer.status_code, error["pointer"], error["code"]) == (422, "/annual_rate", code)
        assert "at most 0.2399" in error["detail"]
    named = await casework.complete(task, "APPROVE", **terms, annual_rate="0.0825")
    assert named.status_code == 200
    await casework.decided(task, "APPROVE", "u-second", **terms, annual_rate="0.0825")
    [decision] = await casework.decisions()
    assert (str(decision.annual_rate), decision.score, decision.outcome) == ("0.0825", None, Outcome.APPROVED)


@pytest.mark.parametrize(
    ("choice", "verdict", "pointer", "code"),
    [
        ("APPROVE", {"amount_minor": 5_000 * YUAN, "comment": "同意"}, "/comment", "comment-too-short"),
        ("APPROVE", {"amount_minor": 5_000 * YUAN, "comment": "同意         "}, "/comment", "comment-too-short"),
        ("APPROVE", {}, "/amount_minor", "amount-out-of-range"),
        ("APPROVE", {"amount_minor": 30_000 * YUAN + 1}, "/amount_minor", "amount-out-of-range"),
        ("APPROVE", {"amount_minor": 5_000 * YUAN - 1}, "/amount_minor", "amount-out-of-range"),
        ("APPROVE", {"amount_minor": 5_000 * YUAN, "annual_rate": "0.07"}, "/annual_rate", "rate-assessed"),
        ("DECLINE", {}, "/reason_codes", "reasons-missing"),
        ("DECLINE", {"reason_codes": ["R99"]}, "/reason_codes", "reason-unknown"),
        ("SUPPLEMENT", {}, "/document_kinds", "documents-missing"),
        ("SUPPLEMENT", {"document_kinds": ["TITLE_DEED"]}, "/document_kinds", "document-kind-not-accepted"),
    ],
)
async def test_a_verdict_that_cannot_be_carried_out_names_what_is_wrong(
    casework: Casework, choice: str, verdict: dict[str, Any], pointer: str, code: str
) -> None:
    _, task = await casework.in_review()
    await casework.claim(task)
    answer = await casework.complete(task, choice, **verdict)
    assert refused(answer) == (422, "verdict-invalid")
    assert [(e["pointer"], e["code"]) for e in answer.json()["errors"]] == [(pointer, code)]
    assert await casework.decisions() == []


@pytest.mark.parametrize(
    "body",
    [
        {"choice": "PERHAPS", "comment": "收入与公积金一致，材料齐全"},
        {"choice": "APPROVE", "comment": "收入与公积金一致\x00材料齐全", "amount_minor": 100},
        {"choice": "APPROVE", "comment": "\ud800" * 12, "amount_minor": 100},
        {"choice": "APPROVE", "comment": "x" * 2_001, "amount_minor": 100},
        {"choice": "APPROVE", "comment": "收入与公积金一致，材料齐全", "amount_minor": 2**63},
        {"choice": "APPROVE", "comment": "收入与公积金一致，材料齐全", "amount_minor": 100, "annual_rate": "NaN"},
        {"choice": "APPROVE", "comment": "收入与公积金一致，材料齐全", "amount_minor": 100, "more": 1},
        {"choice": "SUPPLEMENT", "comment": "收入与公积金一致，材料齐全", "document_kinds": ["\udfff"]},
    ],
)
async def test_malformed_completions_are_refused_at_the_door(casework: Casework, body: dict[str, Any]) -> None:
    headers = casework.harness.signer.headers("approver") | {"Content-Type": "application/json"}
    text = json.dumps(body)  # ASCII: lone surrogates travel as escapes
    answer = await casework.harness.client.post(f"/v1/tasks/{uuid4()}/completion", headers=headers, content=text)
    assert refused(answer) == (422, "request-invalid")


async def test_above_500_000_yuan_three_members_vote_and_the_lowest_amount_in_favour_counts(casework: Casework) -> None:
    """domain.md §15.7, §1.1: expert review above 500,000 yuan, at least two thirds in favour."""
    task = await in_committee(casework)
    created = await sent(casework.harness, TaskCreated)
    assert (created.role, created.stage) == (COMMITTEE, "committee_review")
    assert refused(await casework.claim(task, "u-1", COMMITTEE)) == (409, "task-is-voted-on")
    assert (await vote(casework, task, "u-1")).json()["votes"] == 1
    assert refused(await vote(casework, task, "u-1")) == (409, "already-voted")
    assert (await vote(casework, task, "u-2", "DECLINE", reason_codes=["R10"])).json()["status"] == "OPEN"
    assert await casework.decisions() == []
    last = await vote(casework, task, "u-3", amount_minor=550_000 * YUAN)
    assert (last.json()["status"], last.json()["outcome"], last.json()["votes"]) == ("COMPLETED", "APPROVE", 3)
    [decision] = await casework.decisions()
    assert (decision.outcome, decision.amount_minor) == (Outcome.CONDITIONAL, 550_000 * YUAN)
    assert (decision.decided_by, decision.automatic) == ("u-1,u-2,u-3", False)
    assert refused(await vote(casework, task, "u-4")) == (409, "task-already-completed")
    votes = [m.detail for m in await casework.harness.outbox(AuditRecorded) if m.action == "vote_on_task"]
    assert [(vote["vote"], vote["missing"]) for vote in votes] == [("APPROVE", "2"), ("DECLINE", "1")]


async def test_each_vote_stays_within_what_the_product_lends_and_the_applicant_asked_for(casework: Casework) -> None:
    task = await in_committee(casework)
    for amount in (5_000 * YUAN - 1, 600_000 * YUAN + 1):
        answer = await vote(casework, task, "u-1", amount_minor=amount)
        assert refused(answer) == (422, "verdict-invalid")
        assert "from 500000 " in answer.json()["errors"][0]["detail"]
    assert (await vote(casework, task, "u-1", amount_minor=5_000 * YUAN)).json()["votes"] == 1


async def test_without_an_assessment_the_committee_lends_at_the_rate_of_the_amount_it_takes(casework: Casework) -> None:
    application = await casework.submitted(amount_minor=600_000 * YUAN, product_max_minor=1_000_000 * YUAN)
    await casework.pass_time(minutes=10)
    review = (await casework.open_task(application))["id"]
    await casework.decided(review, "COMMITTEE")
    task = (await casework.open_task(application))["id"]
    assert refused(await vote(casework, task, "u-1")) == (422, "verdict-invalid")
    for subject, amount, rate in (("u-1", 600_000, "0.06"), ("u-2", 400_000, "0.08"), ("u-3", 500_000, "0.07")):
        answer = await vote(
            casework, task, subject, amount_minor=amount * YUAN, annual_rate=rate,
            exceptions=["EVIDENCE_MISSING", "NOT_SCREENED", "NOT_ASSESSED"], exception_reason="已实地核实其经营与流水",
        )  # fmt: skip
        assert answer.status_code == 200, answer.text
    [decision] = await casework.decisions()
    assert (decision.amount_minor, str(decision.annual_rate)) == (400_000 * YUAN, "0.08")


@pytest.mark.parametrize(("in_favour", "outcome"), [(4, Outcome.APPROVED), (3, Outcome.DECLINED)])
async def test_above_3_000_000_yuan_five_members_vote(casework: Casework, in_favour: int, outcome: Outcome) -> None:
    """domain.md §15.7: at least five members, at least two thirds in favour."""
    most = 3_000_000 * YUAN
    for amount, quorum in ((most, 3), (most + 1, 5)):
        application = await casework.submitted(amount_minor=amount, product_max_minor=10_000_000 * YUAN)
        await casework.checked(application, risk={"limit_minor": 10_000_000 * YUAN})
        task = await casework.open_task(application)
        assert (task["role"], task["quorum"]) == (COMMITTEE, quorum)
    for number in range(5):
        assert await casework.decisions() == []
        choice: dict[str, Any] = (
            {"amount_minor": most + 1} if number < in_favour else {"choice": "DECLINE", "reason_codes": ["R10"]}
        )
        assert (await vote(casework, task["id"], f"u-{number}", **choice)).status_code == 200
    assert [d.outcome for d in await casework.decisions()] == [outcome]


async def test_one_of_three_in_favour_is_a_decline_for_all_reasons_named(casework: Casework) -> None:
    task = await in_committee(casework)
    await vote(casework, task, "u-1", "DECLINE", reason_codes=["R10", "R02"])
    await vote(casework, task, "u-2")
    await vote(casework, task, "u-3", "DECLINE", reason_codes=["R02", "R05"])
    [decision] = await casework.decisions()
    assert (decision.outcome, [r.code for r in decision.reasons]) == (Outcome.DECLINED, ["R02", "R10", "R05"])


async def test_votes_that_come_together_are_all_counted(casework: Casework) -> None:
    task = await in_committee(casework)
    answers = await asyncio.gather(*(vote(casework, task, f"u-{n}") for n in range(4)))
    assert sorted(a.status_code for a in answers) == [200, 200, 200, 409]
    [decision] = await casework.decisions()
    assert decision.outcome is Outcome.APPROVED
    assert len(decision.decided_by.split(",")) == 3


async def test_who_submitted_it_may_not_vote_on_it(casework: Casework) -> None:
    application = await casework.submitted(amount_minor=600_000 * YUAN, submitted_by="u-1")
    await casework.checked(application)
    task = (await casework.open_task(application))["id"]
    assert refused(await vote(casework, task, "u-1")) == (403, "maker-not-checker")


async def test_a_reviewer_can_hand_a_case_to_the_committee(casework: Casework) -> None:
    application, task = await casework.in_review()
    await casework.decided(task, "COMMITTEE")
    second = await casework.open_task(application)
    assert (second["stage"], second["role"], second["quorum"]) == ("committee_review", COMMITTEE, 3)
    assert refused(await vote(casework, second["id"], "u-approver", amount_minor=30_000 * YUAN)) == (
        403,
        "maker-not-checker",
    )


async def test_the_inbox_shows_each_role_its_tasks_and_auditors_all(casework: Casework) -> None:
    _, review = await casework.in_review()
    committee = await in_committee(casework)
    for role, expected in (("approver", [review]), (COMMITTEE, [committee]), ("auditor", [review, committee]),
                           ("risk-officer", [])):  # fmt: skip
        listed = await casework.get("/v1/tasks", role)
        assert [t["id"] for t in listed.json()["items"]] == expected, role
    assert refused(await casework.get("/v1/tasks", "customer-manager")) == (403, "permission-missing")


async def test_the_inbox_is_read_page_by_page_by_due_time(casework: Casework) -> None:
    tasks = []
    for _ in range(5):
        tasks.append((await casework.in_review())[1])
        casework.clock.move(minutes=7)
    seen, cursor = [], ""
    while True:
        listed = (await casework.get(f"/v1/tasks?limit=2{cursor}", "approver")).json()
        seen += [t["id"] for t in listed["items"]]
        assert len(listed["items"]) <= 2
        if not listed["next_cursor"]:
            break
        cursor = f"&cursor={listed['next_cursor']}"
    assert seen == tasks


async def test_tasks_due_at_the_same_moment_are_neither_lost_nor_repeated_between_pages(casework: Casework) -> None:
    tasks = {(await casework.in_review())[1] for _ in range(3)}
    first = (await casework.get("/v1/tasks?limit=2", "approver")).json()
    second = (await casework.get(f"/v1/tasks?limit=2&cursor={first['next_cursor']}", "approver")).json()
    assert len(first["items"]) == 2
    assert {t["id"] for t in first["items"] + second["items"]} == tasks


async def test_the_inbox_can_be_narrowed(casework: Casework) -> None:
    application, mine = await casework.in_review()
    _, other = await casework.in_review()
    _, done = await casework.in_review()
    await casework.claim(mine)
    await casework.claim(other, "u-other")
    await casework.decided(done, "DECLINE", reason_codes=["R05"])
    for query, expected in (
        ("mine=true", {mine, done}),
        ("mine=true&status=CLAIMED", {mine}),
        ("status=COMPLETED", {done}),
        (f"application_id={application.application_id}", {mine}),
        ("status=OPEN", set()),
    ):
        listed = await casework.get(f"/v1/tasks?{query}", "approver", subject="u-approver")
        assert {t["id"] for t in listed.json()["items"]} == expected, query


async def test_the_inbox_of_one_branch_shows_that_branch_alone(casework: Casework) -> None:
    """No role that works on tasks is bound to a branch today; the read behind the inbox is."""
    _, own = await casework.in_review(branch="310000-01")
    _, other = await casework.in_review(branch="310000-02")
    queries = casework.harness.app.state.ports.tasks
    for branch, expected in (("310000-02", [other]), ("310000-03", []), (None, [own, other])):
        found = await queries.tasks(Inbox(("approver",), branch), None, 10)
        assert {str(task.id) for task in found} == set(expected)


@pytest.mark.parametrize("cursor", ["x", "bnVsbA", "WyIyMDI2IiwgIngiXQ", "W10", "WzEsMl0", "WyIyMDI2LTAxLTAxIiwieCJd"])
async def test_a_cursor_that_was_not_given_is_refused(casework: Casework, cursor: str) -> None:
    assert refused(await casework.get(f"/v1/tasks?cursor={cursor}", "approver")) == (422, "cursor-invalid")


async def test_an_unknown_task_is_not_found(casework: Casework) -> None:
    unknown = uuid4()
    assert refused(await casework.get(f"/v1/tasks/{unknown}", "approver")) == (404, "task-not-found")
    assert refused(await casework.claim(str(unknown))) == (404, "task-not-found")
    assert refused(await casework.complete(str(unknown), "DECLINE", reason_codes=["R05"])) == (404, "task-not-found")
