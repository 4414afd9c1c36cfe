"""Running cases on another version of their process: every place must mean the same there, or nothing is moved."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workflow_svc.engine import Definition, ProcessEngine, State

ANSWERS: dict[str, list[dict[str, Any]]] = {
    "collect_data": [{"missing_required": False}, {"missing_required": True}],
    "fraud_screening": [{"fraud_outcome": "PASS"}, {"fraud_outcome": "REVIEW"}],
    "risk_assessment": [{"risk_outcome": "APPROVE", "offerable": True}, {"risk_outcome": "REFER"}],
    "manual_review": [{"outcome": "SUPPLEMENT"}, {"outcome": "COMMITTEE"}, {"outcome": "DECLINE"}],
    "committee_review": [{"outcome": "APPROVE"}],
    "credit_committee_review": [{"outcome": "DECLINE"}],
}
GIVEN = {"amount_minor": 10_000_000, "auto_authority_minor": 5_000_000, "committee_over_minor": 50_000_000}


def moved(engine: ProcessEngine, case: Any, after: Definition) -> Any:
    return engine.move(case.definition, case.state, after, GIVEN, case.now)


def gaps(found: Any) -> set[tuple[str, str]]:
    assert found.state is None
    return {(gap.element, gap.code) for gap in found.gaps}


@settings(deadline=None, suppress_health_check=list(HealthCheck), database=None, max_examples=60)
@given(data=st.data())
def test_a_case_goes_on_alike_on_the_same_process_under_another_number(
    data: st.DataObject, engine: ProcessEngine, personal_credit: bytes, dialogue: Any
) -> None:
    before, after = (engine.load(personal_credit, version, "token") for version in (1, 2))
    stays, goes = dialogue(engine, before, True), dialogue(engine, before, True)
    stays.start(**GIVEN)
    goes.start(**GIVEN)
    at = data.draw(st.integers(0, 4))
    for step in range(12):
        if step == at:
            found = moved(engine, goes, after)
            assert (found.gaps, found.begun) == ((), ())
            goes.definition, goes.state = after, State.restored(found.state.stored())
        assert goes.waiting == stays.waiting
        if not goes.waiting:
            break
        to = data.draw(st.sampled_from(sorted(goes.waiting)))
        answer = data.draw(st.sampled_from(ANSWERS.get(to.rpartition(".")[0], [{}])))
        assert goes.answer(to, **answer) == stays.answer(to, **answer)
        assert replace(goes.state, version=0) == replace(stays.state, version=0)


@pytest.fixture
def waiting(engine: ProcessEngine, personal_credit: bytes, dialogue: Any) -> Any:
    """A case in review."""
    case = dialogue(engine, engine.load(personal_credit, 1, "token"), True)
    case.start(**GIVEN)
    case.answer("external-data.collected", missing_required=False)
    case.answer("fraud.screened", fraud_outcome="REVIEW")
    case.answer("risk.assessed", risk_outcome="APPROVE", offerable=True)
    assert case.waiting == {"manual_review.1"}
    return case


@pytest.mark.parametrize(
    ("before", "after", "gap"),
    [
        ('id="manual_review"', 'id="second_look"', ("manual_review", "element-gone")),
        ("APPROVE, DECLINE, SUPPLEMENT, COMMITTEE", "APPROVE, DECLINE, SUPPLEMENT", ("manual_review", "step-changed")),
        (
            'name="人工复核" camunda:candidateGroups="approver"',
            'name="复核" camunda:candidateGroups="risk-officer"',
            ("manual_review", "step-changed"),
        ),
        ("missing_required == false", "score &gt; 600", ("personal-credit", "variable-unknown")),
    ],
)
def test_what_does_not_fit_is_named_and_nothing_is_moved(
    engine: ProcessEngine, personal_credit: bytes, waiting: Any, before: str, after: str, gap: tuple[str, str]
) -> None:
    text = personal_credit.decode()
    assert before in text
    changed = text.replace(before, after)
    for name in ("sourceRef", "targetRef"):
        changed = (
            changed.replace(f'{name}="manual_review"', f'{name}="second_look"') if "second_look" in after else changed
        )
    changed = changed.replace("manual_review_outcome", "second_look_outcome") if "second_look" in after else changed
    changed = (
        changed.replace('bpmnElement="manual_review"', 'bpmnElement="second_look"')
        if "second_look" in after
        else changed
    )
    assert gap in gaps(moved(engine, waiting, engine.load(changed.encode(), 2, "token")))


def test_a_version_that_is_not_proven_keeps_its_cases(
    engine: ProcessEngine, personal_credit: bytes, waiting: Any
) -> None:
    after = engine.load(personal_credit, 2, "spiff")
    assert gaps(moved(engine, waiting, after)) == {("personal-credit", "executor-differs")}


def test_a_timer_that_the_other_version_has_begins_to_run(
    engine: ProcessEngine, process: Any, step: Any, dialogue: Any
) -> None:
    parts = step("start", "s") + step("human", "h") + step("xor", "m") + step("end", "e", result="APPROVED")
    flows = [("a", "s", "h"), ("b", "h", "m"), ("c", "m", "e")]
    before = engine.publish(process(parts, *flows), 1).definition
    after = engine.publish(process(parts + step("timeout", "t", on="h"), *flows, ("late", "t", "m")), 2).definition
    case = dialogue(engine, before, True)
    case.start()
    found = moved(engine, case, after)
    assert found.begun == ("t",)
    case.definition, case.state = after, State.restored(found.state.stored())
    assert case.timers == {"t.1": case.now + timedelta(minutes=5)}
    assert case.answer("t.1").result == "APPROVED"
    back = engine.move(after, found.state, before, {}, case.now)  # and is forgotten again
    assert engine.waiting(before, back.state) == ["h.1"]


def test_a_branch_that_has_arrived_keeps_its_join(
    engine: ProcessEngine, process: Any, step: Any, dialogue: Any
) -> None:
    parts = [step("start", "s"), step("and", "f"), step("human", "a"), step("human", "b"), step("and", "j")]
    parts.append(step("end", "e", result="APPROVED"))
    flows = [("f1", "s", "f"), ("f2", "f", "a"), ("f3", "f", "b"), ("f4", "a", "j"), ("f5", "b", "j"), ("f6", "j", "e")]
    before = engine.publish(process("".join(parts), *flows), 1).definition
    case = dialogue(engine, before, True)
    case.start()
    case.answer("a.1", outcome="APPROVE")
    renamed = [("g4" if id == "f4" else id, *ends) for id, *ends in flows]
    after = engine.publish(process("".join(parts), *renamed), 2).definition
    assert gaps(moved(engine, case, after)) == {("f4", "join-changed")}
    reordered = engine.publish(process("".join(parts), *reversed(flows)), 2).definition
    found = moved(engine, case, reordered)
    case.definition, case.state = reordered, found.state
    assert case.answer("b.1", outcome="APPROVE").result == "APPROVED"


def test_what_goes_on_inside_a_step_is_moved_with_it(
    engine: ProcessEngine, process: Any, step: Any, dialogue: Any
) -> None:
    inner = step("start", "s1") + step("human", "{}") + step("human", "later") + step("end", "e1")
    inner += '<sequenceFlow id="i1" sourceRef="s1" targetRef="{0}"/><sequenceFlow id="i2" sourceRef="{0}" targetRef="later"/>'
    inner += '<sequenceFlow id="i3" sourceRef="later" targetRef="e1"/>'
    outer = step("start", "s") + f'<subProcess id="sub">{inner}</subProcess>' + step("end", "e", result="APPROVED")
    flows = [("a", "s", "sub"), ("b", "sub", "e")]

    def published(name: str, version: int) -> Definition:
        text = outer.replace('id="{}"', f'id="{name}"').replace("{0}", name)
        return engine.publish(process(text, *flows), version).definition

    case = dialogue(engine, published("first", 1), True)
    case.start()
    assert gaps(moved(engine, case, published("other", 2))) == {("first", "element-gone")}
    case.answer("sub.1[1]/first.1", outcome="APPROVE")
    after = published("other", 2)
    found = moved(engine, case, after)
    case.definition, case.state = after, State.restored(found.state.stored())
    assert case.answer("sub.1[1]/later.1", outcome="APPROVE").result == "APPROVED"
