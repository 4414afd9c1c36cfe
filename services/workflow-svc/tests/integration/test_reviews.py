"""What a borrower asks about a decision becomes a task of somebody who took no part in it, and is answered."""

import hashlib
from typing import Any
from uuid import uuid4

import pytest
from casework import YUAN, Casework, refused

from loan_contracts.applications import ApplicationSubmitted, ReviewKind, ReviewRequested
from loan_contracts.assessment import RiskOutcome
from loan_contracts.decisions import DecisionMade, Outcome, ReviewStatus, ReviewUpdated, TaskOverdue
from loan_contracts.values import Reason
from loan_servicekit.testing import Harness

ANSWER = "近两年逾期三次，其中一次超过九十天；六个月后可再次申请。"
LARGE = {"amount_minor": 600_000 * YUAN, "product_max_minor": 1_000_000 * YUAN}


async def declined(casework: Casework, **changes: Any) -> tuple[ApplicationSubmitted, DecisionMade]:
    """An application that the process has declined by itself."""
    application = await casework.submitted(**changes)
    await casework.checked(application, risk={"outcome": RiskOutcome.DECLINE, "reasons": [Reason(code="R03")]})
    return application, (await casework.decisions())[-1]


async def asked(
    casework: Casework,
    application: ApplicationSubmitted,
    decision: DecisionMade,
    kind: ReviewKind = ReviewKind.HUMAN_REVIEW,
) -> str:
    """The id of the task that the borrower's request has become."""
    request = ReviewRequested(
        application_id=application.application_id, review_id=uuid4(), decision_id=decision.decision_id, kind=kind,
        requested_by="u-channel", requested_at=casework.clock(),
    )  # fmt: skip
    await casework.harness.deliver(request)
    return str((await casework.open_task(application))["id"])


async def answers(casework: Casework, application: ApplicationSubmitted, **claims: Any) -> list[dict[str, Any]]:
    path = f"/v1/applications/{application.application_id}/reviews"
    answer = await casework.get(path, claims.pop("role", "channel"), **claims)
    assert answer.status_code == 200, answer.text
    return list(answer.json()["items"])


@pytest.mark.parametrize("kind", ReviewKind)
async def test_an_upheld_decision_is_explained_and_only_the_hash_of_the_answer_travels(
    harness: Harness, casework: Casework, kind: ReviewKind
) -> None:
    application, decision = await declined(casework)
    task = await asked(casework, application, decision, kind)
    [waiting] = await answers(casework, application)
    assert (waiting["status"], waiting["answer"], waiting["kind"]) == ("OPEN", None, kind)
    shown = (await casework.get(f"/v1/tasks/{task}", "approver")).json()
    offered = ["UPHOLD", "APPROVE"] if kind is ReviewKind.HUMAN_REVIEW else ["UPHOLD"]
    assert (shown["stage"], shown["outcomes"], shown["role"]) == ("customer_review", offered, "approver")
    await casework.decided(task, "UPHOLD", answer=ANSWER)
    [told] = await answers(casework, application)
    assert (told["status"], told["answer"]) == ("UPHELD", ANSWER)
    opened, upheld = await harness.outbox(ReviewUpdated)
    assert (opened.status, opened.answer_sha256) == (ReviewStatus.OPEN, None)
    assert (upheld.status, upheld.answer_sha256) == (ReviewStatus.UPHELD, hashlib.sha256(ANSWER.encode()).hexdigest())
    assert opened.due_at == upheld.due_at
    sent = await harness.rows("select value from outbox")
    assert not any(ANSWER.encode() in bytes(value) for (value,) in sent)
    assert len(await casework.decisions()) == 1


async def test_a_decline_that_is_revised_becomes_a_second_decision_which_names_the_first(casework: Casework) -> None:
    application, first = await declined(casework)
    task = await asked(casework, application, first)
    terms = {"amount_minor": 20_000 * YUAN, "answer": "已复核收入证明，同意放款两万元。"}
    await casework.excepted(task, ["ABOVE_LIMIT"], "u-approver", "u-second", **terms)
    second = (await casework.decisions())[-1]
    assert (second.outcome, second.amount_minor, second.supersedes) == (
        Outcome.CONDITIONAL, 20_000 * YUAN, first.decision_id,
    )  # fmt: skip
    assert (second.automatic, second.decided_by, second.decision_id != first.decision_id) == (
        False, "u-approver,u-second", True,
    )  # fmt: skip
    assert (await answers(casework, application))[0]["status"] == "REVISED"
    late = ReviewRequested(
        application_id=application.application_id, review_id=uuid4(), decision_id=first.decision_id,
        kind=ReviewKind.EXPLANATION, requested_by="u-channel", requested_at=casework.clock(),
    )  # fmt: skip
    await casework.harness.deliver(late)
    assert (await casework.refusals())[-1] == "decision-superseded"


async def test_who_decided_before_or_asked_for_it_does_not_review(casework: Casework) -> None:
    application, task = await casework.in_review()
    await casework.decided(task, "DECLINE", "u-1", reason_codes=["R10"])
    review = await asked(casework, application, (await casework.decisions())[-1])
    for subject in ("u-1", "u-manager", "u-channel"):
        assert refused(await casework.claim(review, subject)) == (403, "maker-not-checker")
    await casework.decided(review, "UPHOLD", "u-2", answer=ANSWER)


async def test_what_an_approver_could_not_approve_is_reviewed_by_the_committee(casework: Casework) -> None:
    application, decision = await declined(casework, **LARGE)
    task = await asked(casework, application, decision)
    assert refused(await casework.claim(task, "u-1"))[1] in ("role-missing", "task-is-voted-on")
    for n, choice in enumerate(("UPHOLD", "APPROVE", "UPHOLD")):
        terms: dict[str, Any] = {"amount_minor": LARGE["amount_minor"], "exceptions": ["ABOVE_LIMIT"],
                                 "exception_reason": ANSWER} if choice == "APPROVE" else {}  # fmt: skip
        voted = await casework.complete(task, choice, f"u-{n}", "committee-member", answer=ANSWER, **terms)
        assert voted.status_code == 200, voted.text
    assert voted.json()["outcome"] == "UPHOLD"
    assert len(await casework.decisions()) == 1


@pytest.mark.parametrize(
    ("verdict", "pointer"),
    [
        ({"choice": "UPHOLD"}, "/answer"),
        ({"choice": "UPHOLD", "answer": "太短"}, "/answer"),
        ({"choice": "DECLINE", "answer": ANSWER, "reason_codes": ["R03"]}, "/choice"),
        ({"choice": "APPROVE", "answer": ANSWER, "amount_minor": 1}, "/amount_minor"),
        ({"choice": "APPROVE", "answer": ANSWER, "amount_minor": 30_001 * YUAN}, "/amount_minor"),
        ({"choice": "APPROVE", "answer": ANSWER, "amount_minor": 30_000 * YUAN}, "/exceptions"),
    ],
)
async def test_a_review_is_answered_within_its_bounds(
    casework: Casework, verdict: dict[str, Any], pointer: str
) -> None:
    application, decision = await declined(casework)
    task = await asked(casework, application, decision)
    await casework.claim(task)
    answer = await casework.complete(task, **verdict)
    assert answer.status_code == 422, answer.text
    assert pointer in {error["pointer"] for error in answer.json()["errors"]}


async def test_no_other_task_has_an_answer_for_the_borrower(casework: Casework) -> None:
    _, task = await casework.in_review()
    await casework.claim(task)
    answer = await casework.complete(task, "DECLINE", reason_codes=["R10"], answer=ANSWER)
    assert refused(answer) == (422, "verdict-invalid")


async def test_a_review_is_due_after_fifteen_working_days_and_its_delay_is_told(
    harness: Harness, casework: Casework
) -> None:
    application, decision = await declined(casework)
    task = await asked(casework, application, decision)
    due = (await casework.get(f"/v1/tasks/{task}", "approver")).json()["due_at"]
    assert due.startswith("2026-03-23T02")  # Monday in three weeks, at ten
    await casework.pass_time(days=22)
    assert [str(m.task_id) for m in await harness.outbox(TaskOverdue)] == [task]


@pytest.mark.parametrize(
    ("role", "branch", "status"),
    [("channel", None, 200), ("customer-manager", "310000-01", 200), ("customer-manager", "440300-01", 403),
     ("auditor", None, 200), ("collector", "310000-01", 403), ("process-designer", None, 403)],
)  # fmt: skip
async def test_the_answers_are_for_the_borrower_and_those_who_look_after_him(
    casework: Casework, role: str, branch: str | None, status: int
) -> None:
    application, _ = await declined(casework)
    answer = await casework.get(f"/v1/applications/{application.application_id}/reviews", role, branch=branch)
    assert answer.status_code == status


async def test_the_borrower_himself_reads_the_answer_and_nobody_elses(casework: Casework) -> None:
    application, decision = await declined(casework)
    task = await asked(casework, application, decision)
    await casework.decided(task, "UPHOLD", answer=ANSWER)
    path, own = f"/v1/my/applications/{application.application_id}/reviews", application.customer_id
    [told] = (await casework.get(path, "borrower", subject=str(own), customer_id=own)).json()["items"]
    assert (told["status"], told["answer"]) == ("UPHELD", ANSWER)
    for id in (application.application_id, uuid4()):
        at = f"/v1/my/applications/{id}/reviews"
        other = await casework.get(at, "borrower", subject="another", customer_id=uuid4())
        assert (other.status_code, other.json()["code"]) == (404, "case-not-found")
