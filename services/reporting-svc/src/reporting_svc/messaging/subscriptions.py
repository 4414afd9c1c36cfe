"""What reporting-svc listens to: everything."""

from loan_contracts.messages import MESSAGES
from loan_servicekit.db.transactor import Preload
from loan_servicekit.kafka import Subscriptions, on
from reporting_svc.domain.observation import Observation
from reporting_svc.use_cases.record_messages import acknowledge_message


def subscriptions(record: Preload) -> Subscriptions:
    """The table: one row a message type, all the same; `record` writes a batch before its messages are acknowledged."""
    return Subscriptions(*(
        on(message, acknowledge_message, command=Observation, preload=record, with_envelope=True)
        for message in MESSAGES.values()
    ))  # fmt: skip
