"""Rules of human tasks: who may claim, hand over, decide and vote, and what a verdict needs."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import permutations
from typing import Any
from uuid import UUID

import pytest

from loan_contracts.decisions import (
    TaskClaimed,
    TaskCompleted,
    TaskCreated,
    TaskHandedOver,
    TaskOverdue,
    TaskReassigned,
    WaitingTask,
)
from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import Caller, Conflict, DomainError, Forbidden, Invalid
from workflow_svc.domain.authority.verdict import Bounds, Choice, Verdict
from workflow_svc.domain.people.person import Absence
from workflow_svc.domain.people.staff import Colleague, Staff
from workflow_svc.domain.tasks.task import Task, TaskStatus
from workflow_svc.domain.tasks.waiting import let_wait

NOW = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
WAN = 10_000 * 100
COMMENT = "收入与流水一致, 同意发放"
APPROVE = Verdict(Choice.APPROVE, COMMENT, amount_minor=10 * WAN)
DECLINE = Verdict(Choice.DECLINE, COMMENT, reason_codes=("R02", "R10"))
ALL = ("APPROVE", "DECLINE", "SUPPLEMENT", "COMMITTEE")
RATE = Decimal("0.108")
BOUNDS = Bounds(lowest_minor=WAN, highest_minor=10 * WAN, assessed_rate=RATE, highest_rate=Decimal("0.2399"))
UNPRICED = replace(BOUNDS, assessed_rate=None)
LARGE = replace(BOUNDS, highest_minor=60 * WAN)


def person(subject: str, *roles: str) -> Caller:
    return Caller(subject, subject, roles, None, frozenset(), all_branches=True)


APPROVER, OTHER = person("approver-1", "approver"), person("approver-2", "approver")


def colleague(
    subject: str, role: str = "approver", branch: str | None = None, absence: Absence | None = None, load: int = 0
) -> Colleague:
    return Colleague(subject, (role,), branch, branch is None, absence, load)


STAFF = Staff(
    [
        colleague("approver-1", load=1),
        colleague("approver-2"),
        colleague("officer", "risk-officer"),
        colleague("elsewhere", branch="0202"),
        colleague("head", "management"),
    ]
)


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
    assert task.complete(APPROVER, APPROVE, BOUNDS, 20 * WAN, NOW) is APPROVE
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
    assert refusal(lambda: task.reassign(APPROVER, "manager-1", STAFF), Forbidden) == "maker-not-checker"


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
    task.reassign(APPROVER, "approver-2", STAFF)
    assert refusal(lambda: task.complete(APPROVER, APPROVE, BOUNDS, 20 * WAN, NOW), Conflict) == "task-not-claimed"
    officer = person("approver-2", "risk-officer")  # what he was yesterday
    assert refusal(lambda: task.complete(officer, APPROVE, BOUNDS, 20 * WAN, NOW), Forbidden) == "role-missing"


def test_an_unclaimed_task_cannot_be_decided() -> None:
    assert refusal(lambda: a_task().complete(APPROVER, APPROVE, BOUNDS, 20 * WAN, NOW), Conflict) == "task-not-claimed"


def test_a_decided_task_cannot_be_decided_again() -> None:
    task = a_task()
    task.claim(APPROVER)
    task.complete(APPROVER, APPROVE, BOUNDS, 20 * WAN, NOW)
    for act in (
        lambda: task.complete(APPROVER, DECLINE, BOUNDS, 20 * WAN, NOW),
        lambda: task.claim(OTHER),
        lambda: task.unclaim(APPROVER),
        lambda: task.cancel(NOW),
    ):
        assert refusal(act, Conflict) == "task-already-completed"
    assert task.verdict is APPROVE


def test_a_cancelled_task_cannot_be_worked_on() -> None:
    task = a_task()
    task.claim(APPROVER)
    task.cancel(NOW)
    assert isinstance(task.facts[-1], AuditRecorded)
    assert refusal(lambda: task.complete(APPROVER, APPROVE, BOUNDS, 20 * WAN, NOW), Conflict) == "task-cancelled"


@pytest.mark.parametrize(
    ("verdict", "pointer", "code"),
    [
        (Verdict(Choice.APPROVE, "同意", amount_minor=WAN), "/comment", "comment-too-short"),
        (Verdict(Choice.APPROVE, "  同意同意同意同  ", amount_minor=WAN), "/comment", "comment-too-short"),
        (Verdict(Choice.APPROVE, COMMENT), "/amount_minor", "amount-out-of-range"),
        (Verdict(Choice.APPROVE, COMMENT, amount_minor=WAN - 1), "/amount_minor", "amount-out-of-range"),
        (Verdict(Choice.APPROVE, COMMENT, amount_minor=10 * WAN + 1), "/amount_minor", "amount-out-of-range"),
        (Verdict(Choice.APPROVE, COMMENT, WAN, annual_rate=RATE), "/annual_rate", "rate-assessed"),
        (Verdict(Choice.DECLINE, COMMENT), "/reason_codes", "reasons-missing"),
        (Verdict(Choice.DECLINE, COMMENT, reason_codes=("R99",)), "/reason_codes", "reason-unknown"),
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
        task.complete(APPROVER, verdict, BOUNDS, 20 * WAN, NOW)
    assert [(error.pointer, error.code) for error in refused.value.errors] == [(pointer, code)]
    assert task.status is TaskStatus.CLAIMED
    assert len(task.facts) == 1


def test_all_faults_of_a_verdict_are_told_at_once() -> None:
    with pytest.raises(Invalid) as refused:
        Verdict(Choice.DECLINE, "no", reason_codes=()).check(("APPROVE",), BOUNDS, None)
    assert [error.pointer for error in refused.value.errors] == ["/choice", "/comment", "/reason_codes"]
    with pytest.raises(Invalid) as refused:
        Verdict(Choice.APPROVE, COMMENT, 0).check(ALL, UNPRICED, None)
    assert [error.pointer for error in refused.value.errors] == ["/amount_minor", "/annual_rate"]


@pytest.mark.parametrize(
    "verdict",
    [
        Verdict(Choice.APPROVE, COMMENT, amount_minor=10 * WAN),
        Verdict(Choice.APPROVE, COMMENT, amount_minor=WAN),
        Verdict(Choice.DECLINE, COMMENT, reason_codes=("R01", "R10")),
        Verdict(Choice.SUPPLEMENT, COMMENT, document_kinds=("INCOME_PROOF", "ID_FRONT")),
        Verdict(Choice.COMMITTEE, "0123456789"),
    ],
)
def test_a_complete_verdict_is_accepted(verdict: Verdict) -> None:
    verdict.check(ALL, BOUNDS, 10 * WAN)


def errors_of(verdict: Verdict, bounds: Bounds) -> list[tuple[str, str]]:
    with pytest.raises(Invalid) as refused:
        verdict.check(ALL, bounds, None)
    return [(error.code, error.detail) for error in refused.value.errors]


def test_an_amount_out_of_range_is_told_the_range() -> None:
    """Less than the product lends could never become an offer."""
    ((code, detail),) = errors_of(Verdict(Choice.APPROVE, COMMENT, WAN - 1), BOUNDS)
    assert code == "amount-out-of-range"
    assert "from 1000000" in detail
    assert "to 10000000" in detail


@pytest.mark.parametrize(
    ("rate", "code"),
    [
        (None, "rate-missing"),
        ("0", "rate-out-of-range"),
        ("0.239901", "rate-out-of-range"),
        ("7.2", "rate-out-of-range"),
    ],
)
def test_without_an_assessed_rate_a_person_names_one_within_the_cap(rate: str | None, code: str) -> None:
    """domain.md §2.6: the cap is a hard stop at pricing."""
    named = Decimal(rate) if rate else None
    ((found, detail),) = errors_of(Verdict(Choice.APPROVE, COMMENT, WAN, annual_rate=named), UNPRICED)
    assert found == code
    assert "above 0 and at most 0.2399" in detail
    Verdict(Choice.APPROVE, COMMENT, WAN, annual_rate=Decimal("0.2399")).check(ALL, UNPRICED, None)


def test_a_product_without_a_cap_takes_rates_below_1() -> None:
    uncapped = replace(UNPRICED, highest_rate=None)
    Verdict(Choice.APPROVE, COMMENT, WAN, annual_rate=Decimal("0.999")).check(ALL, uncapped, None)
    ((code, detail),) = errors_of(Verdict(Choice.APPROVE, COMMENT, WAN, annual_rate=Decimal(1)), uncapped)
    assert code == "rate-out-of-range"
    assert "above 0 and below 1" in detail


def test_a_supplement_asks_for_documents_that_the_product_takes() -> None:
    picky = replace(BOUNDS, accepted_documents=("INCOME_PROOF", "BANK_STATEMENT"))
    Verdict(Choice.SUPPLEMENT, COMMENT, document_kinds=("BANK_STATEMENT",)).check(ALL, picky, None)
    ((code, detail),) = errors_of(
        Verdict(Choice.SUPPLEMENT, COMMENT, document_kinds=("BANK_STATEMENT", "TITLE_DEED")), picky
    )
    assert code == "document-kind-not-accepted"
    assert "TITLE_DEED" in detail
    assert "allowed are INCOME_PROOF, BANK_STATEMENT" in detail


def test_nobody_approves_above_his_authority() -> None:
    task = a_task(requested_minor=30 * WAN)
    task.claim(APPROVER)
    above = Verdict(Choice.APPROVE, COMMENT, amount_minor=20 * WAN + 1)
    assert refusal(lambda: task.complete(APPROVER, above, LARGE, 20 * WAN, NOW), Forbidden) == "authority-exceeded"
    assert task.complete(APPROVER, Verdict(Choice.APPROVE, COMMENT, amount_minor=20 * WAN), LARGE, 20 * WAN, NOW)


# The committee: three different members, two thirds in favour (domain.md §1.1, §15.7).


def test_the_third_vote_decides() -> None:
    task, (first, second, third) = a_vote(), members(3)
    assert task.complete(first, Verdict(Choice.APPROVE, COMMENT, amount_minor=60 * WAN), LARGE, 0, NOW) is None
    assert task.complete(second, DECLINE, LARGE, 0, NOW) is None
    decided = task.complete(third, Verdict(Choice.APPROVE, COMMENT, amount_minor=55 * WAN), LARGE, 0, NOW)
    assert decided is not None
    assert (decided.choice, decided.amount_minor) == (Choice.APPROVE, 55 * WAN)
    assert task.decided_by == "member-0,member-1,member-2"
    assert [type(fact) for fact in task.facts] == [AuditRecorded, AuditRecorded, TaskCompleted]


def test_one_in_favour_is_not_enough_and_the_reasons_are_joined() -> None:
    task, (first, second, third) = a_vote(), members(3)
    task.complete(first, DECLINE, LARGE, 0, NOW)
    task.complete(second, Verdict(Choice.APPROVE, COMMENT, amount_minor=WAN), LARGE, 0, NOW)
    decided = task.complete(third, Verdict(Choice.DECLINE, COMMENT, reason_codes=("R10", "R03")), LARGE, 0, NOW)
    assert decided is not None
    assert (decided.choice, decided.reason_codes) == (Choice.DECLINE, ("R10", "R02", "R03"))


@pytest.mark.parametrize(
    ("quorum", "in_favour", "approved"),
    [(3, 2, True), (3, 1, False), (5, 4, True), (5, 3, False), (6, 4, True), (2, 1, False)],
)
def test_two_thirds_are_needed(quorum: int, in_favour: int, approved: bool) -> None:
    task = a_task(role="committee-member", quorum=quorum, outcomes=("APPROVE", "DECLINE"))
    decided = None
    for number, member in enumerate(members(quorum)):
        decided = task.complete(member, APPROVE if number < in_favour else DECLINE, LARGE, 60 * WAN, NOW)
    assert decided is not None
    assert (decided.choice is Choice.APPROVE) is approved


def test_the_most_careful_terms_in_favour_count_in_whatever_order_the_votes_come() -> None:
    """The lowest amount with the rate that was named for it, the dearest where several named that amount."""
    verdicts = [
        Verdict(Choice.APPROVE, COMMENT, 60 * WAN, Decimal("0.20")),
        Verdict(Choice.APPROVE, COMMENT, 40 * WAN, Decimal("0.08")),
        Verdict(Choice.APPROVE, COMMENT, 40 * WAN, Decimal("0.09")),
    ]
    for order in permutations(verdicts):
        task = a_vote()
        *_, decided = [
            task.complete(member, verdict, replace(LARGE, assessed_rate=None), 0, NOW)
            for member, verdict in zip(members(3), order, strict=True)
        ]
        assert decided is not None
        assert (decided.amount_minor, decided.annual_rate) == (40 * WAN, Decimal("0.09"))


def test_what_most_members_hold_against_it_comes_first_in_whatever_order_they_vote() -> None:
    lists = [("R10", "R02"), ("R05", "R02"), ("R03", "R02")]
    for order in permutations(lists):
        task = a_vote()
        *_, decided = [
            task.complete(member, Verdict(Choice.DECLINE, COMMENT, reason_codes=codes), LARGE, 0, NOW)
            for member, codes in zip(members(3), order, strict=True)
        ]
        assert decided is not None
        assert decided.reason_codes == ("R02", "R03", "R05", "R10")


def test_each_vote_stays_within_what_the_product_lends() -> None:
    task, (first, *_) = a_vote(), members(3)
    too_little = Verdict(Choice.APPROVE, COMMENT, amount_minor=WAN - 1)
    assert refusal(lambda: task.complete(first, too_little, LARGE, 0, NOW), Invalid) == "verdict-invalid"
    assert task.votes == []


def test_a_member_votes_once_and_nobody_claims_a_vote() -> None:
    task, (first, *_) = a_vote(), members(3)
    assert refusal(lambda: task.claim(first), Conflict) == "task-is-voted-on"
    task.complete(first, DECLINE, LARGE, 0, NOW)
    assert refusal(lambda: task.complete(first, DECLINE, LARGE, 0, NOW), Conflict) == "already-voted"


def test_who_reviewed_the_case_has_no_vote() -> None:
    task = a_vote(makers=("manager-1", "approver-1"))
    both = person("approver-1", "approver", "committee-member")
    assert refusal(lambda: task.complete(both, DECLINE, LARGE, 0, NOW), Forbidden) == "maker-not-checker"


def test_a_vote_after_the_decision_is_refused() -> None:
    task, people = a_vote(), members(4)
    for member in people[:3]:
        task.complete(member, DECLINE, LARGE, 0, NOW)
    assert refusal(lambda: task.complete(people[3], DECLINE, LARGE, 0, NOW), Conflict) == "task-already-completed"


# Due times.


def test_a_task_tells_once_that_it_is_overdue() -> None:
    task = a_task()
    for at in (task.due_at - timedelta(seconds=1), task.due_at, task.due_at + timedelta(days=1)):
        let_wait(task, STAFF, at)
    (told,) = task.facts
    assert isinstance(told, TaskOverdue)
    assert told.recipients == ["approver-1", "approver-2", "head"]


TIMES = {"remind_at": NOW + timedelta(hours=2), "hand_over_at": NOW + timedelta(hours=6)}


def test_who_has_a_task_is_reminded_told_and_at_last_relieved_of_it() -> None:
    """domain.md §15.7: at 50 %, 100 % and 150 % of the time."""
    task = a_task(**TIMES)
    task.claim(APPROVER)
    told = []
    for hours in range(8):
        task.take_facts()
        let_wait(task, STAFF, NOW + timedelta(hours=hours))
        told.append([type(fact).__name__ for fact in task.facts])
    assert told == [[], [], ["TaskReminded"], [], ["TaskOverdue"], [], ["TaskReassigned", "TaskHandedOver"], []]
    assert (task.status, task.assignee, task.look_at) == (TaskStatus.CLAIMED, "approver-2", None)


def test_a_task_that_nobody_took_goes_to_who_has_least_in_his_hands_and_is_no_maker() -> None:
    task = a_task(makers=("approver-2",), **TIMES)
    let_wait(task, STAFF, NOW + timedelta(days=1))
    assert [type(fact) for fact in task.facts if isinstance(fact, WaitingTask)] == [TaskOverdue, TaskHandedOver]
    assert task.assignee == "approver-1"


def test_the_deputy_of_who_is_away_comes_before_who_has_less_to_do() -> None:
    away = Absence(NOW, NOW + timedelta(days=9), "approver-3")
    staff = Staff([colleague("approver-1", absence=away), colleague("approver-2"), colleague("approver-3", load=9)])
    task = a_task(status=TaskStatus.CLAIMED, assignee="approver-1", **TIMES)
    let_wait(task, staff, NOW + timedelta(days=1))
    assert task.assignee == "approver-3"
    [told] = [fact for fact in task.facts if isinstance(fact, TaskHandedOver)]
    assert (told.handed_over_by, told.recipients) == ("approver-1", ["approver-3", "approver-1"])


def test_nobody_takes_over_the_vote_of_a_member() -> None:
    task = a_vote(**TIMES)
    let_wait(task, Staff([colleague("member-0", "committee-member")]), NOW + timedelta(days=1))
    assert (task.status, task.assignee) == (TaskStatus.OPEN, None)


@pytest.mark.parametrize(
    ("to", "code"), [("nobody", "assignee-unknown"), ("officer", "assignee-unfit"), ("elsewhere", "assignee-unfit")]
)
def test_a_task_goes_to_somebody_who_may_work_on_it(to: str, code: str) -> None:
    task = a_task()
    task.claim(APPROVER)
    assert refusal(lambda: task.reassign(APPROVER, to, STAFF), Invalid) == code


def test_deputies_do_not_stand_in_for_one_another() -> None:
    first, later = (
        Absence(NOW, NOW + timedelta(days=2), "b"),
        Absence(NOW + timedelta(days=2), NOW + timedelta(days=4), "b"),
    )
    staff = Staff([colleague("a"), colleague("b", absence=Absence(NOW, NOW + timedelta(days=2), "a"))])
    with pytest.raises(Conflict) as loop:
        staff.require_deputy("a", first)
    assert loop.value.code == "delegation-loop"
    staff.require_deputy("a", later)
    with pytest.raises(Invalid) as unknown:
        staff.require_deputy("a", first._replace(deputy="c"))
    assert unknown.value.code == "assignee-unknown"


def test_a_finished_task_is_never_overdue() -> None:
    task = a_task()
    task.cancel(NOW)
    task.take_facts()
    let_wait(task, STAFF, task.due_at + timedelta(days=1))
    assert task.facts == []


ABOVE = replace(BOUNDS, limit_minor=8 * WAN)
EXCEPTION = replace(APPROVE, exceptions=("ABOVE_LIMIT",), exception_reason="老客户，已结清三笔，收入稳定")


def signed_once(task: Task | None = None) -> Task:
    """A task of one person that the first of two has approved by exception."""
    task = task or a_task()
    task.claim(APPROVER)
    assert task.complete(APPROVER, EXCEPTION, ABOVE, 50 * WAN, NOW) is None
    return task


def test_an_exception_goes_back_to_the_inbox_for_a_second_person() -> None:
    task = signed_once()
    assert (task.status, task.assignee, task.signers, task.verdict) == (TaskStatus.OPEN, None, 2, None)
    assert [type(fact) for fact in task.facts[-2:]] == [AuditRecorded, TaskReassigned]
    assert task.facts[-2].detail["exceptions"] == "ABOVE_LIMIT"
    for act in (lambda: task.claim(APPROVER), lambda: task.complete(APPROVER, EXCEPTION, ABOVE, 50 * WAN, NOW)):
        assert refusal(act, Conflict) in ("already-voted", "task-not-claimed")
    task.claim(OTHER)
    assert refusal(lambda: task.reassign(OTHER, APPROVER.subject, STAFF), Conflict) == "already-voted"
    decided = task.complete(OTHER, EXCEPTION, ABOVE, 50 * WAN, NOW)
    assert decided is not None
    assert (decided.choice, decided.exceptions, task.decided_by) == (
        Choice.APPROVE, ("ABOVE_LIMIT",), "approver-1,approver-2",
    )  # fmt: skip


@pytest.mark.parametrize(
    "verdict",
    [
        DECLINE,
        Verdict(Choice.SUPPLEMENT, COMMENT, document_kinds=("INCOME_PROOF",)),
        Verdict(Choice.COMMITTEE, COMMENT),
    ],
)
def test_who_does_not_sign_an_exception_decides_otherwise(verdict: Verdict) -> None:
    task = signed_once()
    task.claim(OTHER)
    assert task.complete(OTHER, verdict, ABOVE, 50 * WAN, NOW) == verdict


def test_a_second_person_may_approve_less_than_the_exception() -> None:
    task = signed_once()
    task.claim(OTHER)
    decided = task.complete(OTHER, replace(APPROVE, amount_minor=8 * WAN), ABOVE, 50 * WAN, NOW)
    assert decided is not None and (decided.amount_minor, decided.exceptions) == (8 * WAN, ())


@pytest.mark.parametrize(
    ("changes", "pointer", "code"),
    [
        ({"exceptions": ()}, "/exceptions", "exceptions-missing"),
        ({"exceptions": ("NOT_SCREENED", "ABOVE_LIMIT")}, "/exceptions", "exceptions-not-needed"),
        ({"exception_reason": None}, "/exception_reason", "exception-reason-missing"),
        ({"exception_reason": "因为          "}, "/exception_reason", "exception-reason-missing"),
        ({"amount_minor": 8 * WAN}, "/exceptions", "exceptions-not-needed"),
    ],
)
def test_an_exception_names_what_it_needs_and_why(changes: dict[str, Any], pointer: str, code: str) -> None:
    task = a_task()
    task.claim(APPROVER)
    with pytest.raises(Invalid) as refused:
        task.complete(APPROVER, replace(EXCEPTION, **changes), ABOVE, 50 * WAN, NOW)
    assert [(error.pointer, error.code) for error in refused.value.errors] == [(pointer, code)]
    assert task.votes == []


def test_both_signers_need_the_authority() -> None:
    task = signed_once()
    task.claim(OTHER)
    act = lambda: task.complete(OTHER, EXCEPTION, ABOVE, 10 * WAN - 1, NOW)  # noqa: E731
    assert refusal(act, Forbidden) == "authority-exceeded"


def test_a_committee_signs_exceptions_with_its_votes() -> None:
    task = a_vote()
    bounds = replace(LARGE, lacking=("EVIDENCE_MISSING",))
    vote = replace(EXCEPTION, exceptions=("EVIDENCE_MISSING",))
    found = [task.complete(member, vote, bounds, 0, NOW) for member in members(3)]
    assert found[:2] == [None, None] and found[2] is not None
    assert (found[2].exceptions, task.signers) == (("EVIDENCE_MISSING",), 3)


def test_nobody_approves_what_a_fraud_rule_declines() -> None:
    task = a_task()
    task.claim(APPROVER)
    barred = replace(BOUNDS, barred=True)
    assert refusal(lambda: task.complete(APPROVER, APPROVE, barred, 50 * WAN, NOW), Forbidden) == "approval-barred"
    assert task.complete(APPROVER, DECLINE, barred, 50 * WAN, NOW) == DECLINE


@pytest.mark.parametrize(
    ("role", "quorum", "bound"),
    [("approver", 1, True), ("approver", 2, True), ("risk-officer", 3, True), ("committee-member", 2, True),
     ("committee-member", 3, False), ("committee-member", 5, False)],
)  # fmt: skip
def test_only_a_committee_approves_beyond_the_authority_of_each(role: str, quorum: int, bound: bool) -> None:
    """domain.md §15.7: whatever quorum a diagram gives to whom."""
    task, member = a_task(role=role, quorum=quorum), person("member-1", role)
    if quorum == 1:
        task.claim(member)
    if bound:
        assert refusal(lambda: task.complete(member, APPROVE, BOUNDS, 10 * WAN - 1, NOW), Forbidden) == (
            "authority-exceeded"
        )
    else:
        assert task.complete(member, APPROVE, BOUNDS, 0, NOW) is None


def test_a_late_task_that_nobody_of_its_role_can_take_goes_to_an_approver_who_took_no_part() -> None:
    task = a_task(role="risk-officer", makers=("approver-2",), **TIMES)
    staff = Staff([colleague("approver-1"), colleague("approver-2"), colleague("head", "management")])
    let_wait(task, staff, NOW + timedelta(days=1))
    assert (task.role, task.assignee, task.status) == ("approver", "approver-1", TaskStatus.CLAIMED)
    [reassigned] = [fact for fact in task.facts if isinstance(fact, TaskReassigned)]
    assert (reassigned.assignee, reassigned.role) == ("approver-1", "approver")
