"""A screening: one application, its figures, the outcome and why."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from loan_contracts.assessment import FraudOutcome, FraudScreened, FraudScreeningRequested
from loan_contracts.values import Reason
from loan_servicekit.core import Aggregate


@dataclass
class Screening(Aggregate):
    """Made once and never changed: a later view of the same application is a new screening."""

    id: UUID
    application_id: UUID
    outcome: FraudOutcome
    reasons: list[Reason]
    features: dict[str, int]
    rules_version: str
    screened_at: datetime

    @classmethod
    def of(
        cls,
        id: UUID,
        request: FraudScreeningRequested,
        outcome: FraudOutcome,
        reasons: list[Reason],
        features: dict[str, int],
        rules_version: str,
        now: datetime,
    ) -> "Screening":
        """A new screening that answers a request."""
        screening = cls(id, request.application_id, outcome, reasons, features, rules_version, now)
        screening.record(
            FraudScreened,
            application_id=request.application_id,
            request_id=request.request_id,
            case_id=request.case_id,
            screening_id=id,
            outcome=outcome,
            reasons=reasons,
            features=features,
            rules_version=rules_version,
            screened_at=now,
        )
        return screening
