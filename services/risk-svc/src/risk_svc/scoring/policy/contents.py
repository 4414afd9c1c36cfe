"""Whether what a node names exists where it stands, parses and fits: columns, cells, answers, expressions, switches."""

import re
from collections import Counter
from collections.abc import Iterator

import zen

from loan_contracts.assessment import RiskOutcome
from loan_contracts.message import JsonObject
from loan_contracts.values import REASONS
from risk_svc.domain.policy.catalogue import FACTS
from risk_svc.domain.policy.finding import Finding
from risk_svc.scoring.policy.applicants import candidates, facts_in, holds
from risk_svc.scoring.policy.graph import (
    EXPRESSIONS,
    HIT_POLICIES,
    INPUT,
    OF_A_HIT,
    SWITCH,
    TABLE,
    Graph,
    Part,
    first_line,
    listed,
    place_of,
)
from risk_svc.scoring.policy.terms import compared, paths, terms

CODE = re.compile(r"[A-Z][A-Z0-9_]{2,60}")
ANY = object()  # a value whose fields are not looked into

Shape = Part


def contents(graph: Graph) -> Iterator[Finding]:
    """What nodes name, compare and answer that does not exist or fit."""
    for node in graph.nodes:
        scope = _scope(graph, node["id"])
        content = node.get("content") or {}
        if node["type"] in (TABLE, EXPRESSIONS) and (content.get("executionMode") or "single") != "single":
            yield Finding(place_of(node), "execution-mode", "only the mode `single` can be checked")
        if node["type"] in (TABLE, EXPRESSIONS) and content.get("inputField"):
            yield Finding(place_of(node), "input-field", "a node reads the whole of what reaches it")
        if node["type"] == TABLE:
            yield from _table(graph, node, content, scope)
        elif node["type"] == EXPRESSIONS:
            yield from _expressions(graph, node, content, scope)
        elif node["type"] == SWITCH:
            for statement in content.get("statements", ()):
                if not statement.get("isDefault") and (statement.get("condition") or "").strip():
                    place = f"{place_of(node)}, branch {statement.get('id')}"
                    yield from _standard(graph, place, statement["condition"], scope, {})


def _table(graph: Graph, node: Part, content: Part, scope: Shape) -> Iterator[Finding]:
    place = place_of(node)
    inputs, outputs, rules = content.get("inputs", []), content.get("outputs", []), content.get("rules", [])
    if content.get("hitPolicy") not in HIT_POLICIES:
        yield Finding(place, "hit-policy", f"`{content.get('hitPolicy')}` is none of {listed(HIT_POLICIES)}")
    if not rules:
        yield Finding(place, "table-empty", "a table has at least one row")
    named = {
        "column": [column.get("id") for column in (*inputs, *outputs)],
        "row": [rule.get("_id") for rule in rules],
        "output": [column.get("field") for column in outputs],
    }
    for what, values in named.items():
        for value, count in Counter(values).items():
            if count > 1 or not value:
                yield Finding(
                    place, f"{what}-not-unique", f"each {what} has an id of its own; {value!r} stands {count} times"
                )
    for column in inputs:
        if column.get("field"):
            yield from _standard(graph, f"{place}, column {column.get('id')}", column["field"], scope, {})
    known = {c.get("id") for c in (*inputs, *outputs)} | {"_id", "_description"}
    for rule in rules:
        row = f"{place}, row {rule.get('_id')}"
        for unknown in sorted(set(rule) - known):
            yield Finding(row, "cell-without-column", f"the table has no column {unknown}")
        for column in inputs:
            yield from _cell(graph, row, column, rule.get(column.get("id")) or "", scope)
        for column in outputs:
            yield from _answer_cell(graph, row, column, rule.get(column.get("id")) or "", scope)


def _cell(graph: Graph, row: str, column: Part, cell: str, scope: Shape) -> Iterator[Finding]:
    if not cell.strip() or cell.strip() == "-":
        return
    field = column.get("field")
    if not field:
        yield from _standard(graph, row, cell, scope, {})
        return
    try:
        zen.compile_unary_expression(cell)
    except (RuntimeError, ValueError) as error:
        yield Finding(row, "cell-unreadable", f"{column.get('id')}: `{cell}`: {first_line(error)}")
        return
    yield from _named(graph, row, cell, {**scope, "$": ANY}, {})
    yield from _fitting(row, cell, field if field in FACTS else None)
    fact = FACTS.get(field)
    if fact and not list(facts_in(cell)) and not any(holds(cell, {"$": v, field: v}) for v in candidates(fact, [cell])):
        yield Finding(row, "cell-never-true", f"`{cell}` is true of no value of {field}")


def _answer_cell(graph: Graph, row: str, column: Part, cell: str, scope: Shape) -> Iterator[Finding]:
    field = column.get("field")
    if not cell.strip():
        if field in ("code", "outcome"):
            yield Finding(row, "answer-missing", f"a row says its {field}")
        return
    yield from _standard(graph, row, cell, scope, {})
    found = terms(cell)
    value = found[0].value if len(found) == 1 and found[0].literal else None
    if field == "outcome" and value not in set(RiskOutcome):
        yield Finding(row, "outcome-unknown", f"the outcome is one of {listed(RiskOutcome)}, written as a text")
    if field == "reason" and value != "" and value not in REASONS:
        yield Finding(row, "reason-unknown", f"{cell} is none of the reasons {listed(REASONS)}")
    if field == "code" and not (isinstance(value, str) and CODE.fullmatch(value)):
        yield Finding(row, "code-unreadable", "a row's code is a text of capitals, digits and _")


def _expressions(graph: Graph, node: Part, content: Part, scope: Shape) -> Iterator[Finding]:
    earlier: JsonObject = {}
    rows = content.get("expressions", [])
    for key, count in Counter(row.get("key") for row in rows).items():
        if count > 1 or not key:
            yield Finding(
                place_of(node), "key-not-unique", f"each expression has a name of its own; {key!r} stands {count} times"
            )
    for row in rows:
        place = f"{place_of(node)}, expression {row.get('key')}"
        yield from _standard(graph, place, row.get("value") or "", scope, earlier)
        earlier[str(row.get("key"))] = ANY


def _standard(graph: Graph, place: str, text: str, scope: Shape, earlier: Shape) -> Iterator[Finding]:
    try:
        zen.compile_expression(text)
    except (RuntimeError, ValueError) as error:
        yield Finding(place, "expression-unreadable", f"`{text}`: {first_line(error)}")
        return
    yield from _named(graph, place, text, scope, earlier)
    yield from _fitting(place, text, None)


def _named(graph: Graph, place: str, text: str, scope: Shape, earlier: Shape) -> Iterator[Finding]:
    """Every name exists where it is used: facts, what nodes before give, and earlier expressions of the node."""
    for path in paths(terms(text)):
        root, rest = path[0], path[1:]
        if root == "#":
            lost = [field for field in rest[:1] if field not in _answers_of(graph)]
            if lost:
                yield Finding(place, "unknown-field", f"`{text}`: nothing has a field {lost[0]}")
        elif root == "$nodes":
            if not rest or rest[0] not in graph.names:
                yield Finding(place, "unknown-field", f"`{text}`: there is no node {'.'.join(rest[:1])}")
        elif root in ("$", "$root"):
            known = earlier if earlier or root == "$" else scope
            if rest and rest[0] not in known and rest[0] not in scope:
                yield Finding(place, "unknown-field", f"`{text}`: there is no {rest[0]} before it")
        elif root not in scope:
            hint = "" if root not in FACTS else "; it is a fact, and does not reach this node"
            yield Finding(place, "unknown-field", f"`{text}`: there is no {root} here{hint}")
        elif rest and isinstance(scope[root], dict) and rest[0] not in scope[root]:
            yield Finding(place, "unknown-field", f"`{text}`: {root} has no field {rest[0]}")


def _answers_of(graph: Graph) -> set[str]:
    fields = set(OF_A_HIT)
    for node in graph.of(TABLE):
        fields |= {c.get("field") for c in node.get("content", {}).get("outputs", ())}
    return fields


def _fitting(place: str, text: str, own: str | None) -> Iterator[Finding]:
    """Every literal fits the fact that it is compared with."""
    for name, value in compared(terms(text), own):
        fact = FACTS.get(name)
        if fact is None or value is None:
            continue
        if fact.kind is int and isinstance(value, str) and re.fullmatch(r"-?\d+\.\d+", value):
            continue  # a count may be compared with a fraction
        if (why := fact.refusal(value)) is not None:
            yield Finding(place, "value-unknown", f"`{text}`: {why}")


def _scope(graph: Graph, node: str) -> JsonObject:
    """What a node can name: all that the nodes right before it give."""
    scope: JsonObject = {}
    for before in graph.before(node):
        scope |= _given(graph, graph.by_id[before])
    return scope


def _given(graph: Graph, node: Part) -> JsonObject:
    content = node.get("content") or {}
    if node["type"] == INPUT:
        return dict.fromkeys(FACTS, ANY)
    if node["type"] == SWITCH:
        return _scope(graph, node["id"])
    if node["type"] == TABLE:
        made = {str(c.get("field")): ANY for c in content.get("outputs", ())}
        own: JsonObject = made if content.get("hitPolicy") == "first" else {}
        if path := content.get("outputPath"):
            own = {path: made if content.get("hitPolicy") == "first" else ANY}
    else:
        made = {str(row.get("key")): ANY for row in content.get("expressions", ())}
        own = {content["outputPath"]: made} if content.get("outputPath") else made
    return (_scope(graph, node["id"]) if content.get("passThrough") else {}) | own
