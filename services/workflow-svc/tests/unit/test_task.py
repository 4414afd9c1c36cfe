"""Rules of human tasks: who may claim, hand over, decide and vote, and what a verdict needs."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from loan_contracts.messages import (
    AuditRecorded,
    TaskClaimed,
    TaskCompleted,
    TaskCreated,
    TaskOverdue,
    TaskReassigned,
)
from loan_servicekit.core import Caller, Conflict, DomainError, Forbidden, Invalid
from workflow_svc.domain.task import Task, TaskStatus
from workflow_svc.domain.verdict import Choice, Verdict

NOW = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
WAN = 10_000 * 100
COMMENT = "收入与流水一致, 同意发放"
APPROVE = Verdict(Choice.APPROVE, COMMENT, amount_minor=10 * WAN)
DECLINE = Verdict(Choice.DECLINE, COMMENT, reason_codes=("R02", "R10"))
ALL = ("APPROVE", "DECLINE", "SUPPLEMENT", "COMMITTEE")


def person(subject: str, *roles: str) -> Caller:
    return Caller(subject, subject, roles, None, frozenset(), all_branches=True)


APPROVER, OTHER = person("approver-1", "approver"), person("approver-2", "approver")


def a_task(**changes: Any) -> Task:
    fields = {
        "id": UUID(int=1), "case_id": UUID(int=2), "application_id": UUID(int=3), "wait_id": "manual_review.1",
        "stage": "manual_review", "name": "人工复核", "role": "approver", "branch": "0101", "requested_minor": 10 * WAN,
        "outcomes": ALL, "makers": ("manager-1",), "created_at": NOW, "due_at": NOW + timedelta(hours=4),
    }  # fmt: skip
    return Task(**{**fields, **changes})


def a_vote(**changes: Any) -> Task:
    return a_task(
        role="committee-member", quorum=3, outcomes=("APPROVE", "DECLINE"), requested_minor=60 * WAN, **changes
    )


def members(number: int) -> list[Caller]:
    return [person(f"member-{n}", "committee-member") for n in range(number)]


def refusal(act: Callable[[], Any], kind: type[DomainError]) -> str:
    """The code of the refusal; the task must not have recorded anything."""
    with pytest.raises(kind) as refused:
        act()
    return refused.value.code


def test_a_task_tells_that_it_waits() -> None:
    task = a_task()
    task.open(hints=("F-01",))
    (told,) = task.facts
    assert isinstance(told, TaskCreated)
    assert (told.role, told.stage, told.amount_minor, told.hints) == ("approver", "manual_review", 10 * WAN, ["F-01"])
    assert told.key == str(task.case_id)


def test_claim_decide_and_what_is_told() -> None:
    task = a_task()
    task.claim(APPROVER)
    assert task.complete(APPROVER, APPROVE, 20 * WAN, NOW) is APPROVE
    assert (task.status, task.decided_by, task.completed_at) == (TaskStatus.COMPLETED, "approver-1", NOW)
    assert [type(fact) for fact in task.facts] == [TaskClaimed, TaskCompleted]
    assert [fact.sequence for fact in task.facts] == [1, 2]
    assert task.facts[-1].outcome == "APPROVE"  # type: ignore[attr-defined]


def test_a_task_is_claimed_once() -> None:
    task = a_task()
    task.claim(APPROVER)
    assert refusal(lambda: task.claim(OTHER), Conflict) == "task-already-claimed"
    assert refusal(lambda: task.claim(APPROVER), Conflict) == "task-already-claimed"


def test_only_the_role_may_claim() -> None:
    task = a_task()
    assert refusal(lambda: task.claim(person("x", "risk-officer", "finance")), Forbidden) == "role-missing"
    assert task.facts == []


def test_a_maker_is_no_checker() -> None:
    """domain.md R-9.10: who submitted the application may not decide it, whatever roles he has."""
    task = a_task()
    maker = person("manager-1", "customer-manager", "approver")
    assert refusal(lambda: task.claim(maker), Forbidden) == "maker-not-checker"
    task.claim(APPROVER)
    assert refusal(lambda: task.reassign(APPROVER, "manager-1"), Forbidden) == "maker-not-checker"


def test_a_claimed_task_can_be_given_back_and_taken_by_another() -> None:
    task = a_task()
    task.claim(APPROVER)
    assert refusal(lambda: task.unclaim(OTHER), Conflict) == "task-not-claimed"
    task.unclaim(APPROVER)
    task.claim(OTHER)
    assert task.assignee == "approver-2"
    assert isinstance(task.facts[1], TaskReassigned)
    assert task.facts[1].assignee is None


def test_a_task_can_be_handed_over_and_the_receiver_needs_the_role() -> None:
    task = a_task()
    task.claim(APPROVER)
    task.reassign(APPROVER, "officer-1")
    assert refusal(lambda: task.complete(APPROVER, APPROVE, 20 * WAN, NOW), Conflict) == "task-not-claimed"
    officer = person("officer-1", "risk-officer")
    assert refusal(lambda: task.complete(officer, APPROVE, 20 * WAN, NOW), Forbidden) == "role-missing"


def test_an_unclaimed_task_cannot_be_decided() -> None:
    assert refusal(lambda: a_task().complete(APPROVER, APPROVE, 20 * WAN, NOW), Conflict) == "task-not-claimed"


def test_a_decided_task_cannot_be_decided_again() -> None:
    task = a_task()
    task.claim(APPROVER)
    task.complete(APPROVER, APPROVE, 20 * WAN, NOW)
    for act in (
        lambda: task.complete(APPROVER, DECLINE, 20 * WAN, NOW),
        lambda: task.claim(OTHER),
        lambda: task.unclaim(APPROVER),
        lambda: task.cancel(),
    ):
        assert refusal(act, Conflict) == "task-already-completed"
    assert task.verdict is APPROVE


def test_a_cancelled_task_cannot_be_worked_on() -> None:
    task = a_task()
    task.claim(APPROVER)
    task.cancel()
    assert isinstance(task.facts[-1], AuditRecorded)
    assert refusal(lambda: task.complete(APPROVER, APPROVE, 20 * WAN, NOW), Conflict) == "task-cancelled"


@pytest.mark.parametrize(
    ("verdict", "pointer", "code"),
    [
        (Verdict(Choice.APPROVE, "同意", amount_minor=WAN), "/comment", "comment-too-short"),
        (Verdict(Choice.APPROVE, "  同意同意同意同  ", amount_minor=WAN), "/comment", "comment-too-short"),
        (Verdict(Choice.APPROVE, COMMENT), "/amount_minor", "amount-out-of-range"),
        (Verdict(Choice.APPROVE, COMMENT, amount_minor=0), "/amount_minor", "amount-out-of-range"),
        (Verdict(Choice.APPROVE, COMMENT, amount_minor=10 * WAN + 1), "/amount_minor", "amount-out-of-range"),
        (Verdict(Choice.APPROVE, COMMENT, WAN, annual_rate=Decimal("7.2")), "/annual_rate", "rate-out-of-range"),
        (Verdict(Choice.DECLINE, COMMENT), "/reason_codes", "reasons-missing"),
        (Verdict(Choice.DECLINE, COMMENT, reason_codes=("R11",)), "/reason_codes", "reason-unknown"),
        (Verdict(Choice.SUPPLEMENT, COMMENT), "/document_kinds", "documents-missing"),
        (
            Verdict(Choice.SUPPLEMENT, COMMENT, document_kinds=("收入证明",)),
            "/document_kinds",
            "document-kind-malformed",
        ),
    ],
)
def test_a_verdict_needs_what_its_choice_asks_for(verdict: Verdict, pointer: str, code: str) -> None:
    task = a_task()
    task.claim(APPROVER)
    with pytest.raises(Invalid) as refused:
        task.complete(APPROVER, verdict, 20 * WAN, NOW)
    assert [(error.pointer, error.code) for error in refused.value.errors] == [(pointer, code)]
    assert task.status is TaskStatus.CLAIMED
    assert len(task.facts) == 1


def test_all_faults_of_a_verdict_are_told_at_once() -> None:
    with pytest.raises(Invalid) as refused:
        Verdict(Choice.DECLINE, "no", reason_codes=()).check(("APPROVE",), WAN, None)
    assert [error.pointer for error in refused.value.errors] == ["/choice", "/comment", "/reason_codes"]


@pytest.mark.parametrize(
    "verdict",
    [
        Verdict(Choice.APPROVE, COMMENT, amount_minor=10 * WAN),
        Verdict(Choice.APPROVE, COMMENT, amount_minor=1),
        Verdict(Choice.DECLINE, COMMENT, reason_codes=("R01", "R10")),
        Verdict(Choice.SUPPLEMENT, COMMENT, document_kinds=("INCOME_PROOF", "ID_FRONT")),
        Verdict(Choice.COMMITTEE, "0123456789"),
    ],
)
def test_a_complete_verdict_is_accepted(verdict: Verdict) -> None:
    verdict.check(ALL, 10 * WAN, 10 * WAN)


def test_nobody_approves_above_his_authority() -> None:
    task = a_task(requested_minor=30 * WAN)
    task.claim(APPROVER)
    above = Verdict(Choice.APPROVE, COMMENT, amount_minor=20 * WAN + 1)
    assert refusal(lambda: task.complete(APPROVER, above, 20 * WAN, NOW), Forbidden) == "authority-exceeded"
    assert task.complete(APPROVER, Verdict(Choice.APPROVE, COMMENT, amount_minor=20 * WAN), 20 * WAN, NOW)


# The committee: three different members, two thirds in favour (domain.md §1.1, §15.7).


def test_the_third_vote_decides() -> None:
    task, (first, second, third) = a_vote(), members(3)
    assert task.complete(first, Verdict(Choice.APPROVE, COMMENT, amount_minor=60 * WAN), 0, NOW) is None
    assert task.complete(second, DECLINE, 0, NOW) is None
    decided = task.complete(third, Verdict(Choice.APPROVE, COMMENT, amount_minor=55 * WAN), 0, NOW)
    assert decided is not None
    assert (decided.choice, decided.amount_minor) == (Choice.APPROVE, 55 * WAN)
    assert task.decided_by == "member-0,member-1,member-2"
    assert [type(fact) for fact in task.facts] == [AuditRecorded, AuditRecorded, TaskCompleted]


def test_one_in_favour_is_not_enough_and_the_reasons_are_joined() -> None:
    task, (first, second, third) = a_vote(), members(3)
    task.complete(first, DECLINE, None, NOW)
    task.complete(second, Verdict(Choice.APPROVE, COMMENT, amount_minor=WAN), None, NOW)
    decided = task.complete(third, Verdict(Choice.DECLINE, COMMENT, reason_codes=("R10", "R03")), None, NOW)
    assert decided is not None
    assert (decided.choice, decided.reason_codes) == (Choice.DECLINE, ("R02", "R10", "R03"))


@pytest.mark.parametrize(
    ("quorum", "in_favour", "approved"),
    [(3, 2, True), (3, 1, False), (5, 4, True), (5, 3, False), (6, 4, True), (2, 1, False)],
)
def test_two_thirds_are_needed(quorum: int, in_favour: int, approved: bool) -> None:
    task = a_task(role="committee-member", quorum=quorum, outcomes=("APPROVE", "DECLINE"))
    decided = None
    for number, member in enumerate(members(quorum)):
        decided = task.complete(member, APPROVE if number < in_favour else DECLINE, None, NOW)
    assert decided is not None
    assert (decided.choice is Choice.APPROVE) is approved


def test_a_member_votes_once_and_nobody_claims_a_vote() -> None:
    task, (first, *_) = a_vote(), members(3)
    assert refusal(lambda: task.claim(first), Conflict) == "task-is-voted-on"
    task.complete(first, DECLINE, None, NOW)
    assert refusal(lambda: task.complete(first, DECLINE, None, NOW), Conflict) == "already-voted"


def test_who_reviewed_the_case_has_no_vote() -> None:
    task = a_vote(makers=("manager-1", "approver-1"))
    both = person("approver-1", "approver", "committee-member")
    assert refusal(lambda: task.complete(both, DECLINE, None, NOW), Forbidden) == "maker-not-checker"


def test_a_vote_after_the_decision_is_refused() -> None:
    task, people = a_vote(), members(4)
    for member in people[:3]:
        task.complete(member, DECLINE, None, NOW)
    assert refusal(lambda: task.complete(people[3], DECLINE, None, NOW), Conflict) == "task-already-completed"


# Due times.


def test_a_task_tells_once_that_it_is_overdue() -> None:
    task = a_task()
    assert not task.tell_overdue(task.due_at - timedelta(seconds=1))
    assert task.tell_overdue(task.due_at)
    assert not task.tell_overdue(task.due_at + timedelta(days=1))
    (told,) = task.facts
    assert isinstance(told, TaskOverdue)


def test_a_finished_task_is_never_overdue() -> None:
    task = a_task()
    task.cancel()
    assert not task.tell_overdue(task.due_at + timedelta(days=1))
