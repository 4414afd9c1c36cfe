"""Applicants to try a policy on: a good one, and others who differ from him in what its cells tell apart."""

import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import zen

from loan_contracts.message import JsonObject
from risk_svc.domain.policy.catalogue import FACTS, Fact
from risk_svc.scoring.policy.graph import EXPRESSIONS, SWITCH, TABLE, Graph, Part
from risk_svc.scoring.policy.terms import paths, terms

TRIALS = 150

Facts = JsonObject


def good_facts() -> Facts:
    """What a good applicant shows: everything known, nothing against him."""
    return {name: fact.good for name, fact in FACTS.items()}


def candidates(fact: Fact, cells: Sequence[str]) -> list[Any]:
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


def cells_of(graph: Graph, field: str) -> list[str]:
    """Every text of a graph that asks about a fact."""
    found = []
    for node in graph.of(TABLE):
        for column in node["content"]["inputs"]:
            if column.get("field") == field:
                found += [rule.get(column["id"]) or "" for rule in node["content"]["rules"]]
    for node in (*graph.of(EXPRESSIONS), *graph.of(SWITCH)):
        written = json.dumps(node.get("content"), ensure_ascii=False).replace('\\"', '"')
        found += [written] if re.search(rf"\b{field}\b", written) else []
    return found


def towards(content: Part, rule: Part, values: Mapping[str, list[Any]], chance: random.Random) -> Iterator[Facts]:
    """Applicants whom a row should hit: first one who differs from a good one in what the row asks, then others."""
    columns = [column for column in content["inputs"] if column.get("field") in FACTS]
    asked = [(c["field"], rule[c["id"]]) for c in columns if (rule.get(c["id"]) or "").strip() not in ("", "-")]
    named = {name for _, cell in asked for name in facts_in(cell)} - {field for field, _ in asked}
    for trial in range(TRIALS):
        facts = good_facts()
        if trial:
            others = named if trial < TRIALS // 3 else set(FACTS) - {field for field, _ in asked}
            facts |= {
                n: chance.choice(values[n]) for n in sorted(others) if trial < TRIALS // 3 or chance.random() < 0.3
            }
        for field, cell in asked:
            fitting = [v for v in values[field] if holds(cell, facts | {field: v, "$": v})]
            if not fitting:
                break
            facts[field] = facts[field] if facts[field] in fitting and trial == 0 else chance.choice(fitting)
        else:
            yield facts


def facts_in(cell: str) -> Iterator[str]:
    """The facts that a cell names."""
    return (path[0] for path in paths(terms(cell)) if path[0] in FACTS)


def holds(cell: str, facts: Facts) -> bool:
    """Whether a cell is true of an applicant; what cannot be computed is not."""
    try:
        return bool(zen.evaluate_unary_expression(cell, facts))
    except (RuntimeError, ValueError):
        return False
