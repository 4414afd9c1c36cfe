"""What a decision must pass to be published: a graph that can be read through, and examples that it gets right and that
hit each of its rules."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import zen

from workflow_svc.engine.conditions import STRING, first_line
from workflow_svc.engine.decisions.content import Content, Example
from workflow_svc.engine.decisions.decision import PublishedDecision
from workflow_svc.engine.findings import Finding
from workflow_svc.engine.inside.expressions import FUNCTIONS, reads_of

INPUT, OUTPUT, TABLE, EXPRESSIONS, SWITCH = (
    "inputNode",
    "outputNode",
    "decisionTableNode",
    "expressionNode",
    "switchNode",
)
KINDS = frozenset({INPUT, OUTPUT, TABLE, EXPRESSIONS, SWITCH})
Part = Mapping[str, Any]


def checked(content: Content, before: Content | None) -> list[Finding]:
    """All that keeps a decision from being published; `before` is the version in force. Scripts in graphs (function
    nodes) are refused: nothing that people edit is run as a program."""
    findings = [*_declared(content), *_shape(content, before), *_structure(content), *_texts(content)]
    if findings:
        return findings
    try:
        decision = PublishedDecision(content, 1)
    except (RuntimeError, ValueError) as error:
        return [Finding("graph", "graph-unreadable", first_line(error))]
    return [*_examples(content, decision)]


def _declared(content: Content) -> Iterator[Finding]:
    document = content.document
    for name, variable in content.outputs.items():
        value = document.otherwise.get(name)
        if value is None or not variable.accepts(value) or (variable.values and value not in variable.values):
            yield Finding("otherwise", "fallback-missing", f"the careful answer says what {name} is, a {variable.kind}")
    for name in sorted(document.otherwise.keys() - document.outputs.keys()):
        yield Finding("otherwise", "fallback-missing", f"{name} is no output")


def _shape(content: Content, before: Content | None) -> Iterator[Finding]:
    """Processes that ask it keep what it reads and rely on what it gives: another shape is another decision."""
    if before is None:
        return
    for name, variable in content.inputs.items():
        known = before.inputs.get(name)
        if known is None or known.kind is not variable.kind:
            detail = f"the version in force does not read {name} as {variable.kind}; publish it under another code"
            yield Finding(f"inputs/{name}", "decision-shape-changed", detail)
    if {n: v.kind for n, v in before.outputs.items()} != {n: v.kind for n, v in content.outputs.items()}:
        detail = "the version in force gives other outputs; publish it under another code"
        yield Finding("outputs", "decision-shape-changed", detail)


def _structure(content: Content) -> Iterator[Finding]:
    graph = content.document.graph
    nodes = [node for node in graph.get("nodes", ()) if isinstance(node, dict)]
    edges = [edge for edge in graph.get("edges", ()) if isinstance(edge, dict)]
    ids = Counter(str(node.get("id")) for node in nodes)
    for id, number in ids.items():
        if number > 1 or id == "None":
            yield Finding(f"node {id}", "id-not-unique", "each node has an id of its own")
    for node in nodes:
        if node.get("type") not in KINDS:
            detail = f"{node.get('type')} is not allowed; use tables, expressions, switches"
            yield Finding(f"node {node.get('id')}", "node-kind", detail)
    for kind in (INPUT, OUTPUT):
        if (found := sum(node.get("type") == kind for node in nodes)) != 1:
            yield Finding("graph", "one-input-one-output", f"the graph has one {kind}, not {found}")
            return
    for edge in edges:
        if edge.get("sourceId") not in ids or edge.get("targetId") not in ids:
            yield Finding(f"edge {edge.get('id')}", "edge-leads-nowhere", "both of its ends are nodes of the graph")
    start = next(str(node["id"]) for node in nodes if node["type"] == INPUT)
    end = next(str(node["id"]) for node in nodes if node["type"] == OUTPUT)
    forth = {(str(edge.get("sourceId")), str(edge.get("targetId"))) for edge in edges}
    back = {(target, source) for source, target in forth}
    between = _reached(start, forth) & _reached(end, back)
    for id in ids:
        if id not in between:
            yield Finding(f"node {id}", "not-connected", "it lies on no way from what is read to what is given")
        elif any(id in _reached(after, forth) for source, after in forth if source == id):
            yield Finding(f"node {id}", "cycle", "the graph leads back to it")


def _reached(first: str, edges: set[tuple[str, str]]) -> set[str]:
    seen, left = set[str](), [first]
    while left:
        id = left.pop()
        if id not in seen:
            seen.add(id)
            left += [target for source, target in edges if source == id]
    return seen


def _texts(content: Content) -> Iterator[Finding]:
    """Every cell and expression parses and names what is there."""
    nodes = [node for node in content.document.graph.get("nodes", ()) if isinstance(node, dict)]
    known = set(content.inputs) | {field for node in nodes for field in _given(node)} | {"$", "nodes"}
    for node in nodes:
        place, inner = f"node {node.get('id')}", node.get("content") or {}
        columns = list(inner.get("inputs", ())) if node.get("type") == TABLE else []
        if node.get("type") == TABLE and not inner.get("rules"):
            yield Finding(place, "table-empty", "a table has at least one rule")
        for column in columns:
            yield from _text(place, str(column.get("field") or "true"), known)
        for rule in inner.get("rules", ()) if node.get("type") == TABLE else ():
            where = f"{place}, rule {rule.get('_id')}"
            for column in columns:
                yield from _cell(where, str(rule.get(column.get("id")) or ""), bool(column.get("field")), known)
            for column in inner.get("outputs", ()):
                if cell := str(rule.get(column.get("id")) or ""):
                    yield from _text(where, cell, known)
        for each in inner.get("expressions", ()) if node.get("type") == EXPRESSIONS else ():
            yield from _text(f"{place}, {each.get('key')}", str(each.get("value") or ""), known)
        for each in inner.get("statements", ()) if node.get("type") == SWITCH else ():
            if text := str(each.get("condition") or ""):
                yield from _text(f"{place}, branch {each.get('id')}", text, known)


def _given(node: Part) -> Iterator[str]:
    content = node.get("content") or {}
    yield from (str(column.get("field")) for column in content.get("outputs", ()))
    yield from (str(each.get("key")) for each in content.get("expressions", ()))
    if content.get("outputPath"):
        yield str(content["outputPath"])


def _cell(place: str, text: str, unary: bool, known: set[str]) -> Iterator[Finding]:
    if text.strip() in ("", "-"):
        return
    if not unary:
        yield from _text(place, text, known)
        return
    try:
        zen.compile_unary_expression(text)
    except (RuntimeError, ValueError) as error:
        yield Finding(place, "expression-malformed", f"`{text}`: {first_line(error)}")
        return
    yield from _names(place, text, known)


def _text(place: str, text: str, known: set[str]) -> Iterator[Finding]:
    try:
        zen.compile_expression(text)
    except (RuntimeError, ValueError) as error:
        yield Finding(place, "expression-malformed", f"`{text}`: {first_line(error)}")
        return
    yield from _names(place, text, known)


def _names(place: str, text: str, known: set[str]) -> Iterator[Finding]:
    bare = STRING.sub("", text)
    if unknown := sorted(reads_of(bare) - known - FUNCTIONS):
        yield Finding(
            place, "variable-unknown", f"`{text}` reads {', '.join(unknown)}; known are {', '.join(sorted(known))}"
        )


def _examples(content: Content, decision: PublishedDecision) -> Iterator[Finding]:
    hit = set[tuple[str, str]]()
    for example in content.document.examples:
        yield from _example(content, decision, example, hit)
    for node in content.document.graph["nodes"]:
        for rule in (node.get("content") or {}).get("rules", ()) if node.get("type") == TABLE else ():
            if (str(node["id"]), str(rule.get("_id"))) not in hit:
                detail = f"no example hits the rule {rule.get('_id')}, so nobody has seen what it gives"
                yield Finding(f"node {node['id']}, rule {rule.get('_id')}", "rule-without-example", detail)


def _example(
    content: Content, decision: PublishedDecision, example: Example, hit: set[tuple[str, str]]
) -> Iterator[Finding]:
    place = f"example {example.name}"
    if strange := sorted(example.given.keys() - content.inputs.keys()):
        yield Finding(place, "example-malformed", f"{', '.join(strange)} is not read")
        return
    found = decision.evaluate(place, example.given)
    hit |= set(rules_hit(found.trace))
    if dict(found.result) != dict(example.expected):
        why = f" ({found.fallback})" if found.fallback else ""
        yield Finding(place, "example-fails", f"gives {dict(found.result)}{why}, expected is {example.expected}")


def rules_hit(trace: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """By node the rules of tables that held, as a trace tells them."""
    for id, step in trace.items():
        told = step.get("traceData") if isinstance(step, dict) else None
        for each in told if isinstance(told, list) else [told]:
            if isinstance(each, dict) and isinstance(each.get("rule"), dict) and "_id" in each["rule"]:
                yield id, str(each["rule"]["_id"])
