"""What antifraud-svc listens to."""

from antifraud_svc.use_cases.screen_application import screen_application
from loan_contracts.assessment import FraudScreeningRequested
from loan_servicekit.db.transactor import Preload
from loan_servicekit.kafka import Subscriptions, on


def subscriptions(remember_and_count: Preload) -> Subscriptions:
    """The table; `remember_and_count` writes the sightings of a batch and counts its velocity figures."""
    return Subscriptions(
        on(FraudScreeningRequested, screen_application, preload=remember_and_count),
    )
