"""What antifraud-svc listens to."""

from antifraud_svc.use_cases.screen_application import screen_application
from loan_contracts.assessment import FraudScreeningRequested
from loan_servicekit.db.transactor import Preload
from loan_servicekit.kafka import Subscriptions, on


def subscriptions(features: Preload) -> Subscriptions:
    """The table; `features` loads the velocity figures of a batch."""
    return Subscriptions(
        on(FraudScreeningRequested, screen_application, preload=features),
    )
