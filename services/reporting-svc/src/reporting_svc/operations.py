"""What reporting-svc can do."""

from loan_servicekit.db.operation import BatchOperation
from reporting_svc.persistence.loaders import Loaders
from reporting_svc.use_cases.evidence.record_messages import record_messages


class Operations:
    """The table: each use case with what loads for it."""

    def __init__(self, loaders: Loaders) -> None:
        self.record_messages = BatchOperation(record_messages, loaders.records)
