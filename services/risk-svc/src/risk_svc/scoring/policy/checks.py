"""What a decision graph must satisfy before it may decide: what it names exists, what it compares fits, every row can
be hit and says so in the answer, a good applicant is approved and an unknown one is not, and its examples come true."""

import json

import zen

from risk_svc.domain.policy.finding import Finding
from risk_svc.scoring.policy.behaviour import behaviour
from risk_svc.scoring.policy.contents import contents
from risk_svc.scoring.policy.examples import examples_kept
from risk_svc.scoring.policy.graph import Graph, Part, first_line
from risk_svc.scoring.policy.structure import structure

MOST_SHOWN = 50


def check_policy(content: bytes, examples: Part) -> list[Finding]:
    """Everything that is wrong with a graph and its examples; empty where it may decide."""
    try:
        graph = Graph(json.loads(content))
        found = list(structure(graph)) or list(contents(graph))
        if not found:
            compiled = zen.ZenDecisionContent(content.decode())
            engine = zen.ZenEngine({"loader": lambda _: compiled})
            found = list(behaviour(graph, engine)) or list(examples_kept(engine, examples))
    except (ValueError, RuntimeError, AttributeError, TypeError, KeyError) as broken:
        return [Finding("graph", "not-a-graph", first_line(broken))]
    return found[:MOST_SHOWN]
