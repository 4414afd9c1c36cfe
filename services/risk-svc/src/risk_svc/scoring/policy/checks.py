"""What a decision graph must satisfy before it may decide: what it names exists, what it compares fits, every row can be
hit and says so in the answer, a good applicant is approved and an unknown one is not, and its examples come true."""

import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import zen

from loan_contracts.assessment import RiskOutcome
from loan_contracts.values import REASONS
from risk_svc.domain.policy.catalogue import FACTS, Fact
from risk_svc.scoring.policy.terms import compared, paths, terms

INPUT, OUTPUT, TABLE, EXPRESSIONS, SWITCH = (
    "inputNode", "outputNode", "decisionTableNode", "expressionNode", "switchNode",
)  # fmt: skip
KINDS = frozenset({INPUT, OUTPUT, TABLE, EXPRESSIONS, SWITCH})
HIT_POLICIES = frozenset({"first", "collect"})
OF_A_HIT = ("code", "outcome", "reason", "value", "limit")
CODE = re.compile(r"[A-Z][A-Z0-9_]{2,60}")
TRIALS = 150
SEED = 20260101
MOST_SHOWN = 50
ANY = object()  # a value whose fields are not looked into

Facts = dict[str, Any]
Shape = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, where (a node, a row, an example), and a stable code."""

    place: str
    code: str
    detail: str


class Graph:
    """The nodes and edges of a graph, as its JSON gives them."""

    def __init__(self, content: Mapping[str, Any]) -> None:
        self.nodes: list[dict[str, Any]] = [n for n in content.get("nodes", ()) if isinstance(n, dict)]
        self.edges: list[dict[str, Any]] = [e for e in content.get("edges", ()) if isinstance(e, dict)]
        self.by_id = {str(node.get("id")): node for node in self.nodes}
        self.names = {str(node.get("name")) for node in self.nodes}

    def of(self, kind: str) -> list[dict[str, Any]]:
        """The nodes of a kind."""
        return [node for node in self.nodes if node.get("type") == kind]

    def before(self, node: str) -> list[str]:
        """The nodes that lead to one."""
        return [e["sourceId"] for e in self.edges if e.get("targetId") == node and e.get("sourceId") in self.by_id]

    def after(self, node: str) -> list[str]:
        """The nodes that one leads to."""
        return [e["targetId"] for e in self.edges if e.get("sourceId") == node and e.get("targetId") in self.by_id]

    def reached(self, start: str, forth: bool) -> set[str]:
        """What can be reached from a node along the edges, or against them."""
        seen, waiting = {start}, [start]
        while waiting:
            here = waiting.pop()
            for there in self.after(here) if forth else self.before(here):
                if there not in seen:
                    seen.add(there)
                    waiting.append(there)
        return seen


def check_policy(content: bytes, examples: Mapping[str, Any]) -> list[Finding]:
    """Everything that is wrong with a graph and its examples; empty where it may decide."""
    try:
        graph = Graph(json.loads(content))
        found = list(_structure(graph)) or list(_contents(graph))
        if not found:
            compiled = zen.ZenDecisionContent(content.decode())
            engine = zen.ZenEngine({"loader": lambda _: compiled})
            found = list(_behaviour(graph, engine)) or list(_examples(engine, examples))
    except (ValueError, RuntimeError, AttributeError, TypeError, KeyError) as broken:
        return [Finding("graph", "not-a-graph", _first_line(broken))]
    return found[:MOST_SHOWN]


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0][:300] if str(error) else type(error).__name__


def _structure(graph: Graph) -> Iterator[Finding]:
    for what, items in (("node", graph.nodes), ("edge", graph.edges)):
        for id, count in Counter(str(item.get("id")) for item in items).items():
            if count > 1 or id == "None":
                yield Finding(f"{what} {id}", "id-not-unique", f"each {what} has an id of its own")
    for node in graph.nodes:
        if node.get("type") not in KINDS:
            yield Finding(
                _name(node), "node-kind", f"{node.get('type')} cannot be checked; use tables, expressions, switches"
            )
    for edge in graph.edges:
        if edge.get("sourceId") not in graph.by_id or edge.get("targetId") not in graph.by_id:
            yield Finding(f"edge {edge.get('id')}", "edge-leads-nowhere", "both of its ends are nodes of the graph")
    for kind in (INPUT, OUTPUT):
        if len(graph.of(kind)) != 1:
            yield Finding("graph", "one-input-one-output", f"the graph has one {kind}, not {len(graph.of(kind))}")
            return
    [start], [end] = graph.of(INPUT), graph.of(OUTPUT)
    joined = graph.reached(start["id"], True) & graph.reached(end["id"], False)
    for node in graph.nodes:
        if node["id"] not in joined:
            yield Finding(_name(node), "not-connected", "it lies on no way from the facts to the recommendation")
        elif node["id"] in set().union(*(graph.reached(n, True) for n in graph.after(node["id"])), set()):
            yield Finding(_name(node), "cycle", "the graph leads back to it")
        if node.get("type") == SWITCH:
            yield from _switch_edges(graph, node)


def _switch_edges(graph: Graph, node: Mapping[str, Any]) -> Iterator[Finding]:
    statements = {s.get("id") for s in node.get("content", {}).get("statements", ())}
    handles = {e.get("sourceHandle") for e in graph.edges if e.get("sourceId") == node["id"]}
    if statements - handles:
        yield Finding(_name(node), "branch-leads-nowhere", f"no edge leaves its branch {_listed(statements - handles)}")
    if handles - statements:
        yield Finding(
            _name(node), "edge-leads-nowhere", f"an edge leaves a branch that it lacks: {_listed(handles - statements)}"
        )


def _contents(graph: Graph) -> Iterator[Finding]:
    for node in graph.nodes:
        scope = _scope(graph, node["id"])
        content = node.get("content") or {}
        if node["type"] in (TABLE, EXPRESSIONS) and (content.get("executionMode") or "single") != "single":
            yield Finding(_name(node), "execution-mode", "only the mode `single` can be checked")
        if node["type"] in (TABLE, EXPRESSIONS) and content.get("inputField"):
            yield Finding(_name(node), "input-field", "a node reads the whole of what reaches it")
        if node["type"] == TABLE:
            yield from _table(graph, node, content, scope)
        elif node["type"] == EXPRESSIONS:
            yield from _expressions(graph, node, content, scope)
        elif node["type"] == SWITCH:
            for statement in content.get("statements", ()):
                if not statement.get("isDefault") and (statement.get("condition") or "").strip():
                    place = f"{_name(node)}, branch {statement.get('id')}"
                    yield from _standard(graph, place, statement["condition"], scope, {})


def _table(graph: Graph, node: Mapping[str, Any], content: Mapping[str, Any], scope: Shape) -> Iterator[Finding]:
    place = _name(node)
    inputs, outputs, rules = content.get("inputs", []), content.get("outputs", []), content.get("rules", [])
    if content.get("hitPolicy") not in HIT_POLICIES:
        yield Finding(place, "hit-policy", f"`{content.get('hitPolicy')}` is none of {_listed(HIT_POLICIES)}")
    if not rules:
        yield Finding(place, "table-empty", "a table has at least one row")
    for what, values in (("column", [c.get("id") for c in (*inputs, *outputs)]), ("row", [r.get("_id") for r in rules]),
                         ("output", [c.get("field") for c in outputs])):  # fmt: skip
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


def _cell(graph: Graph, row: str, column: Mapping[str, Any], cell: str, scope: Shape) -> Iterator[Finding]:
    if not cell.strip() or cell.strip() == "-":
        return
    field = column.get("field")
    if not field:
        yield from _standard(graph, row, cell, scope, {})
        return
    try:
        zen.compile_unary_expression(cell)
    except (RuntimeError, ValueError) as error:
        yield Finding(row, "cell-unreadable", f"{column.get('id')}: `{cell}`: {_first_line(error)}")
        return
    yield from _named(graph, row, cell, {**scope, "$": ANY}, {})
    yield from _fitting(row, cell, field if field in FACTS else None)
    fact = FACTS.get(field)
    if (
        fact
        and not list(_refers(cell))
        and not any(_holds(cell, {"$": v, field: v}) for v in _candidates(fact, [cell]))
    ):
        yield Finding(row, "cell-never-true", f"`{cell}` is true of no value of {field}")


def _answer_cell(graph: Graph, row: str, column: Mapping[str, Any], cell: str, scope: Shape) -> Iterator[Finding]:
    field = column.get("field")
    if not cell.strip():
        if field in ("code", "outcome"):
            yield Finding(row, "answer-missing", f"a row says its {field}")
        return
    yield from _standard(graph, row, cell, scope, {})
    found = terms(cell)
    value = found[0].value if len(found) == 1 and found[0].literal else None
    if field == "outcome" and value not in set(RiskOutcome):
        yield Finding(row, "outcome-unknown", f"the outcome is one of {_listed(RiskOutcome)}, written as a text")
    if field == "reason" and value != "" and value not in REASONS:
        yield Finding(row, "reason-unknown", f"{cell} is none of the reasons {_listed(REASONS)}")
    if field == "code" and not (isinstance(value, str) and CODE.fullmatch(value)):
        yield Finding(row, "code-unreadable", "a row's code is a text of capitals, digits and _")


def _expressions(graph: Graph, node: Mapping[str, Any], content: Mapping[str, Any], scope: Shape) -> Iterator[Finding]:
    earlier: dict[str, Any] = {}
    rows = content.get("expressions", [])
    for key, count in Counter(row.get("key") for row in rows).items():
        if count > 1 or not key:
            yield Finding(
                _name(node), "key-not-unique", f"each expression has a name of its own; {key!r} stands {count} times"
            )
    for row in rows:
        place = f"{_name(node)}, expression {row.get('key')}"
        yield from _standard(graph, place, row.get("value") or "", scope, earlier)
        earlier[str(row.get("key"))] = ANY


def _standard(graph: Graph, place: str, text: str, scope: Shape, earlier: Shape) -> Iterator[Finding]:
    try:
        zen.compile_expression(text)
    except (RuntimeError, ValueError) as error:
        yield Finding(place, "expression-unreadable", f"`{text}`: {_first_line(error)}")
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


def _scope(graph: Graph, node: str) -> dict[str, Any]:
    """What a node can name: all that the nodes right before it give."""
    scope: dict[str, Any] = {}
    for before in graph.before(node):
        scope |= _given(graph, graph.by_id[before])
    return scope


def _given(graph: Graph, node: Mapping[str, Any]) -> dict[str, Any]:
    content = node.get("content") or {}
    if node["type"] == INPUT:
        return dict.fromkeys(FACTS, ANY)
    if node["type"] == SWITCH:
        return _scope(graph, node["id"])
    if node["type"] == TABLE:
        made = {str(c.get("field")): ANY for c in content.get("outputs", ())}
        own: dict[str, Any] = made if content.get("hitPolicy") == "first" else {}
        if path := content.get("outputPath"):
            own = {path: made if content.get("hitPolicy") == "first" else ANY}
    else:
        made = {str(row.get("key")): ANY for row in content.get("expressions", ())}
        own = {content["outputPath"]: made} if content.get("outputPath") else made
    return (_scope(graph, node["id"]) if content.get("passThrough") else {}) | own


def good_facts() -> Facts:
    """What a good applicant shows: everything known, nothing against him."""
    return {name: fact.good for name, fact in FACTS.items()}


def _behaviour(graph: Graph, engine: Any) -> Iterator[Finding]:
    good = good_facts()
    if (wrong := _wrong_answer(engine, good)) or _outcome(engine, good) != RiskOutcome.APPROVE:
        yield Finding("a good applicant", "good-not-approved", wrong or f"is answered {_told(engine, good)}")
        return
    for what, facts in [("nothing", {}), *((n, good | {n: None}) for n, fact in FACTS.items() if fact.needed)]:
        if _outcome(engine, facts) == RiskOutcome.APPROVE:
            yield Finding("an unknown applicant", "unknown-approved",
                          "is approved on no facts" if what == "nothing" else f"is approved without {what}")  # fmt: skip
    values = {name: _candidates(fact, _cells_of(graph, name)) for name, fact in FACTS.items()}
    chance = random.Random(SEED)
    for _ in range(TRIALS):
        facts = good | {n: chance.choice(values[n]) for n in chance.sample(list(FACTS), chance.randint(1, 6))}
        if wrong := _wrong_answer(engine, facts):
            yield Finding("some applicant", "no-answer", f"{wrong}, with {_differing(facts, good)}")
            return
    for node in graph.of(TABLE):
        for rule in node["content"]["rules"]:
            yield from _reachable(engine, node, rule, values, chance)


def _reachable(
    engine: Any,
    node: Mapping[str, Any],
    rule: Mapping[str, Any],
    values: Mapping[str, list[Any]],
    chance: random.Random,
) -> Iterator[Finding]:
    place = f"{_name(node)}, row {rule['_id']}"
    for facts in _towards(node["content"], rule, values, chance):
        try:
            answer = engine.evaluate("policy", facts, {"trace": True})
        except (RuntimeError, ValueError):
            continue
        if rule["_id"] not in _rows_hit(answer, node["id"]):
            continue
        if wrong := _wrong_answer(engine, facts):
            yield Finding(place, "no-answer", f"{wrong}, where the row is hit")
        elif "code" in {c.get("field") for c in node["content"]["outputs"]}:
            yield from _counts(place, rule, node["content"], answer["result"])
        return
    yield Finding(
        place,
        "row-never-hit",
        "no applicant was found whom it concerns: it contradicts itself, or rows before it take all",
    )


def _counts(
    place: str, rule: Mapping[str, Any], content: Mapping[str, Any], result: Mapping[str, Any]
) -> Iterator[Finding]:
    written = {c["field"]: terms(rule.get(c["id"]) or "") for c in content["outputs"]}
    code = written["code"][0].value
    if code not in {hit["code"] for hit in result["hits"]}:
        yield Finding(place, "hit-lost", f"{code} is hit and does not reach the recommendation")
    if written.get("outcome") and written["outcome"][0].value == RiskOutcome.DECLINE and result["outcome"] != "DECLINE":
        yield Finding(place, "decline-lost", f"{code} declines and the recommendation is {result['outcome']}")


def _rows_hit(answer: Mapping[str, Any], node: str) -> set[str]:
    data = answer["trace"].get(node, {}).get("traceData")
    return {row["rule"].get("_id") for row in (data if isinstance(data, list) else [data]) if row and "rule" in row}


def _towards(
    content: Mapping[str, Any], rule: Mapping[str, Any], values: Mapping[str, list[Any]], chance: random.Random
) -> Iterator[Facts]:
    """Applicants who should be hit by a row: first one who differs from a good one in what the row asks, then others."""
    asked = [(c["field"], rule[c["id"]]) for c in content["inputs"]
             if c.get("field") in FACTS and (rule.get(c["id"]) or "").strip() not in ("", "-")]  # fmt: skip
    named = {name for _, cell in asked for name in _refers(cell)} - {field for field, _ in asked}
    for trial in range(TRIALS):
        facts = good_facts()
        if trial:
            others = named if trial < TRIALS // 3 else set(FACTS) - {field for field, _ in asked}
            facts |= {
                n: chance.choice(values[n]) for n in sorted(others) if trial < TRIALS // 3 or chance.random() < 0.3
            }
        for field, cell in asked:
            fitting = [v for v in values[field] if _holds(cell, facts | {field: v, "$": v})]
            if not fitting:
                break
            facts[field] = facts[field] if facts[field] in fitting and trial == 0 else chance.choice(fitting)
        else:
            yield facts


def _candidates(fact: Fact, cells: Sequence[str]) -> list[Any]:
    """The values of a fact that cells tell apart: all of a short domain, those around each number that they name."""
    none = [None] if fact.nullable else []
    if fact.kind is bool:
        return [True, False, *none]
    named = [term.value for cell in cells for term in terms(cell) if term.literal]
    if fact.kind is str:
        return [*(fact.values or dict.fromkeys([fact.good, "其他", *(v for v in named if isinstance(v, str))])), *none]
    numbers = {n * sign + step for n in named if type(n) is int for step in (-1, 0, 1) for sign in (1, -1)}
    allowed = (n for n in {*numbers, fact.good, 0, 1} if fact.least is None or n >= fact.least)
    return [*sorted(allowed), *none]


def _cells_of(graph: Graph, field: str) -> list[str]:
    found = []
    for node in graph.of(TABLE):
        for column in node["content"]["inputs"]:
            if column.get("field") == field:
                found += [rule.get(column["id"]) or "" for rule in node["content"]["rules"]]
    for node in (*graph.of(EXPRESSIONS), *graph.of(SWITCH)):
        written = json.dumps(node.get("content"), ensure_ascii=False).replace('\\"', '"')
        found += [written] if re.search(rf"\b{field}\b", written) else []
    return found


def _refers(cell: str) -> Iterator[str]:
    return (path[0] for path in paths(terms(cell)) if path[0] in FACTS)


def _holds(cell: str, facts: Facts) -> bool:
    try:
        return bool(zen.evaluate_unary_expression(cell, facts))
    except (RuntimeError, ValueError):
        return False


def _outcome(engine: Any, facts: Facts) -> str | None:
    try:
        return str(engine.evaluate("policy", facts)["result"]["outcome"])
    except (RuntimeError, ValueError, KeyError, TypeError):
        return None


def _wrong_answer(engine: Any, facts: Facts) -> str | None:
    """What is wrong with the shape of an answer; None where it is a recommendation with its reasons."""
    try:
        result = engine.evaluate("policy", facts)["result"]
    except (RuntimeError, ValueError) as error:
        return f"it cannot be computed: {_first_line(error)}"
    if not isinstance(result, dict) or result.get("outcome") not in set(RiskOutcome):
        return "the answer has no outcome"
    hits = result.get("hits")
    if not isinstance(hits, list):
        return "the answer has no list of hits"
    for hit in hits:
        if not isinstance(hit, dict) or not {"code", "outcome", "reason"} <= set(hit) <= set(OF_A_HIT):
            return f"a hit has {_listed(hit) or 'nothing'} instead of {_listed(OF_A_HIT)}"
        if hit["outcome"] not in set(RiskOutcome) or (hit["reason"] and hit["reason"] not in REASONS):
            return f"{hit['code']} has no outcome or no known reason"
    severest = max((_SEVERITY[hit["outcome"]] for hit in hits), default=0)
    if _SEVERITY[result["outcome"]] != severest:
        return f"the outcome {result['outcome']} does not follow from its hits"
    return None


_SEVERITY: Mapping[str, int] = {RiskOutcome.APPROVE: 0, RiskOutcome.REFER: 1, RiskOutcome.DECLINE: 2}


def _told(engine: Any, facts: Facts) -> str:
    try:
        result = engine.evaluate("policy", facts)["result"]
        return f"{result['outcome']} for {_listed(hit['code'] for hit in result['hits'])}"
    except (RuntimeError, ValueError, KeyError, TypeError):
        return "nothing"


def _examples(engine: Any, examples: Mapping[str, Any]) -> Iterator[Finding]:
    """Applicants whose outcome the author of the policy knows: what differs from a good one, the outcome, the hits."""
    given = examples.get("examples", []) if isinstance(examples, Mapping) else []
    for outcome in RiskOutcome:
        if outcome not in {e.get("outcome") for e in given if isinstance(e, dict)}:
            yield Finding("examples", "examples-missing", f"at least one example is answered {outcome}")
    for number, example in enumerate(given):
        place = f"example {example.get('name', number)}"
        changes: Facts = example.get("facts", {})
        wrong = [n for n in changes if n not in FACTS] or [n for n, v in changes.items() if FACTS[n].refusal(v)]
        if wrong:
            yield Finding(place, "example-facts", f"{wrong[0]}: {_why(wrong[0], changes)}")
            continue
        facts = good_facts() | changes
        if (answered := _outcome(engine, facts)) != example.get("outcome"):
            yield Finding(
                place, "example-differs", f"expected {example.get('outcome')}, answered {_told(engine, facts)}"
            )
        elif answered is not None and "hits" in example:
            hits = sorted(hit["code"] for hit in engine.evaluate("policy", facts)["result"]["hits"])
            if hits != sorted(example["hits"]):
                yield Finding(
                    place, "example-differs", f"expected the rules {_listed(example['hits'])}, hit {_listed(hits)}"
                )


def _why(name: str, changes: Facts) -> str:
    return str(FACTS[name].refusal(changes[name])) if name in FACTS else "there is no such fact"


def _differing(facts: Facts, good: Facts) -> str:
    return ", ".join(f"{n}={facts[n]!r}" for n in facts if facts[n] != good[n]) or "good facts"


def _name(node: Mapping[str, Any]) -> str:
    return f"node {node.get('id')}"


def _listed(values: Any) -> str:
    return ", ".join(sorted(str(value) for value in values))
