"""What reporting-svc listens to: everything."""

from loan_contracts.messages import MESSAGES
from loan_servicekit.kafka import Subscriptions, on
from reporting_svc.domain.observation import Observation
from reporting_svc.operations import Operations


def subscriptions(operations: Operations) -> Subscriptions:
    """The table: one row a message type, all the same; nobody waits for what is recorded."""
    record = operations.record_messages
    return Subscriptions(
        *(on(message, record, Observation, with_envelope=True, patient=True) for message in MESSAGES.values())
    )
