"""What risk-svc listens to."""

from loan_contracts.assessment import RiskAssessmentRequested
from loan_servicekit.kafka import Subscriptions, on
from loan_servicekit.kafka.subscriptions import Prepare
from risk_svc.use_cases.assessment.assess_risk import assess_risk


def subscriptions(assess_batch: Prepare) -> Subscriptions:
    """The table; `assess_batch` scores and assesses a whole poll at once."""
    return Subscriptions(
        on(RiskAssessmentRequested, assess_risk, prepare=assess_batch),
    )
