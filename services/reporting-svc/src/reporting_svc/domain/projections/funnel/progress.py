"""How far each application has come; the funnel counts these."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from loan_contracts.applications import ApplicationSubmitted, ApplicationWithdrawn, ContractSigned, OfferMade
from loan_contracts.decisions import DecisionMade
from loan_contracts.lending import LoanDisbursed
from reporting_svc.domain.observation import Observation

STEPS = (
    *("product_code", "branch", "submitted_at", "decided_at", "outcome", "automatic", "offered_at", "signed_at"),
    *("disbursed_at", "withdrawn_at", "decision_sequence"),
)
DECISION = ("decided_at", "outcome", "automatic", "decision_sequence")
"""Steps that belong to one decision: of two, all are those of the later one (by its case's sequence)."""


def progress_of(observations: Iterable[Observation]) -> dict[UUID, Mapping[str, Any]]:
    """What the observations say of each application, by the names of STEPS; what was said first holds, but a review may
    revise a decision: the later one stands.

    Messages of different types arrive in any order, so each tells its own step alone.
    """
    progress: dict[UUID, dict[str, Any]] = {}
    for observation in observations:
        told = _step(observation)
        if told:
            application_id: UUID = observation.message.application_id  # type: ignore[attr-defined]
            progress[application_id] = _together(progress.get(application_id, {}), told)
    return dict(progress)


def _together(known: dict[str, Any], told: dict[str, Any]) -> dict[str, Any]:
    later = told.get("decision_sequence", -1) > known.get("decision_sequence", -1)
    return {**known, **told} if later else {**told, **known}


def _step(observation: Observation) -> dict[str, Any] | None:
    match observation.message:
        case ApplicationSubmitted() as m:
            return {"product_code": m.product_code, "branch": m.branch, "submitted_at": m.submitted_at}
        case DecisionMade() as m:
            told = {"decided_at": m.decided_at, "outcome": m.outcome.value, "automatic": m.automatic}
            return told | {"decision_sequence": m.sequence}
        case OfferMade():
            return {"offered_at": observation.envelope.time}
        case ContractSigned() as m:
            return {"signed_at": m.signed_at}
        case LoanDisbursed() as m:
            return {"disbursed_at": m.disbursed_at}
        case ApplicationWithdrawn() as m:
            return {"withdrawn_at": m.withdrawn_at}
    return None
