"""What a policy answers to one applicant, and whether the answer is a recommendation."""

from collections.abc import Mapping

from zen import ZenEngine

from loan_contracts.assessment import RiskOutcome
from loan_contracts.values import REASONS
from risk_svc.scoring.policy.applicants import Facts
from risk_svc.scoring.policy.graph import OF_A_HIT, first_line, listed

SEVERITY: Mapping[str, int] = {RiskOutcome.APPROVE: 0, RiskOutcome.REFER: 1, RiskOutcome.DECLINE: 2}


def outcome_of(engine: ZenEngine, facts: Facts) -> str | None:
    """The outcome; None where there is none."""
    try:
        return str(engine.evaluate("policy", facts)["result"]["outcome"])
    except (RuntimeError, ValueError, KeyError, TypeError):
        return None


def wrong_answer(engine: ZenEngine, facts: Facts) -> str | None:
    """What is wrong with the shape of an answer; None where it is a recommendation with its reasons."""
    try:
        result = engine.evaluate("policy", facts)["result"]
    except (RuntimeError, ValueError) as error:
        return f"it cannot be computed: {first_line(error)}"
    if not isinstance(result, dict) or result.get("outcome") not in set(RiskOutcome):
        return "the answer has no outcome"
    hits = result.get("hits")
    if not isinstance(hits, list):
        return "the answer has no list of hits"
    for hit in hits:
        if not isinstance(hit, dict) or not {"code", "outcome", "reason"} <= set(hit) <= set(OF_A_HIT):
            return f"a hit has {listed(hit) or 'nothing'} instead of {listed(OF_A_HIT)}"
        if hit["outcome"] not in set(RiskOutcome) or (hit["reason"] and hit["reason"] not in REASONS):
            return f"{hit['code']} has no outcome or no known reason"
    severest = max((SEVERITY[hit["outcome"]] for hit in hits), default=0)
    if SEVERITY[result["outcome"]] != severest:
        return f"the outcome {result['outcome']} does not follow from its hits"
    return None


def told(engine: ZenEngine, facts: Facts) -> str:
    """The answer in words."""
    try:
        result = engine.evaluate("policy", facts)["result"]
        return f"{result['outcome']} for {listed(hit['code'] for hit in result['hits'])}"
    except (RuntimeError, ValueError, KeyError, TypeError):
        return "nothing"
