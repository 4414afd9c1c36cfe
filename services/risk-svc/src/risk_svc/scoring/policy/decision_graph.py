"""Policy rules as a decision graph (JDM) run by the zen engine: compiled once, given only what rules read."""

import json
from dataclasses import fields
from operator import attrgetter

import zen

from loan_contracts.assessment import RiskOutcome
from loan_contracts.message import JsonObject
from risk_svc.domain.policy.rules import PolicyFacts, Recommendation, RuleHit
from risk_svc.scoring.artefacts import version_of

_GRAPH = "policy"
_NAMES = tuple(field.name for field in fields(PolicyFacts))
_values = attrgetter(*_NAMES)
_NOT_COMPUTED = Recommendation(RiskOutcome.REFER, (RuleHit("POLICY_NOT_COMPUTED", RiskOutcome.REFER, "R09"),))


class UnsafePolicy(ValueError):
    """A graph that would approve an applicant of whom nothing is known must not come into force."""


class GraphPolicy:
    """One decision graph. Its version is the name and the content's hash.

    Raises UnsafePolicy for a graph that cannot be compiled or that approves on no facts at all.
    """

    def __init__(self, name: str, content: bytes) -> None:
        try:
            compiled = zen.ZenDecisionContent(content.decode())
        except (RuntimeError, ValueError) as broken:
            raise UnsafePolicy(f"{name} is no decision graph: {broken}") from broken
        self._engine = zen.ZenEngine({"loader": lambda _: compiled})
        self._version = version_of(name, content)
        if self._answer({}).outcome is RiskOutcome.APPROVE:
            raise UnsafePolicy(f"{name} approves where nothing is known")

    @property
    def version(self) -> str:
        """The name and the beginning of the content's SHA-256."""
        return self._version

    def recommend(self, facts: PolicyFacts) -> Recommendation:
        """The graph's outcome and hits. A graph that fails on some facts refers the application to a person."""
        return self._answer(dict(zip(_NAMES, _values(facts), strict=True)))

    def _answer(self, facts: JsonObject) -> Recommendation:
        try:
            answer = self._engine.evaluate(_GRAPH, facts)["result"]
            hits = tuple(_hit(each) for each in answer["hits"])
            return Recommendation(RiskOutcome(answer["outcome"]), hits)
        except (RuntimeError, ValueError, KeyError, TypeError):
            # Not swallowed: the outcome says so, and the application waits for a person (style: a recorded outcome).
            return _NOT_COMPUTED


def _hit(row: JsonObject) -> RuleHit:
    return RuleHit(
        row["code"],
        RiskOutcome(row["outcome"]),
        row.get("reason") or "",
        _text(row.get("value")),
        _text(row.get("limit")),
    )


def _text(value: object) -> str | None:
    if value is None:
        return None
    return value if isinstance(value, str) else json.dumps(value)
