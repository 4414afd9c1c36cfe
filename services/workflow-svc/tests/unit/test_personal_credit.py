"""The personal-credit process as dialogues, once per branch, on both executors, hot and restarted between all steps.

Every dialogue reads: something happens -> these requests, tasks and timers follow -> something happens -> ...
"""

from datetime import timedelta
from typing import Any

import pytest

from loan_servicekit.core import Conflict, Invalid

WAN = 10_000 * 100  # 万元 in fen
GIVEN = {"amount_minor": 10 * WAN, "auto_authority_minor": 20 * WAN, "committee_over_minor": 50 * WAN}
CHECKS = {"fraud-screening.requested", "risk-assessment.requested"}


def topics(effects: Any) -> set[str]:
    return {request.topic for request in effects.requests}


def collected(case: Any, missing_required: bool = False, **given: int) -> None:
    """Plays up to the two checks."""
    first = case.start(**{**GIVEN, **given})
    assert topics(first) == {"external-data.requested"}
    assert topics(case.answer("external-data.collected", missing_required=missing_required)) == CHECKS


def checked(case: Any, fraud: str, risk: str, **given: Any) -> Any:
    """Plays up to the decision; the effects of the last answer."""
    collected(case, **given)
    assert topics(case.answer("fraud.screened", fraud_outcome=fraud)) == set()
    return case.answer("risk.assessed", risk_outcome=risk, offerable=True)


def in_review(case: Any) -> None:
    """Plays up to a manual review."""
    assert [task.node_id for task in checked(case, "REVIEW", "APPROVE").tasks] == ["manual_review"]


def test_a_clean_application_is_approved_straight_through(case: Any) -> None:
    assert checked(case, "PASS", "APPROVE").result == "APPROVED"
    assert case.state.finished
    assert case.waiting == set()


def test_the_two_checks_may_answer_in_either_order(case: Any) -> None:
    collected(case)
    assert case.answer("risk.assessed", risk_outcome="APPROVE", offerable=True).result is None
    assert case.answer("fraud.screened", fraud_outcome="PASS").result == "APPROVED"


def test_a_request_carries_its_wait_and_its_deadline(case: Any) -> None:
    effects = case.start(**GIVEN)
    (request,) = effects.requests
    assert (request.wait_id, request.answer_by) == ("collect_data.1", case.now + timedelta(minutes=10))
    assert case.timers == {"collect_data_timeout.1": request.answer_by}


def test_an_answer_in_time_cancels_the_timer(case: Any) -> None:
    case.start(**GIVEN)
    case.answer("collect_data.1", missing_required=False)
    assert case.timers.keys() == {"fraud_screening_timeout.1", "risk_assessment_timeout.1"}


@pytest.mark.parametrize(("fraud", "risk"), [("DECLINE", "APPROVE"), ("PASS", "DECLINE"), ("DECLINE", "DECLINE")])
def test_a_decline_by_either_check_is_final(case: Any, fraud: str, risk: str) -> None:
    assert checked(case, fraud, risk).result == "DECLINED"


def test_a_decline_counts_before_the_committee(case: Any) -> None:
    assert checked(case, "PASS", "DECLINE", amount_minor=60 * WAN, auto_authority_minor=100 * WAN).result == "DECLINED"


@pytest.mark.parametrize(
    ("fraud", "risk", "given"),
    [
        ("REVIEW", "APPROVE", {}),
        ("STOP", "APPROVE", {}),
        ("PASS", "REFER", {}),
        ("PASS", "APPROVE", {"missing_required": True}),
        ("PASS", "APPROVE", {"amount_minor": 20 * WAN + 1}),
    ],
    ids=["fraud review", "fraud technical stop", "grey score", "source missing", "one fen above authority"],
)
def test_whatever_is_not_clean_goes_to_a_person(case: Any, fraud: str, risk: str, given: dict[str, Any]) -> None:
    """domain.md R-2.12: automatic approval must have manual-review triggers."""
    effects = checked(case, fraud, risk, **given)
    (task,) = effects.tasks
    assert (task.node_id, task.role, task.name, task.due_hours) == ("manual_review", "approver", "人工复核", 4)
    assert task.outcomes == ("APPROVE", "DECLINE", "SUPPLEMENT", "COMMITTEE")
    assert task.quorum == 1


def test_the_whole_authority_is_automatic(case: Any) -> None:
    assert checked(case, "PASS", "APPROVE", amount_minor=20 * WAN).result == "APPROVED"


@pytest.mark.parametrize(
    ("amount", "node", "quorum"),
    [
        (50 * WAN, None, 0),
        (50 * WAN + 1, "committee_review", 3),
        (300 * WAN, "committee_review", 3),
        (300 * WAN + 1, "credit_committee_review", 5),
    ],
)
def test_the_larger_the_request_the_more_people_decide_it(
    case: Any, amount: int, node: str | None, quorum: int
) -> None:
    """domain.md §15.7: > 50 万 goes to expert review, > 300 万 to at least 5 members, whatever the automatic authority."""
    effects = checked(case, "PASS", "APPROVE", amount_minor=amount, auto_authority_minor=1_000 * WAN)
    assert [task.node_id for task in effects.tasks] == ([node] if node else [])
    if node:
        (task,) = effects.tasks
        assert (task.role, task.quorum, task.due_hours) == ("committee-member", quorum, 8)


def test_a_product_may_send_less_to_the_committee(case: Any) -> None:
    effects = checked(case, "PASS", "APPROVE", amount_minor=30 * WAN, committee_over_minor=20 * WAN)
    assert [task.node_id for task in effects.tasks] == ["committee_review"]


def test_a_request_of_unknown_size_that_a_reviewer_hands_over_goes_to_the_larger_committee(case: Any) -> None:
    case.start()
    case.answer("collect_data_timeout.1")
    effects = case.answer("manual_review.1", outcome="COMMITTEE")
    assert [task.node_id for task in effects.tasks] == ["credit_committee_review"]
    assert [fault.flow for fault in effects.faults] == ["flow_to_expert_review"]


@pytest.mark.parametrize(("outcome", "result"), [("APPROVE", "APPROVED"), ("DECLINE", "DECLINED")])
def test_the_credit_committee_decides(case: Any, outcome: str, result: str) -> None:
    checked(case, "PASS", "APPROVE", amount_minor=400 * WAN)
    assert case.answer("credit_committee_review.1", outcome=outcome).result == result


def test_an_assessment_of_which_no_offer_can_be_made_goes_to_a_person(case: Any) -> None:
    """domain.md §2.6: the cap is a hard stop at pricing."""
    collected(case)
    case.answer("fraud.screened", fraud_outcome="PASS")
    effects = case.answer("risk.assessed", risk_outcome="APPROVE", offerable=False)
    assert [task.node_id for task in effects.tasks] == ["manual_review"]


@pytest.mark.parametrize(("outcome", "result"), [("APPROVE", "APPROVED"), ("DECLINE", "DECLINED")])
def test_the_committee_decides(case: Any, outcome: str, result: str) -> None:
    checked(case, "PASS", "APPROVE", amount_minor=60 * WAN)
    assert case.answer("committee_review.1", outcome=outcome).result == result


@pytest.mark.parametrize(("outcome", "result"), [("APPROVE", "APPROVED"), ("DECLINE", "DECLINED")])
def test_the_reviewer_decides(case: Any, outcome: str, result: str) -> None:
    in_review(case)
    assert case.answer("manual_review.1", outcome=outcome).result == result


def test_the_reviewer_can_hand_over_to_the_committee(case: Any) -> None:
    in_review(case)
    assert [task.node_id for task in case.answer("manual_review.1", outcome="COMMITTEE").tasks] == ["committee_review"]


def test_a_supplement_leads_back_to_collection_and_both_checks(case: Any) -> None:
    in_review(case)
    asked = case.answer("manual_review.1", outcome="SUPPLEMENT")
    assert topics(asked) == {"supplement.requested"}
    assert asked.requests[0].answer_by == case.now + timedelta(days=7)
    again = case.answer("application.supplemented")
    assert [request.wait_id for request in again.requests] == ["collect_data.2"]
    assert topics(case.answer("external-data.collected", missing_required=False)) == CHECKS
    # the other order than in the first pass: a join that remembered it would fire now
    assert case.answer("risk.assessed", risk_outcome="APPROVE", offerable=True).result is None
    assert case.answer("fraud.screened", fraud_outcome="PASS").result == "APPROVED"


def test_a_supplement_that_never_comes_leads_back_to_review(case: Any) -> None:
    in_review(case)
    case.answer("manual_review.1", outcome="SUPPLEMENT")
    assert case.wait(days=6) == []
    assert case.wait(days=1) == ["supplement_timeout.1"]
    effects = case.answer("supplement_timeout.1")
    assert case.waiting == {"manual_review.2"}
    assert [task.wait_id for task in effects.tasks] == ["manual_review.2"]


def test_a_silent_collection_goes_to_review(case: Any) -> None:
    case.start(**GIVEN)
    assert case.wait(minutes=9) == []
    (due,) = case.wait(minutes=1)
    effects = case.answer(due)
    assert case.waiting == {"manual_review.1"}
    assert [task.node_id for task in effects.tasks] == ["manual_review"]
    with pytest.raises(Conflict, match="not-waiting"):
        case.answer("external-data.collected", missing_required=False)


def test_a_review_after_silence_cannot_bypass_the_committee(case: Any) -> None:
    case.start(**GIVEN | {"amount_minor": 60 * WAN})
    case.answer("collect_data_timeout.1")
    effects = case.answer("manual_review.1", outcome="APPROVE")
    assert [task.node_id for task in effects.tasks] == ["committee_review"]


@pytest.mark.parametrize("silent", ["fraud_screening", "risk_assessment"])
def test_a_silent_check_goes_to_review_once_the_other_has_answered(case: Any, silent: str) -> None:
    collected(case)
    assert set(case.wait(minutes=5)) == {"fraud_screening_timeout.1", "risk_assessment_timeout.1"}
    assert not case.answer(f"{silent}_timeout.1").tasks
    other = {"fraud_screening": ("risk.assessed", {"risk_outcome": "APPROVE", "offerable": True}),
             "risk_assessment": ("fraud.screened", {"fraud_outcome": "PASS"})}[silent]  # fmt: skip
    assert [task.node_id for task in case.answer(other[0], **other[1]).tasks] == ["manual_review"]


def test_a_check_that_falls_silent_in_the_second_pass_does_not_leave_its_first_answer(case: Any) -> None:
    """MISS is not clean (domain.md R-7.3): an old PASS must not approve."""
    checked(case, "PASS", "REFER")
    case.answer("manual_review.1", outcome="SUPPLEMENT")
    case.answer("application.supplemented")
    case.answer("external-data.collected", missing_required=False)
    case.answer("risk.assessed", risk_outcome="APPROVE", offerable=True)
    effects = case.answer("fraud_screening_timeout.2")
    assert [task.wait_id for task in effects.tasks] == ["manual_review.2"]


def test_an_answer_counts_once(case: Any) -> None:
    collected(case)
    case.answer("fraud.screened", fraud_outcome="PASS")
    with pytest.raises(Conflict) as refused:
        case.answer("fraud.screened", fraud_outcome="DECLINE")
    assert refused.value.code == "not-waiting"
    assert case.answer("risk.assessed", risk_outcome="APPROVE", offerable=True).result == "APPROVED"


def test_a_decided_case_takes_no_second_decision(case: Any) -> None:
    in_review(case)
    case.answer("manual_review.1", outcome="APPROVE")
    with pytest.raises(Conflict) as refused:
        case.answer("manual_review.1", outcome="DECLINE")
    assert refused.value.code == "not-waiting"
    assert case.state.result == "APPROVED"


def test_a_task_takes_only_the_outcomes_it_offers(case: Any) -> None:
    in_review(case)
    with pytest.raises(Invalid) as refused:
        case.answer("manual_review.1", outcome="MAYBE")
    assert refused.value.code == "outcome-unknown"
    assert "APPROVE, DECLINE, SUPPLEMENT, COMMITTEE" in refused.value.detail


def test_a_figure_that_is_missing_leads_to_review_and_is_told(case: Any) -> None:
    case.start(amount_minor=10 * WAN, committee_over_minor=50 * WAN)
    case.answer("external-data.collected", missing_required=False)
    case.answer("fraud.screened", fraud_outcome="PASS")
    effects = case.answer("risk.assessed", risk_outcome="APPROVE", offerable=True)
    assert [task.node_id for task in effects.tasks] == ["manual_review"]
    assert [fault.flow for fault in effects.faults] == ["flow_approved_by_rules"]


def test_data_of_the_wrong_kind_are_refused(case: Any) -> None:
    with pytest.raises(Invalid) as refused:
        case.start(amount_minor="100000", auto_authority_minor=20 * WAN)
    assert [error.pointer for error in refused.value.errors] == ["/amount_minor"]


def test_a_withdrawn_case_waits_for_nothing(case: Any) -> None:
    in_review(case)
    state, effects = case.engine.cancel(case.definition, case.state, "WITHDRAWN")
    assert (effects.result, effects.closed_tasks) == ("WITHDRAWN", ("manual_review.1",))
    assert state.finished
    with pytest.raises(Conflict):
        case.engine.cancel(case.definition, state, "WITHDRAWN")


def test_the_state_keeps_what_conditions_read_and_nothing_of_the_person(case: Any) -> None:
    checked_data = {"fraud_outcome": "PASS", "person_token": "secret", "name": "somebody"}
    collected(case)
    case.answer("fraud.screened", **checked_data)
    stored = case.state.stored()
    assert b"secret" not in stored
    assert b"somebody" not in stored
    assert len(stored) < (600 if case.definition.executor == "spiff" else 300)
