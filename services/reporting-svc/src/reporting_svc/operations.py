"""What reporting-svc can do."""

from loan_servicekit.db.operation import BatchOperation, Operation
from reporting_svc.persistence.loaders import Loaders
from reporting_svc.use_cases.evidence.carry_verification import advance_verification, start_verification
from reporting_svc.use_cases.evidence.keep_seals import seal_segment
from reporting_svc.use_cases.evidence.record_messages import record_messages


class Operations:
    """The table: each use case with what loads for it."""

    def __init__(self, loaders: Loaders) -> None:
        self.record_messages = BatchOperation(record_messages, loaders.records)
        self.seal_segment = Operation(seal_segment, loaders.seal_basis)
        self.start_verification = Operation(start_verification, loaders.verification_basis)
        self.advance_verification = Operation(advance_verification, loaders.marks)
