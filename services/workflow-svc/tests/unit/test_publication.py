"""What cannot be published, and why: every refusal names the element, what is wrong, and what is allowed."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from loan_contracts.access import ROLES, TASK_ROLES
from loan_servicekit.core import Invalid
from workflow_svc.engine import ProcessEngine
from workflow_svc.engine.bpmn import Element
from workflow_svc.engine.inside.offers import check_evidence
from workflow_svc.engine.table import NodeKind

NOW = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
FLOWS = (("f1", "s", "r"), ("f2", "r", "e"), ("f3", "t", "no"))
BRANCHES = [
    ("f1", "s", "r"),
    ("f2", "r", "g"),
    ("f3", "t", "g"),
    ("yes", "g", "e", 'fraud_outcome == "PASS"'),
    ("no", "g", "n"),
]


def refused(engine: ProcessEngine, bpmn: bytes) -> list[tuple[str, str, str]]:
    """The findings: element, code, detail."""
    with pytest.raises(Invalid) as error:
        engine.publish(bpmn, 1)
    assert error.value.code == "process-not-publishable"
    return [(e.pointer.removeprefix("/elements/"), e.code, e.detail) for e in error.value.errors]


@pytest.fixture
def straight(process: Callable[..., bytes], step: Callable[..., str]) -> Callable[..., bytes]:
    """start -> request with timeout -> end, with one of the elements replaced, left out or added."""

    def made(add: str = "", flows: tuple[tuple[str, ...], ...] = FLOWS, **replaced: str) -> bytes:
        elements = {
            "s": step("start", "s"),
            "r": step("request", "r"),
            "t": step("timeout", "t", on="r"),
            "e": step("end", "e", result="APPROVED"),
            "no": step("end", "no", result="DECLINED"),
        } | replaced
        return process("".join(elements.values()) + add, *flows)

    return made


@pytest.fixture
def branching(process: Callable[..., bytes], step: Callable[..., str]) -> Callable[..., bytes]:
    """A request whose answer decides at a gateway, with another condition or other flows."""

    def made(condition: str | None = None, flows: list[Any] | None = None, default: str = "no") -> bytes:
        gateway = step("xor", "g", **({"default": default} if default else {}))
        elements = step("start", "s") + step("request", "r") + step("timeout", "t", on="r") + gateway
        elements += step("end", "e", result="APPROVED") + step("end", "n", result="DECLINED")
        flows = flows or [
            flow if flow[0] != "yes" or condition is None else (*flow[:3], condition) for flow in BRANCHES
        ]
        return process(elements, *flows)

    return made


def test_the_patterns_of_these_tests_can_be_published(
    engine: ProcessEngine, straight: Callable[..., bytes], branching: Callable[..., bytes]
) -> None:
    assert engine.publish(straight(), 1).proof.equal
    assert engine.publish(branching(), 1).proof.equal


def test_several_faults_are_told_at_once(engine: ProcessEngine, straight: Callable[..., bytes], step: Any) -> None:
    findings = refused(
        engine, straight(r=step("request", "r", topic="credit.check"), e=step("end", "e", result="MAYBE"))
    )
    assert [(element, code) for element, code, _ in findings] == [("r", "request-unknown"), ("e", "result-unknown")]
    assert "external-data.requested, fraud-screening.requested" in findings[0][2]
    assert "APPROVED, DECLINED" in findings[1][2]


@pytest.mark.parametrize(
    ("left_out", "flows", "expected"),
    [
        ("t", FLOWS[:2], ("r", "wait-without-timeout", "boundary timer")),
        ("s", FLOWS[1:], ("small", "start-not-one", "0 start events")),
    ],
)
def test_what_is_missing_is_named(
    engine: ProcessEngine, straight: Callable[..., bytes], left_out: str, flows: Any, expected: tuple[str, str, str]
) -> None:
    findings = refused(engine, straight(flows=flows, **{left_out: ""}))
    assert (expected[0], expected[1]) in [(element, code) for element, code, _ in findings]
    assert any(expected[2] in detail for _, _, detail in findings)


@pytest.mark.parametrize("target", ["nowhere", "f1"], ids=["nothing", "another flow"])
def test_a_flow_must_lead_to_a_step(engine: ProcessEngine, straight: Callable[..., bytes], target: str) -> None:
    """The schema knows ids of any kind: both are well-formed BPMN and wrong."""
    findings = refused(engine, straight(flows=(*FLOWS[:2], ("f3", "t", target))))
    assert [(element, code) for element, code, _ in findings] == [("f3", "flow-target-missing")]


def test_an_unreachable_step_is_named(engine: ProcessEngine, straight: Callable[..., bytes], step: Any) -> None:
    add = step("human", "island")
    ((element, code, _),) = refused(engine, straight(add, (*FLOWS, ("f4", "island", "e"))))
    assert (element, code) == ("island", "step-unreachable")


@pytest.mark.parametrize(
    "unsupported",
    [
        '<complexGateway id="x"/>',
        '<transaction id="x"/>',
        '<intermediateThrowEvent id="x"/>',
        '<intermediateCatchEvent id="x"><signalEventDefinition/></intermediateCatchEvent>',
        '<dataObject id="x"/>',
    ],
)
def test_what_the_engine_does_not_run_is_refused(
    engine: ProcessEngine, straight: Callable[..., bytes], unsupported: str
) -> None:
    findings = [
        f for f in refused(engine, straight(unsupported, (*FLOWS, ("f4", "x", "e")))) if f[1] == "element-unsupported"
    ]
    assert [element for element, _, _ in findings] == ["x"]
    assert "serviceTask" in findings[0][2] or "none" in findings[0][2]


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ('camunda:class="org.example.Delegate"', "camunda:class"),
        ('camunda:type="connector"', "camunda:type=connector"),
        ('camunda:assignee="demo" camunda:dueDate="${now()}"', "camunda:assignee, camunda:dueDate"),
        ("><extensionElements><camunda:connector/></extensionElements", "<connector>"),
    ],
)
def test_what_is_told_to_another_engine_is_refused_by_name(
    engine: ProcessEngine, straight: Callable[..., bytes], told: str, named: str
) -> None:
    strange = f'<serviceTask id="r" camunda:topic="fraud-screening.requested" {told}></serviceTask>'
    ((element, code, detail),) = refused(engine, straight(r=strange))
    assert (element, code) == ("r", "extension-unsupported")
    assert detail.startswith(f"{named} is not supported")
    assert engine.load(straight(r=strange), 1, "token").code == "small"  # as it was published before


@pytest.mark.parametrize(
    "after",
    [
        "10 minutes",
        "PT",
        "P1M",
        "PT0S",
        "R3/PT1H",
        "2026-01-01T00:00:00Z",
        "timeout",
        "P367D",
        f"P{'9' * 5_000}D",
        "P١D",
    ],
)
def test_timers_are_plain_durations(
    engine: ProcessEngine, straight: Callable[..., bytes], step: Any, after: str
) -> None:
    ((element, code, detail),) = refused(engine, straight(t=step("timeout", "t", on="r", after=after)))
    assert (element, code) == ("t", "timer-malformed")
    assert "PT10M" in detail


@pytest.mark.parametrize(
    ("more", "code", "told"),
    [
        ({"role": "boss"}, "role-unknown", "approver"),
        ({"dueWorkingHours": "soon"}, "wait-without-timeout", "dueWorkingHours"),
        ({"dueWorkingHours": "0"}, "wait-without-timeout", "dueWorkingHours"),
        ({"dueWorkingHours": "1001"}, "wait-without-timeout", "from 1 to 1000"),
        ({"dueWorkingHours": "9" * 5_000}, "wait-without-timeout", "from 1 to 1000"),
        ({"outcomes": " "}, "outcomes-missing", "outcomes"),
        ({"quorum": "-1"}, "quorum-malformed", "quorum"),
        ({"quorum": "100"}, "quorum-malformed", "from 1 to 99"),
    ],
)
def test_a_human_task_needs_a_role_a_due_time_and_outcomes(
    engine: ProcessEngine, process: Callable[..., bytes], step: Any, more: dict[str, str], code: str, told: str
) -> None:
    elements = step("start", "s") + step("human", "h", **more) + step("end", "e", result="APPROVED")
    ((element, found, detail),) = refused(engine, process(elements, ("f1", "s", "h"), ("f2", "h", "e")))
    assert (element, found) == ("h", code)
    assert told in detail


@pytest.mark.parametrize("role", sorted(ROLES))
def test_a_task_is_for_a_role_that_may_work_on_tasks(
    engine: ProcessEngine, process: Callable[..., bytes], step: Any, role: str
) -> None:
    """A process that names another would be published, and its tasks would reach nobody."""
    elements = step("start", "s") + step("human", "h", role=role) + step("end", "e", result="APPROVED")
    bpmn = process(elements, ("f1", "s", "h"), ("f2", "h", "e"))
    if role in TASK_ROLES:
        assert engine.publish(bpmn, 1).definition.table.nodes[1].role == role
        return
    ((element, code, detail),) = refused(engine, bpmn)
    assert (element, code) == ("h", "role-unknown")
    assert (
        detail
        == f"camunda:candidateGroups is {role}; the roles that may work on tasks are {', '.join(sorted(TASK_ROLES))}"
    )


def test_a_process_that_was_published_for_a_role_without_tasks_still_runs(
    engine: ProcessEngine, process: Callable[..., bytes], step: Any
) -> None:
    elements = step("start", "s") + step("human", "h", role="finance") + step("end", "e", result="APPROVED")
    published = engine.load(process(elements, ("f1", "s", "h"), ("f2", "h", "e")), 1, "token")
    _, effects = engine.start(published, {}, NOW)
    assert [task.role for task in effects.tasks] == ["finance"]


def test_a_process_whose_figure_became_a_variable_of_cases_since_still_runs_by_its_figure(
    engine: ProcessEngine, personal_credit: bytes
) -> None:
    figure = b'<camunda:property name="committee_over_minor" value="50000000" />'
    earlier = personal_credit.replace(b"<camunda:properties>", b"<camunda:properties>" + figure)
    assert "figure-ambiguous" in {code for _, code, _ in refused(engine, earlier)}
    published = engine.load(earlier, 1, "token")
    flow = published.table.flow_ids.index("flow_to_committee")
    for amount, by_experts in ((50_000_000, False), (50_000_001, True)):
        judge = published.scope.conditions.judge({"amount_minor": amount, "committee_over_minor": 1}, [], {})
        assert judge(flow) is by_experts


def test_a_message_event_waits_only_beside_a_timer(
    engine: ProcessEngine, process: Callable[..., bytes], step: Any
) -> None:
    elements = step("start", "s") + step("message", "m") + step("end", "e", result="APPROVED")
    ((element, code, _),) = refused(engine, process(elements, ("f1", "s", "m"), ("f2", "m", "e")))
    assert (element, code) == ("m", "wait-without-timeout")


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        ("__import__('os').system('true')", "condition-malformed"),
        ("(lambda: fraud_outcome)()", "condition-malformed"),
        ("exec('1')", "condition-malformed"),
        ("[x for x in (1,2)]", "condition-malformed"),
        ("fraud_outcome.__class__", "condition-malformed"),
        ('fraud_outcome = "PASS"', "condition-malformed"),
        ("fraud_outcome ==", "condition-malformed"),
        ('fruad_outcome == "PASS"', "variable-unknown"),
        ('risk_outcome == "APPROVE"', "variable-unknown"),
        ('fraud_outcome == "PAS"', "value-unknown"),
        ("amount_minor", "condition-not-boolean"),
        ("amount_minor + 1", "condition-not-boolean"),
        ('"PASS"', "condition-not-boolean"),
        ("fraud_outcome &gt; 5", "condition-malformed"),
    ],
)
def test_conditions_are_zen_expressions_over_known_variables(
    engine: ProcessEngine, branching: Callable[..., bytes], condition: str, code: str
) -> None:
    """Python is no zen; a misspelt or never given variable is an error now, not a branch that is never taken."""
    ((element, found, detail),) = refused(engine, branching(condition))
    assert (element, found) == ("yes", code)
    assert detail


@pytest.mark.parametrize(
    ("flows", "default", "expected"),
    [
        (None, "", ("g", "default-missing")),
        ([*BRANCHES[:3], ("yes", "g", "e"), BRANCHES[4]], "no", ("yes", "condition-missing")),
        ([*BRANCHES[:4], ("no", "g", "n", "amount_minor &gt; 5")], "no", ("no", "condition-misplaced")),
        ([("f1", "s", "r", "amount_minor &gt; 5"), *BRANCHES[1:]], "no", ("f1", "condition-misplaced")),
    ],
)
def test_an_exclusive_gateway_has_conditions_and_one_default(
    engine: ProcessEngine, branching: Callable[..., bytes], flows: Any, default: str, expected: tuple[str, str]
) -> None:
    assert expected in [(element, code) for element, code, _ in refused(engine, branching(None, flows, default))]


def test_a_loop_needs_a_wait(engine: ProcessEngine, process: Callable[..., bytes], step: Any) -> None:
    elements = (
        step("start", "s") + step("xor", "a") + step("xor", "b", default="out") + step("end", "e", result="APPROVED")
    )
    flows = [("f1", "s", "a"), ("f2", "a", "b"), ("back", "b", "a", "amount_minor &gt; 5"), ("out", "b", "e")]
    assert [code for _, code, _ in refused(engine, process(elements, *flows))] == ["loop-without-wait"] * 2


def deciding(process: Callable[..., bytes], step: Any, condition: str, **figures: str) -> bytes:
    """start -> gateway with one condition -> two ends; the process has figures of its own."""
    elements = step("start", "s") + step("xor", "g", default="no")
    elements += step("end", "e", result="APPROVED") + step("end", "n", result="DECLINED")
    flows = [("f1", "s", "g"), ("yes", "g", "e", condition), ("no", "g", "n")]
    return process(elements, *flows, figures=figures)


def test_conditions_read_the_figures_of_their_process(
    engine: ProcessEngine, process: Callable[..., bytes], step: Any
) -> None:
    bpmn = deciding(process, step, "amount_minor &lt;= most_minor", most_minor="500")
    definition = engine.publish(bpmn, 1).definition
    for amount, result in ((500, "APPROVED"), (501, "DECLINED")):
        data = {"amount_minor": amount, "most_minor": 10_000}  # a figure is the process's, no case brings one
        state, effects = engine.start(definition, data, NOW)
        assert (effects.result, state.variables) == (result, {"amount_minor": amount})


@pytest.mark.parametrize(
    ("condition", "figures", "code"),
    [
        ("amount_minor &lt;= most_minor", {"most_minor": "half a million"}, "figure-malformed"),
        ("amount_minor &lt;= most_minor", {"most_minor": "-1"}, "figure-malformed"),
        ("amount_minor &lt;= most_minor", {"most_minor": "9" * 5_000}, "figure-malformed"),
        ("amount_minor &lt;= 5", {"mostMinor": "5"}, "figure-malformed"),
        ("amount_minor &lt;= 5", {"amount_minor": "5"}, "figure-ambiguous"),
        ("amount_minor &lt;= 5", {"most_minor": "5"}, "figure-unused"),
        ("amount_minor &lt;= most_minor", {}, "variable-unknown"),
    ],
)
def test_a_figure_is_a_whole_number_with_a_name_of_its_own_that_a_condition_reads(
    engine: ProcessEngine, process: Callable[..., bytes], step: Any, condition: str, figures: dict[str, str], code: str
) -> None:
    findings = refused(engine, deciding(process, step, condition, **figures))
    assert code in [found for _, found, _ in findings]


# What only playing the process shows.


def test_a_join_that_waits_for_ever_is_found(engine: ProcessEngine, process: Callable[..., bytes], step: Any) -> None:
    elements = step("start", "s") + step("human", "h") + step("xor", "x", default="f3") + step("human", "a")
    elements += step("human", "b") + step("and", "join") + step("end", "e", result="APPROVED")
    flows = [("f1", "s", "h"), ("f2", "h", "x"), ("f3", "x", "a"), ("f4", "x", "b", 'h_outcome == "APPROVE"'),
             ("f5", "a", "join"), ("f6", "b", "join"), ("f7", "join", "e")]  # fmt: skip
    findings = refused(engine, process(elements, *flows))
    assert [code for _, code, _ in findings] == ["process-gets-stuck"]
    assert "start > h > a" in findings[0][2]


def test_two_results_are_found(engine: ProcessEngine, process: Callable[..., bytes], step: Any) -> None:
    elements = step("start", "s") + step("and", "fork") + step("human", "a") + step("human", "b")
    elements += step("end", "yes", result="APPROVED") + step("end", "no", result="DECLINED")
    flows = [("f1", "s", "fork"), ("f2", "fork", "a"), ("f3", "fork", "b"), ("f4", "a", "yes"), ("f5", "b", "no")]
    assert [code for _, code, _ in refused(engine, process(elements, *flows))] == ["result-not-one"]


def test_an_end_without_a_result_is_found(engine: ProcessEngine, process: Callable[..., bytes], step: Any) -> None:
    elements = step("start", "s") + step("human", "h") + step("end", "e")
    findings = refused(engine, process(elements, ("f1", "s", "h"), ("f2", "h", "e")))
    assert [code for _, code, _ in findings] == ["result-missing"]


def test_waiting_twice_at_one_step_is_found(engine: ProcessEngine, process: Callable[..., bytes], step: Any) -> None:
    elements = step("start", "s") + step("and", "fork") + step("human", "h") + step("end", "e", result="APPROVED")
    elements += step("xor", "meet")
    flows = [("f1", "s", "fork"), ("f2", "fork", "meet"), ("f3", "fork", "meet"), ("f4", "meet", "h"), ("f5", "h", "e")]
    assert ("h", "step-doubled") in [(element, code) for element, code, _ in refused(engine, process(elements, *flows))]


# The file itself.


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"not xml",
        b"<definitions/>",
        b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        b'<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:t">'
        b'<bpmn:process id="p" name="&e;" isExecutable="true"/></bpmn:definitions>',
        b'<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:t"/>',
        b" " * 1_000_001,
    ],
    ids=["empty", "no xml", "no bpmn", "entity", "no process", "too large"],
)
def test_a_file_that_is_no_process_is_refused(engine: ProcessEngine, text: bytes) -> None:
    assert [code for _, code, _ in refused(engine, text)] == ["bpmn-unreadable"]


def test_the_process_id_is_its_code(engine: ProcessEngine, process: Callable[..., bytes], step: Any) -> None:
    elements = step("start", "s") + step("human", "h") + step("end", "e", result="APPROVED")
    findings = refused(engine, process(elements, ("f1", "s", "h"), ("f2", "h", "e"), code="Process_1"))
    assert ("Process_1", "process-code-malformed") in [(element, code) for element, code, _ in findings]


def test_a_drawing_that_is_not_meant_to_run_is_refused_with_every_reason(
    engine: ProcessEngine, straight: Callable[..., bytes]
) -> None:
    """As modelers draw for people: nothing says who does what, and the file says itself that it does not run."""
    drawn = straight(r='<serviceTask id="r"/>').replace(b'isExecutable="true"', b'isExecutable="false"')
    found = {(element, code) for element, code, _ in refused(engine, drawn)}
    assert {("small", "process-not-executable"), ("r", "request-unknown")} <= found


@pytest.mark.parametrize(
    ("told", "code", "detail"),
    [
        ({"evidence": "INTERVIEW, SELFIE"}, "evidence-malformed", "lists SELFIE; known are"),
        ({"evidenceValidDays": "90"}, "evidence-malformed", "must list what is needed"),
        ({"evidence": "VALUATION", "evidenceValidDays": "0"}, "evidence-malformed", "from 1 to 3650 days"),
        ({"evidence": "VALUATION", "evidenceRemindDays": "5"}, "evidence-malformed", "is less than evidenceValidDays"),
        ({"evidence": "INTERVIEW", "evidenceInPerson": "yes"}, "evidence-malformed", "it is true or false"),
    ],
)
def test_evidence_that_a_task_cannot_need_is_refused(told: dict[str, str], code: str, detail: str) -> None:
    properties = {"outcomes": "DONE", **told}
    element = Element("visit", "userTask", "", attributes={}, camunda={}, properties=properties)
    [found] = [each for each in check_evidence(element, NodeKind.HUMAN) if detail in each.detail]
    assert found.code == code
    [misplaced] = check_evidence(element, NodeKind.REQUEST)
    assert misplaced.code == "evidence-misplaced"
