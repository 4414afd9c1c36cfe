"""What workflow-svc listens to."""

from loan_contracts.messages import (
    ApplicationSubmitted,
    ApplicationSupplemented,
    ApplicationWithdrawn,
    ExternalDataCollected,
    FraudScreened,
    ReviewRequested,
    RiskAssessed,
)
from loan_servicekit.db.transactor import Preload
from loan_servicekit.kafka import Subscriptions, on
from workflow_svc.use_cases.cases.open_case import open_case
from workflow_svc.use_cases.cases.take_answer import (
    take_assessment,
    take_collection,
    take_screening,
    take_supplement,
    take_withdrawal,
)
from workflow_svc.use_cases.tasks.open_review import open_review


def subscriptions(cases: Preload) -> Subscriptions:
    """The table; `cases` loads the cases of a batch."""
    return Subscriptions(
        on(ApplicationSubmitted, open_case, preload=cases),
        on(ExternalDataCollected, take_collection, preload=cases),
        on(FraudScreened, take_screening, preload=cases),
        on(RiskAssessed, take_assessment, preload=cases),
        on(ApplicationSupplemented, take_supplement, preload=cases),
        on(ApplicationWithdrawn, take_withdrawal, preload=cases),
        on(ReviewRequested, open_review, preload=cases),
    )
