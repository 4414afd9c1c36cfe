"""What antifraud-svc can do."""

from antifraud_svc.persistence.loaders import Loaders
from antifraud_svc.use_cases.change_watch_list import (
    confirm_watch_entry,
    confirm_watch_removal,
    propose_watch_entry,
    propose_watch_removal,
    reject_watch_removal,
    withdraw_watch_entry,
)
from antifraud_svc.use_cases.screen_applications import screen_applications
from loan_servicekit.db.operation import BatchOperation, Operation


class Operations:
    """The table: each use case with what loads for it."""

    def __init__(self, loaders: Loaders) -> None:
        self.screen_applications = BatchOperation(screen_applications, loaders.screening_basis)
        self.propose_watch_entry = Operation(propose_watch_entry)
        self.confirm_watch_entry = Operation(confirm_watch_entry)
        self.withdraw_watch_entry = Operation(withdraw_watch_entry)
        self.propose_watch_removal = Operation(propose_watch_removal)
        self.confirm_watch_removal = Operation(confirm_watch_removal)
        self.reject_watch_removal = Operation(reject_watch_removal)
