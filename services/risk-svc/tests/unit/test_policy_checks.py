"""What keeps a wrong decision graph from coming into force: each mistake alone, made in the policy that is shipped."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from risk_svc.domain.policy.catalogue import FACTS
from risk_svc.scoring.policy.checks import check_policy

POLICIES = Path(__file__).parents[2] / "policies"
Change = Callable[[dict[str, Any]], None]


def shipped() -> dict[str, Any]:
    return dict(json.loads((POLICIES / "personal-credit.json").read_bytes()))


def examples() -> dict[str, Any]:
    return dict(json.loads((POLICIES / "personal-credit.examples.json").read_bytes()))


def node(graph: dict[str, Any], id: str) -> dict[str, Any]:
    return next(n for n in graph["nodes"] if n["id"] == id)


def table(graph: dict[str, Any], id: str = "exclusions") -> dict[str, Any]:
    return dict(node(graph, id)["content"])


def row(graph: dict[str, Any], id: str) -> dict[str, Any]:
    return next(r for n in graph["nodes"] if n["type"] == "decisionTableNode" for r in n["content"]["rules"]
                if r["_id"] == id)  # fmt: skip


def cell(id: str, column: str, text: str) -> Change:
    return lambda g: row(g, id).__setitem__(column, text)


def column(old: str, new: str, side: str = "inputs", at: str = "exclusions") -> Change:
    def change(graph: dict[str, Any]) -> None:
        next(c for c in table(graph, at)[side] if c["field"] == old)["field"] = new

    return change


def expression(key: str, old: str, new: str) -> Change:
    def change(graph: dict[str, Any]) -> None:
        found = next(e for e in node(graph, "outcome")["content"]["expressions"] if e["key"] == key)
        assert old in found["value"]
        found["value"] = found["value"].replace(old, new)

    return change


def without_edge(id: str) -> Change:
    return lambda g: g.__setitem__("edges", [e for e in g["edges"] if e["id"] != id])


def with_switch(condition: str) -> Change:
    """A switch between the facts and the exclusions."""

    def change(graph: dict[str, Any]) -> None:
        statements = [{"id": "young", "condition": condition}, {"id": "rest", "condition": "", "isDefault": True}]
        graph["nodes"].append({"id": "fork", "name": "Fork", "type": "switchNode",
                               "content": {"hitPolicy": "first", "statements": statements}})  # fmt: skip
        edge = next(e for e in graph["edges"] if e["id"] == "facts-exclusions")
        edge |= {"targetId": "fork"}
        graph["edges"] += [{"id": f"fork-{h}", "sourceId": "fork", "targetId": "exclusions", "sourceHandle": h, "type": "edge"}
                           for h in ("young", "rest")]  # fmt: skip

    return change


def function_node(graph: dict[str, Any]) -> None:
    node(graph, "outcome").update(type="functionNode", content={"source": "export const handler = (i) => i;"})


def never_declines(graph: dict[str, Any]) -> None:
    expression("outcome", '? "DECLINE"', '? "REFER"')(graph)


def same_row_twice(graph: dict[str, Any]) -> None:
    table(graph)["rules"].append(dict(table(graph)["rules"][0]))


def shadowed(graph: dict[str, Any]) -> None:
    rules = table(graph, "completeness")["rules"]
    rules.append(rules[0] | {"_id": "again"})


def an_extra_node(graph: dict[str, Any]) -> None:
    graph["nodes"].append({"id": "idle", "name": "Idle", "type": "expressionNode", "content": {"expressions": []}})


def a_cycle(graph: dict[str, Any]) -> None:
    graph["edges"].append({"id": "back", "sourceId": "outcome", "targetId": "exclusions", "type": "edge"})


def drop(key: str, id: str) -> Change:
    return lambda g: row(g, id).pop(key)


MISTAKES: dict[str, tuple[Change, str]] = {
    "a column is misspelt": (column("late_24m", "late24m"), "unknown-field"),
    "a column in another table": (column("queries_1m", "queries_1month", at="manual-review"), "unknown-field"),
    "a column's case": (column("grade", "Grade"), "unknown-field"),
    "a name in a cell": (cell("limit-below-smallest-loan", "limit_minor", "< least_loan"), "unknown-field"),
    "a name in an answer": (cell("late-six-times", "value", "string(late24m)"), "unknown-field"),
    "a name in an expression": (expression("hits", "manual_review", "manual_reviews"), "unknown-field"),
    "a fact in an expression that it does not reach": (expression("hits", "exclusions,", "exclusions, late_24m,"), "unknown-field"),
    "a field in an expression": (expression("unknown", "completeness.complete", "completeness.completed"), "unknown-field"),
    "a field of a hit": (expression("outcome", "#.outcome", "#.outcom"), "unknown-field"),
    "an earlier expression": (expression("outcome", "$.hits", "$.hit"), "unknown-field"),
    "a name in a switch": (with_switch("agge < 22"), "unknown-field"),
    "a value in a switch": (with_switch('grade == "F"'), "value-unknown"),
    "the syntax of a switch": (with_switch("late_24m => 3"), "expression-unreadable"),
    "a function": (function_node, "node-kind"),
    "a renamed hit field": (column("reason", "reson", "outputs"), "no-answer"),
    "a renamed outcome": (column("outcome", "outcom", "outputs"), "no-answer"),
    "a renamed code": (column("code", "kode", "outputs"), "no-answer"),
    "a renamed answer": (lambda g: node(g, "outcome")["content"]["expressions"][2].__setitem__("key", "result"), "good-not-approved"),
    "an unknown operator": (cell("late-six-times", "late_24m", "=> 6"), "cell-unreadable"),
    "another unknown operator": (cell("late-six-times", "late_24m", "~ 6"), "cell-unreadable"),
    "a bracket": (cell("queries-1m-many", "queries_1m", "[4..7"), "cell-unreadable"),
    "an unknown function": (cell("late-six-times", "value", "text(late_24m)"), "expression-unreadable"),
    "a state of a business": (cell("business-ended", "business_state", 'in ["注销", "吊消"]'), "value-unknown"),
    "a grade": (cell("score-below-cutoff", "grade", '"F"'), "value-unknown"),
    "a grade in a list": (cell("limit-below-smallest-loan", "grade", 'in ["A", "F"]'), "value-unknown"),
    "a line of the limit": (cell("exposure-limit-reached", "limit_set_by", '"EXPOSURES"'), "value-unknown"),
    "a text for a number": (cell("late-six-times", "late_24m", '>= "6"'), "value-unknown"),
    "a number for a text": (cell("identity-photo-differs", "identity_match", "3"), "value-unknown"),
    "a number for a truth value": (cell("deceased", "deceased", "1"), "value-unknown"),
    "a negative count": (cell("overdue-now", "current_overdue_minor", "> -1"), "value-unknown"),
    "a row that contradicts itself": (cell("queries-1m-many", "queries_1m", "> 7 and $ < 4"), "cell-never-true"),
    "a row that two columns forbid": (cell("queries-3m-many", "queries_1m", "< 0"), "cell-never-true"),
    "a row behind another": (shadowed, "row-never-hit"),
    "an outcome": (cell("late-six-times", "outcome", '"REJECT"'), "outcome-unknown"),
    "an outcome that is no text": (cell("late-six-times", "outcome", "DECLINE"), "unknown-field"),
    "no outcome": (drop("outcome", "late-six-times"), "answer-missing"),
    "a reason": (cell("late-six-times", "reason", '"R77"'), "reason-unknown"),
    "a code": (cell("late-six-times", "code", '"late"'), "code-unreadable"),
    "a row twice": (same_row_twice, "row-not-unique"),
    "a cell of no column": (cell("late-six-times", "late_24", ">= 6"), "cell-without-column"),
    "an empty table": (lambda g: table(g)["rules"].clear(), "table-empty"),
    "a hit policy": (lambda g: node(g, "exclusions")["content"].__setitem__("hitPolicy", "best"), "hit-policy"),
    "an edge is missing": (without_edge("exclusions-outcome"), "not-connected"),
    "the answer's edge is missing": (without_edge("outcome-recommendation"), "not-connected"),
    "the facts' edge is missing": (without_edge("facts-completeness"), "not-connected"),
    "a node that nothing leads to": (an_extra_node, "not-connected"),
    "a cycle": (a_cycle, "cycle"),
    "declines that do not decline": (never_declines, "no-answer"),
    "everybody is declined": (cell("late-six-times", "late_24m", ">= 0"), "good-not-approved"),
    "what is unknown is approved": (cell("everything-known", "queries_1m", ""), "unknown-approved"),
    "a threshold that an example knows": (cell("late-six-times", "late_24m", ">= 7"), "example-differs"),
}  # fmt: skip


def test_the_policy_that_is_shipped_passes() -> None:
    assert check_policy((POLICIES / "personal-credit.json").read_bytes(), examples()) == []


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_found_and_said_where(mistake: str) -> None:
    change, code = MISTAKES[mistake]
    graph = shipped()
    change(graph)
    found = check_policy(json.dumps(graph, ensure_ascii=False).encode(), examples())
    assert code in {finding.code for finding in found}, found
    assert all(finding.place and finding.detail for finding in found)


@pytest.mark.parametrize("name", [name for name, fact in FACTS.items() if fact.needed])
def test_no_fact_may_be_forgotten_where_everything_must_be_known(name: str) -> None:
    graph = shipped()
    known = row(graph, "everything-known")
    if not known.get(name):
        pytest.skip("another rule asks for it")
    known[name] = ""
    found = check_policy(json.dumps(graph).encode(), examples())
    assert {"unknown-approved"} <= {finding.code for finding in found}


@pytest.mark.parametrize(
    "text", [b"", b"{}", b"[]", b"null", b"no graph", b'{"nodes": 3}', b'{"nodes": [], "edges": []}']
)
def test_what_is_no_graph_is_told(text: bytes) -> None:
    assert check_policy(text, examples()) != []


def test_examples_are_of_all_outcomes_and_of_facts_that_exist() -> None:
    content = (POLICIES / "personal-credit.json").read_bytes()
    assert {f.code for f in check_policy(content, {"examples": []})} == {"examples-missing"}
    wrong = [{"name": "x", "facts": {"late24m": 1}, "outcome": "APPROVE"},
             {"name": "y", "facts": {"grade": "F"}, "outcome": "DECLINE"},
             {"name": "z", "facts": {"late_24m": -1}, "outcome": "REFER"}]  # fmt: skip
    assert [f.code for f in check_policy(content, {"examples": wrong})] == ["example-facts"] * 3
