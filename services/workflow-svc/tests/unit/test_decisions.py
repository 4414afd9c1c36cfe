"""Decisions: what keeps one from being published, what it gives, and when it gives its careful answer."""

from copy import deepcopy
from typing import Any

import pytest

from loan_servicekit.core import Invalid, NotFound
from workflow_svc.domain.definitions.vocabulary import LENDING
from workflow_svc.engine import Definition, ProcessEngine, PublishedDecision, check_decision, read_decision

TABLE = {
    "hitPolicy": "first",
    "inputs": [
        {"id": "amount", "name": "amount", "field": "amount_minor"},
        {"id": "kind", "name": "kind", "field": "channel"},
    ],
    "outputs": [{"id": "visits", "name": "visits", "field": "visits"}, {"id": "who", "name": "who", "field": "who"}],
    "rules": [
        {"_id": "small", "amount": "<= 50000000", "kind": "", "visits": "1", "who": '"MANAGER"'},
        {"_id": "large", "amount": "> 50000000", "kind": '"branch"', "visits": "1 + 1", "who": '"RISK"'},
    ],
}
DOCUMENT: dict[str, Any] = {
    "code": "who-visits",
    "name": "现场核查",
    "inputs": {"amount_minor": {"kind": "integer"}, "channel": {"kind": "text", "optional": True}},
    "outputs": {"visits": {"kind": "integer"}, "who": {"kind": "text", "values": ["MANAGER", "RISK", "BOTH"]}},
    "otherwise": {"visits": 3, "who": "BOTH"},
    "graph": {
        "nodes": [
            {"id": "in", "name": "in", "type": "inputNode"},
            {"id": "t", "name": "t", "type": "decisionTableNode", "content": TABLE},
            {"id": "out", "name": "out", "type": "outputNode"},
        ],
        "edges": [
            {"id": "e1", "sourceId": "in", "targetId": "t", "type": "edge"},
            {"id": "e2", "sourceId": "t", "targetId": "out", "type": "edge"},
        ],
    },
    "examples": [
        {"name": "small", "given": {"amount_minor": 1}, "expected": {"visits": 1, "who": "MANAGER"}},
        {
            "name": "large",
            "given": {"amount_minor": 50_000_001, "channel": "branch"},
            "expected": {"visits": 2, "who": "RISK"},
        },
        {"name": "nothing known", "given": {}, "expected": {"visits": 3, "who": "BOTH"}},
    ],
}


def codes(document: dict[str, Any], before: dict[str, Any] | None = None) -> set[tuple[str, str]]:
    try:
        found = check_decision(read_decision(document), read_decision(before) if before else None)
    except Invalid as refusal:
        return {(error.pointer.removeprefix("/elements/"), error.code) for error in refusal.errors}
    return {(finding.element, finding.code) for finding in found}


def changed(**parts: Any) -> dict[str, Any]:
    return deepcopy(DOCUMENT) | parts


def with_rules(*rules: dict[str, str]) -> dict[str, Any]:
    document = deepcopy(DOCUMENT)
    document["graph"]["nodes"][1]["content"]["rules"] = list(rules)
    return document


@pytest.fixture(scope="module")
def decision() -> PublishedDecision:
    return PublishedDecision(read_decision(DOCUMENT), 4)


def test_a_decision_whose_examples_pass_may_be_published() -> None:
    assert codes(DOCUMENT) == set()


@pytest.mark.parametrize(
    ("given", "result", "fallback"),
    [
        ({"amount_minor": 1}, {"visits": 1, "who": "MANAGER"}, ""),
        ({"amount_minor": 50_000_001, "channel": "branch"}, {"visits": 2, "who": "RISK"}, ""),
        ({"amount_minor": 50_000_001, "channel": "online"}, {"visits": 3, "who": "BOTH"}, "no rule gives visits"),
        ({}, {"visits": 3, "who": "BOTH"}, "missing: amount_minor"),
        ({"amount_minor": None}, {"visits": 3, "who": "BOTH"}, "missing: amount_minor"),
        ({"amount_minor": "1"}, {"visits": 3, "who": "BOTH"}, "not as declared: amount_minor"),
        ({"amount_minor": True}, {"visits": 3, "who": "BOTH"}, "not as declared: amount_minor"),
    ],
)
def test_what_is_missing_or_unknown_gives_the_careful_answer(
    decision: PublishedDecision, given: dict[str, Any], result: dict[str, Any], fallback: str
) -> None:
    found = decision.evaluate("ask", given)
    assert (found.result, found.fallback) == (result, fallback)
    assert (found.decision, found.version) == ("who-visits", 4)


def test_the_trace_names_the_rule(decision: PublishedDecision) -> None:
    trace = decision.evaluate("ask", {"amount_minor": 1}).trace
    assert trace["t"]["traceData"]["rule"]["_id"] == "small"  # type: ignore[index]


@pytest.mark.parametrize(
    ("document", "place", "code"),
    [
        (changed(otherwise={"visits": 3}), "otherwise", "fallback-missing"),
        (changed(otherwise={"visits": 3, "who": "NOBODY"}), "otherwise", "fallback-missing"),
        (changed(otherwise={"visits": 3, "who": "BOTH", "more": 1}), "otherwise", "fallback-missing"),
        (changed(examples=[]), "examples", "decision-malformed"),
        (changed(code="Who Visits"), "code", "decision-malformed"),
        (changed(inputs={"amount_minor": {"kind": "money"}}), "inputs/amount_minor/kind", "decision-malformed"),
        (changed(more=1), "more", "decision-malformed"),
        (changed(graph={"nodes": [], "edges": []}), "graph", "one-input-one-output"),
        (changed(examples=DOCUMENT["examples"][:1]), "node t, rule large", "rule-without-example"),
        (
            changed(examples=[*DOCUMENT["examples"], {"name": "wrong", "given": {"amount_minor": 1}, "expected": {}}]),
            "example wrong",
            "example-fails",
        ),
        (
            changed(examples=[*DOCUMENT["examples"], {"name": "odd", "given": {"salary": 1}, "expected": {}}]),
            "example odd",
            "example-malformed",
        ),
        (with_rules({"_id": "r", "amount": "<=", "visits": "1"}), "node t, rule r", "expression-malformed"),
        (with_rules({"_id": "r", "amount": "> salary", "visits": "1"}), "node t, rule r", "variable-unknown"),
        (with_rules({"_id": "r", "amount": "> 1", "visits": "salary"}), "node t, rule r", "variable-unknown"),
        (with_rules(), "node t", "table-empty"),
    ],
)
def test_a_decision_that_may_not_be_published_says_where_and_why(
    document: dict[str, Any], place: str, code: str
) -> None:
    assert (place, code) in codes(document)


def test_scripts_in_a_graph_are_refused() -> None:
    document = deepcopy(DOCUMENT)
    document["graph"]["nodes"][1] |= {"type": "functionNode", "content": {"source": "export const handler = () => 1"}}
    assert ("node t", "node-kind") in codes(document)


def test_a_version_of_another_shape_is_another_decision() -> None:
    """Processes keep what a decision reads, and rely on what it gives."""
    more = changed(inputs=DOCUMENT["inputs"] | {"term_months": {"kind": "integer", "optional": True}})
    assert codes(more, DOCUMENT) == {("inputs/term_months", "decision-shape-changed")}
    less = changed(inputs={"amount_minor": {"kind": "integer"}, "channel": {"kind": "text", "optional": True}})
    assert codes(less, DOCUMENT) == set()


class Shelf:
    """A library with one decision."""

    def newest(self, code: str) -> Definition:
        raise NotFound("process-not-found", code)

    def version(self, code: str, version: int) -> Definition:
        raise NotFound("process-not-found", code)

    def decision(self, code: str, version: int | None = None) -> Any:
        if code != "who-visits" or version not in (None, 1):
            raise NotFound("decision-not-found", f"no decision {code}")
        return PublishedDecision(read_decision(DOCUMENT), 1)


ASKING = (
    '<startEvent id="start"/><businessRuleTask id="ask" camunda:decisionRef="who-visits"{more}/>'
    '<exclusiveGateway id="which" default="rest"/>'
    '<userTask id="visit" camunda:candidateGroups="approver" camunda:dueDate="P1D"><extensionElements>'
    '<camunda:properties><camunda:property name="outcomes" value="APPROVE"/></camunda:properties></extensionElements>'
    "<multiInstanceLoopCharacteristics><loopCardinality>visits</loopCardinality></multiInstanceLoopCharacteristics>"
    '</userTask><endEvent id="end"><extensionElements><camunda:properties>'
    '<camunda:property name="result" value="APPROVED"/></camunda:properties></extensionElements></endEvent>'
)
FLOWS = [
    ("a", "start", "ask"),
    ("b", "ask", "which"),
    ("rest", "which", "visit"),
    ("none", "which", "end", 'who == "MANAGER" and amount_minor &lt; 10'),
    ("over", "visit", "end"),
]


@pytest.mark.parametrize(("given", "tasks", "fallback"), [(1, 0, ""), (11, 1, ""), (None, 3, "missing: amount_minor")])
def test_a_process_asks_it_and_tells_what_it_said(
    process: Any, dialogue: Any, given: int | None, tasks: int, fallback: str
) -> None:
    engine = ProcessEngine(LENDING, library=Shelf())
    published = engine.publish(process(ASKING.format(more=""), *FLOWS), 1)
    assert published.proof.equal
    case = dialogue(engine, published.definition, restart=True)
    effects = case.start(amount_minor=given)
    assert len(effects.tasks) == tasks
    (asked,) = effects.evaluations
    assert (asked.element, asked.decision, asked.fallback) == ("ask", "who-visits", fallback)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (' camunda:decisionRefBinding="version" camunda:decisionRefVersion="2"', "decision-unknown"),
        (' camunda:decisionRefBinding="versionTag"', "version-malformed"),
        (' camunda:mapDecisionResult="collectEntries"', "decision-mapping"),
        (' camunda:resultVariable="both"', "decision-mapping"),
        (' camunda:decisionRefTenantId="t"', "extension-unsupported"),
    ],
)
def test_a_process_that_asks_wrongly_is_refused(process: Any, more: str, code: str) -> None:
    engine = ProcessEngine(LENDING, library=Shelf())
    with pytest.raises(Invalid) as refused:
        engine.publish(process(ASKING.format(more=more), *FLOWS), 1)
    assert ("/elements/ask", code) in {(error.pointer, error.code) for error in refused.value.errors}
