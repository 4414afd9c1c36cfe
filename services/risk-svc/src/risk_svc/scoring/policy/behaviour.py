"""Whether a good applicant is approved and an unknown one is not, and every row can be hit and is heard in the
answer."""

import random
from collections.abc import Iterator, Mapping
from typing import Any

from zen import ZenEngine

from loan_contracts.assessment import RiskOutcome
from risk_svc.domain.policy.catalogue import FACTS
from risk_svc.domain.policy.finding import Finding
from risk_svc.scoring.policy.answers import outcome_of, told, wrong_answer
from risk_svc.scoring.policy.applicants import TRIALS, Facts, candidates, cells_of, good_facts, towards
from risk_svc.scoring.policy.graph import TABLE, Graph, Part, place_of
from risk_svc.scoring.policy.terms import terms

SEED = 20260101


def behaviour(graph: Graph, engine: ZenEngine) -> Iterator[Finding]:
    """Applicants who are answered wrongly, and rows that concern nobody or are not heard."""
    good = good_facts()
    if (wrong := wrong_answer(engine, good)) or outcome_of(engine, good) != RiskOutcome.APPROVE:
        yield Finding("a good applicant", "good-not-approved", wrong or f"is answered {told(engine, good)}")
        return
    for what, facts in [("nothing", {}), *((n, good | {n: None}) for n, fact in FACTS.items() if fact.needed)]:
        if outcome_of(engine, facts) == RiskOutcome.APPROVE:
            told_so = "is approved on no facts" if what == "nothing" else f"is approved without {what}"
            yield Finding("an unknown applicant", "unknown-approved", told_so)
    values = {name: candidates(fact, cells_of(graph, name)) for name, fact in FACTS.items()}
    chance = random.Random(SEED)
    for _ in range(TRIALS):
        facts = good | {n: chance.choice(values[n]) for n in chance.sample(list(FACTS), chance.randint(1, 6))}
        if wrong := wrong_answer(engine, facts):
            yield Finding("some applicant", "no-answer", f"{wrong}, with {_differing(facts, good)}")
            return
    for node in graph.of(TABLE):
        for rule in node["content"]["rules"]:
            yield from _reachable(engine, node, rule, values, chance)


def _reachable(
    engine: ZenEngine,
    node: Part,
    rule: Part,
    values: Mapping[str, list[Any]],
    chance: random.Random,
) -> Iterator[Finding]:
    place = f"{place_of(node)}, row {rule['_id']}"
    for facts in towards(node["content"], rule, values, chance):
        try:
            answer = engine.evaluate("policy", facts, {"trace": True})
        except (RuntimeError, ValueError):
            continue
        if rule["_id"] not in _rows_hit(answer, node["id"]):
            continue
        if wrong := wrong_answer(engine, facts):
            yield Finding(place, "no-answer", f"{wrong}, where the row is hit")
        elif "code" in {c.get("field") for c in node["content"]["outputs"]}:
            yield from _counts(place, rule, node["content"], answer["result"])
        return
    yield Finding(
        place,
        "row-never-hit",
        "no applicant was found whom it concerns: it contradicts itself, or rows before it take all",
    )


def _counts(place: str, rule: Part, content: Part, result: Part) -> Iterator[Finding]:
    written = {c["field"]: terms(rule.get(c["id"]) or "") for c in content["outputs"]}
    code = written["code"][0].value
    if code not in {hit["code"] for hit in result["hits"]}:
        yield Finding(place, "hit-lost", f"{code} is hit and does not reach the recommendation")
    if written.get("outcome") and written["outcome"][0].value == RiskOutcome.DECLINE and result["outcome"] != "DECLINE":
        yield Finding(place, "decline-lost", f"{code} declines and the recommendation is {result['outcome']}")


def _rows_hit(answer: Part, node: str) -> set[str]:
    data = answer["trace"].get(node, {}).get("traceData")
    return {row["rule"].get("_id") for row in (data if isinstance(data, list) else [data]) if row and "rule" in row}


def _differing(facts: Facts, good: Facts) -> str:
    return ", ".join(f"{n}={facts[n]!r}" for n in facts if facts[n] != good[n]) or "good facts"
