"""What reporting-svc listens to: everything."""

from loan_contracts.messages import MESSAGES
from loan_servicekit.db.transactor import Preload
from loan_servicekit.kafka import Subscriptions, on
from reporting_svc.domain.observation import Observation
from reporting_svc.use_cases.record_messages import record_message


def subscriptions(write_records: Preload) -> Subscriptions:
    """The table: one row a message type, all the same. `write_records` writes a whole batch before `record_message`
    sees its messages: see `use_cases/record_messages.py`."""
    return Subscriptions(*(
        on(message, record_message, command=Observation, preload=write_records, with_envelope=True)
        for message in MESSAGES.values()
    ))  # fmt: skip
