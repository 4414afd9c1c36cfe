"""A claim was sold: to us its contract has ended, unless the sale is taken back."""

from datetime import datetime

from application_svc.domain.applications.application import Application
from application_svc.domain.contracts import contracting
from application_svc.use_cases.ports import UnitOfWork
from loan_contracts.lending import LoanChanged

TRANSFER, TRANSFERRED = "TRANSFER", "TRANSFERRED"


async def record_transfer(command: LoanChanged, uow: UnitOfWork, now: datetime) -> Application:
    """Other changes of a loan leave its contract as it is, and so does the sale of a draw: its contract ends with the
    line. Raises NotFound `loan-not-found`."""
    application = await uow.applications.get(command.application_id)
    if command.kind == TRANSFER and command.line_id is None:
        ours = command.status != TRANSFERRED
        contracting.record_transfer(application, command.loan_id, ours, command.value_date, now)
    return application
