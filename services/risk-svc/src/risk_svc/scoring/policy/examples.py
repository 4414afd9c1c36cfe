"""Whether the examples of a policy come true."""

from collections.abc import Iterator, Mapping

from zen import ZenEngine

from loan_contracts.assessment import RiskOutcome
from risk_svc.domain.policy.catalogue import FACTS
from risk_svc.domain.policy.finding import Finding
from risk_svc.scoring.policy.answers import outcome_of, told
from risk_svc.scoring.policy.applicants import Facts, good_facts
from risk_svc.scoring.policy.graph import Part, listed


def examples_kept(engine: ZenEngine, examples: Part) -> Iterator[Finding]:
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
        if (answered := outcome_of(engine, facts)) != example.get("outcome"):
            yield Finding(
                place, "example-differs", f"expected {example.get('outcome')}, answered {told(engine, facts)}"
            )
        elif answered is not None and "hits" in example:
            hits = sorted(hit["code"] for hit in engine.evaluate("policy", facts)["result"]["hits"])
            if hits != sorted(example["hits"]):
                yield Finding(
                    place, "example-differs", f"expected the rules {listed(example['hits'])}, hit {listed(hits)}"
                )


def _why(name: str, changes: Facts) -> str:
    return str(FACTS[name].refusal(changes[name])) if name in FACTS else "there is no such fact"
