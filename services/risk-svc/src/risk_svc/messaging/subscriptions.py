"""What risk-svc listens to."""

from loan_contracts.assessment import RiskAssessmentRequested
from loan_servicekit.kafka import Subscriptions, on
from loan_servicekit.kafka.subscriptions import Prepare
from risk_svc.operations import Operations
from risk_svc.use_cases.assessment.assess_risk import AssessRisk


def subscriptions(operations: Operations, assess_batch: Prepare[RiskAssessmentRequested, AssessRisk]) -> Subscriptions:
    """The table; `assess_batch` scores and assesses a whole poll at once."""
    return Subscriptions(
        on(RiskAssessmentRequested, operations.assess_risk, prepare=assess_batch),
    )
