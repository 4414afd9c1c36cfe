"""What antifraud-svc listens to."""

from antifraud_svc.operations import Operations
from loan_contracts.assessment import FraudScreeningRequested
from loan_servicekit.kafka import Subscriptions, on


def subscriptions(operations: Operations) -> Subscriptions:
    """The table."""
    return Subscriptions(
        on(FraudScreeningRequested, operations.screen_applications),
    )
