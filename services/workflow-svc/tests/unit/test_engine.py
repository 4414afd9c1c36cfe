"""What the engine promises beside the seed process: every kind of wait, hot cases that are never wrong, due timers."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from loan_servicekit.core import Conflict, Invalid
from workflow_svc.domain.definitions.vocabulary import LENDING
from workflow_svc.engine import Definition, ProcessEngine, State


@pytest.fixture(params=["spiff", "token"])
def small(
    request: pytest.FixtureRequest, process: Callable[..., bytes], step: Callable[..., str], dialogue: type
) -> Callable[..., Any]:
    """A case of a small process whose elements are given as (kind, id, properties), and its flows."""

    def made(elements: list[tuple[str, str, dict[str, str]]], *flows: tuple[str, ...]) -> Any:
        engine = ProcessEngine(LENDING)
        bpmn = process("".join(step(kind, id, **more) for kind, id, more in elements), *flows)
        published = engine.publish(bpmn, 1)
        assert published.proof.equal
        return dialogue(engine, engine.load(bpmn, 1, request.param), restart=True)

    return made


def test_the_first_event_behind_an_event_based_gateway_wins(small: Callable[..., Any]) -> None:
    elements = [
        ("start", "s", {}),
        ("first", "g", {}),
        ("message", "arrived", {}),
        ("timer", "late", {"after": "P1D"}),
        ("end", "yes", {"result": "APPROVED"}),
        ("end", "no", {"result": "DECLINED"}),
    ]
    flows = [
        ("f1", "s", "g"),
        ("f2", "g", "arrived"),
        ("f3", "g", "late"),
        ("f4", "arrived", "yes"),
        ("f5", "late", "no"),
    ]
    case = small(elements, *flows)
    case.start()
    assert case.timers == {"late.1": case.now + timedelta(days=1)}
    assert case.answer("application.supplemented").result == "APPROVED"
    assert case.timers == {}
    case = small(elements, *flows)
    case.start()
    assert case.answer(*case.wait(days=1)).result == "DECLINED"


def test_a_receive_task_waits_for_a_message_or_its_timer(small: Callable[..., Any]) -> None:
    elements = [
        ("start", "s", {}),
        ("receive", "r", {}),
        ("timeout", "t", {"on": "r"}),
        ("end", "yes", {"result": "APPROVED"}),
        ("end", "no", {"result": "DECLINED"}),
    ]
    flows = [("f1", "s", "r"), ("f2", "r", "yes"), ("f3", "t", "no")]
    case = small(elements, *flows)
    case.start()
    assert case.answer("application.supplemented").result == "APPROVED"
    case = small(elements, *flows)
    case.start()
    assert case.answer("t.1").result == "DECLINED"


def test_an_intermediate_timer_delays(small: Callable[..., Any]) -> None:
    case = small(
        [("start", "s", {}), ("timer", "t", {"after": "PT1H30M"}), ("end", "e", {"result": "APPROVED"})],
        ("f1", "s", "t"),
        ("f2", "t", "e"),
    )
    case.start()
    assert case.wait(minutes=89) == []
    assert case.wait(minutes=1) == ["t.1"]
    assert case.answer("t.1").result == "APPROVED"


def test_a_reminder_leaves_its_task_open(small: Callable[..., Any]) -> None:
    case = small(
        [
            ("start", "s", {}),
            ("human", "h", {}),
            ("reminder", "t", {"on": "h"}),
            ("human", "chief", {"role": "risk-officer"}),
            ("end", "told", {}),
            ("end", "e", {"result": "APPROVED"}),
        ],
        ("f1", "s", "h"),
        ("f2", "h", "e"),
        ("f3", "t", "chief"),
        ("f4", "chief", "told"),
    )
    case.start()
    effects = case.answer("t.1")
    assert [task.role for task in effects.tasks] == ["risk-officer"]
    assert effects.closed_tasks == ()
    assert case.waiting == {"h.1", "chief.1"}
    assert case.answer("h.1", outcome="APPROVE").result is None
    assert case.answer("chief.1", outcome="APPROVE").result == "APPROVED"


def test_a_timeout_closes_the_human_task_it_stands_on(small: Callable[..., Any]) -> None:
    case = small(
        [
            ("start", "s", {}),
            ("human", "h", {}),
            ("timeout", "t", {"on": "h"}),
            ("end", "e", {"result": "APPROVED"}),
            ("end", "no", {"result": "DECLINED"}),
        ],
        ("f1", "s", "h"),
        ("f2", "h", "e"),
        ("f3", "t", "no"),
    )
    case.start()
    effects = case.answer("t.1")
    assert (effects.closed_tasks, effects.result) == (("h.1",), "DECLINED")


def test_an_end_that_terminates_closes_everything(
    process: Callable[..., bytes], step: Callable[..., str], dialogue: type
) -> None:
    terminating = step("end", "e", result="DECLINED").replace("</endEvent>", "<terminateEventDefinition/></endEvent>")
    elements = step("start", "s") + step("and", "fork") + step("human", "a") + step("human", "b") + terminating
    elements += step("end", "quiet")
    bpmn = process(
        elements, ("f1", "s", "fork"), ("f2", "fork", "a"), ("f3", "fork", "b"), ("f4", "a", "e"), ("f5", "b", "quiet")
    )
    engine = ProcessEngine(LENDING)
    with pytest.raises(Invalid, match="without a result"):
        engine.publish(bpmn.replace(b'name="result" value="DECLINED"', b'name="result" value=""'), 1)
    for executor in ("spiff", "token"):
        case = dialogue(engine, engine.load(bpmn, 1, executor), restart=False)
        case.start()
        effects = case.answer("a.1", outcome="APPROVE")
        assert (effects.result, effects.closed_tasks) == ("DECLINED", ("b.1",))


def test_one_request_topic_at_two_steps_needs_the_wait_id(small: Callable[..., Any]) -> None:
    case = small(
        [
            ("start", "s", {}),
            ("and", "fork", {}),
            ("request", "a", {}),
            ("request", "b", {}),
            ("timeout", "ta", {"on": "a"}),
            ("timeout", "tb", {"on": "b"}),
            ("xor", "xa", {}),
            ("xor", "xb", {}),
            ("and", "join", {}),
            ("end", "e", {"result": "APPROVED"}),
        ],
        ("f1", "s", "fork"),
        ("f2", "fork", "a"),
        ("f3", "fork", "b"),
        ("f4", "a", "xa"),
        ("f5", "ta", "xa"),
        ("f6", "b", "xb"),
        ("f7", "tb", "xb"),
        ("f8", "xa", "join"),
        ("f9", "xb", "join"),
        ("f10", "join", "e"),
    )
    case.start()
    with pytest.raises(Conflict, match="not for one alone"):
        case.answer("fraud.screened")
    case.answer("a.1")
    assert case.answer("fraud.screened").result == "APPROVED"


def test_a_process_too_large_to_play_through_refuses_to_get_stuck_at_run_time(
    process: Callable[..., bytes], step: Callable[..., str], dialogue: type
) -> None:
    elements = step("start", "s") + step("human", "h") + step("xor", "x", default="f3") + step("human", "a")
    elements += step("human", "b") + step("and", "join") + step("end", "e", result="APPROVED")
    flows = [
        ("f1", "s", "h"),
        ("f2", "h", "x"),
        ("f3", "x", "a"),
        ("f4", "x", "b", 'h_outcome == "APPROVE"'),
        ("f5", "a", "join"),
        ("f6", "b", "join"),
        ("f7", "join", "e"),
    ]
    engine = ProcessEngine(LENDING)
    for executor in ("spiff", "token"):
        case = dialogue(engine, engine.load(process(elements, *flows), 1, executor), restart=True)
        case.start()
        case.answer("h.1", outcome="APPROVE")
        with pytest.raises(Conflict, match="process-stuck"):
            case.answer("b.1", outcome="APPROVE")
        assert case.waiting == {"b.1"}


def test_a_process_too_large_to_play_through_does_not_end_without_a_result(
    process: Callable[..., bytes], step: Callable[..., str], dialogue: type
) -> None:
    elements = step("start", "s") + step("human", "h") + step("end", "e")
    engine = ProcessEngine(LENDING)
    case = dialogue(
        engine, engine.load(process(elements, ("f1", "s", "h"), ("f2", "h", "e")), 1, "token"), restart=False
    )
    case.start()
    with pytest.raises(Conflict, match="process-without-result"):
        case.answer("h.1", outcome="APPROVE")
    assert case.waiting == {"h.1"}


# Hot cases.


@pytest.fixture
def on_spiff(personal_credit: bytes) -> tuple[ProcessEngine, Definition]:
    engine = ProcessEngine(LENDING)
    return engine, engine.load(personal_credit, 1, "spiff")


DATA = {"amount_minor": 1, "auto_authority_minor": 1}


def test_a_rolled_back_step_can_be_taken_again_in_another_way(
    on_spiff: tuple[ProcessEngine, Definition], now: Any
) -> None:
    engine, definition = on_spiff
    before, _ = engine.start(definition, DATA, now)
    first, _ = engine.answer(definition, before, "external-data.collected", {}, now)
    again, effects = engine.answer(definition, before, "collect_data_timeout.1", {}, now)
    assert [task.node_id for task in effects.tasks] == ["manual_review"]
    repeated, _ = engine.answer(definition, before, "external-data.collected", {}, now)
    assert first == repeated != again


def test_cases_of_one_shape_share_trees_but_never_their_fate(
    on_spiff: tuple[ProcessEngine, Definition], now: Any
) -> None:
    engine, definition = on_spiff
    states = [engine.start(definition, {**DATA, "amount_minor": n}, now)[0] for n in range(4)]
    for topic, name, values in (
        ("external-data.collected", "missing_required", [False] * 4),
        ("fraud.screened", "fraud_outcome", ["PASS", "DECLINE", "REVIEW", "PASS"]),
        ("risk.assessed", "risk_outcome", ["APPROVE"] * 4),
    ):
        states = [
            engine.answer(definition, s, topic, {name: v, "offerable": True}, now)[0]
            for s, v in zip(states, values, strict=True)
        ]
    assert [state.result for state in states] == ["APPROVED", "DECLINED", None, None]
    assert [state.finished for state in states] == [True, True, False, False]


def test_few_hot_cases_change_nothing(personal_credit: bytes, now: Any) -> None:
    results = []
    for hot_cases in (0, 1, 1_000):
        engine = ProcessEngine(LENDING, hot_cases)
        definition = engine.load(personal_credit, 1, "spiff")
        states = [engine.start(definition, DATA, now)[0] for _ in range(3)]
        states = [
            engine.answer(definition, s, "external-data.collected", {"missing_required": False}, now)[0] for s in states
        ]
        states = [State.restored(s.stored()) for s in states]
        results.append(
            [engine.answer(definition, s, "risk.assessed", {"risk_outcome": "APPROVE"}, now) for s in states]
        )
    assert results[0] == results[1] == results[2]


def test_a_state_belongs_to_one_version(engine: ProcessEngine, personal_credit: bytes, now: Any) -> None:
    first, second = (engine.load(personal_credit, version, "token") for version in (1, 2))
    state, _ = engine.start(first, DATA, now)
    with pytest.raises(AssertionError):
        engine.answer(second, state, "external-data.collected", {}, now)


def test_the_drawing_shows_every_step_and_every_flow(personal_credit: bytes) -> None:
    from lxml import etree

    root = etree.fromstring(personal_credit)
    spaces = {"bpmn": "http://www.omg.org/spec/BPMN/20100524/MODEL", "di": "http://www.omg.org/spec/BPMN/20100524/DI"}
    shapes = set(root.xpath("//di:BPMNShape/@bpmnElement", namespaces=spaces))
    edges = set(root.xpath("//di:BPMNEdge/@bpmnElement", namespaces=spaces))
    flows = set(root.xpath("//bpmn:sequenceFlow/@id", namespaces=spaces))
    steps = set(root.xpath("//bpmn:process/*[@id]/@id", namespaces=spaces)) - flows
    assert shapes == steps
    assert edges == flows
    assert len(steps) == 22


INCLUSIVE = (
    [
        ("start", "s", {}),
        ("or", "which", {"default": "none"}),
        ("human", "a", {}),
        ("human", "b", {}),
        ("request", "c", {}),
        ("timeout", "late", {"on": "c"}),
        ("xor", "c_over", {}),
        ("or", "all", {}),
        ("end", "e", {"result": "APPROVED"}),
    ],
    ("f1", "s", "which"),
    ("f2", "which", "a", "amount_minor &gt; 1"),
    ("f3", "which", "b", "amount_minor &gt; 10"),
    ("f4", "which", "c", "amount_minor &gt; 100"),
    ("none", "which", "all"),
    ("f5", "a", "all"),
    ("f6", "b", "all"),
    ("f7", "c", "c_over"),
    ("f8", "late", "c_over"),
    ("f9", "c_over", "all"),
    ("f10", "all", "e"),
)


@pytest.mark.parametrize(
    ("amount", "waiting"),
    [(1, set()), (2, {"a.1"}), (11, {"a.1", "b.1"}), (101, {"a.1", "b.1", "c.1", "late.1"})],
)
def test_an_inclusive_gateway_takes_every_flow_that_holds_and_joins_what_can_still_come(
    small: Callable[..., Any], amount: int, waiting: set[str]
) -> None:
    """BPMN 2.0, formal/2011-01-03, 13.3.3: a request that was asked and has not answered is a token, too."""
    case = small(*INCLUSIVE)
    effects = case.start(amount_minor=amount)
    assert case.waiting == waiting
    for step in ("c.1", "a.1", "b.1"):
        if step in waiting:
            assert effects.result is None
            effects = case.answer(step, **({} if step == "c.1" else {"outcome": "APPROVE"}))
    assert effects.result == "APPROVED"


def test_a_message_on_the_edge_of_a_task_takes_its_place_or_comes_beside_it(small: Callable[..., Any]) -> None:
    elements = [
        ("start", "s", {}),
        ("human", "h", {}),
        ("end", "no", {"result": "DECLINED"}),
        ("end", "e", {"result": "APPROVED"}),
    ]
    flows = [("f1", "s", "h"), ("f2", "h", "e"), ("f3", "m", "no")]
    case = small([*elements, ("arrival", "m", {"on": "h"})], *flows)
    case.start()
    assert (case.waiting, case.timers) == ({"h.1", "m.1"}, {})
    effects = case.answer("application.supplemented")
    assert (effects.closed_tasks, effects.result) == (("h.1",), "DECLINED")

    elements[2] = ("end", "no", {})
    case = small([*elements, ("aside", "m", {"on": "h"})], *flows)
    case.start()
    assert case.answer("application.supplemented").closed_tasks == ()
    assert case.answer("h.1", outcome="APPROVE").result == "APPROVED"


def test_a_task_by_hand_is_a_task_and_a_decision_or_message_with_a_topic_is_a_request(
    small: Callable[..., Any],
) -> None:
    for kind in ("send", "decision"):
        case = small(
            [
                ("start", "s", {}),
                ("manual", "m", {}),
                (kind, "r", {}),
                ("timeout", "t", {"on": "r"}),
                ("end", "no", {"result": "DECLINED"}),
                ("end", "e", {"result": "APPROVED"}),
            ],
            ("f1", "s", "m"),
            ("f2", "m", "r"),
            ("f3", "r", "e"),
            ("f4", "t", "no"),
        )
        [task] = case.start().tasks
        assert (task.role, task.outcomes) == ("approver", ("APPROVE", "DECLINE"))
        [request] = case.answer("m.1", outcome="APPROVE").requests
        assert (request.topic, case.answer("risk.assessed").result) == ("risk-assessment.requested", "APPROVED")
