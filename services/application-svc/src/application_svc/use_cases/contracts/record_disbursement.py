"""The loan is paid out: its contract is effective."""

from datetime import datetime

from application_svc.domain.applications.application import Application
from application_svc.domain.contracts import contracting
from application_svc.use_cases.ports import UnitOfWork
from loan_contracts.lending import LoanDisbursed


async def record_disbursement(command: LoanDisbursed, uow: UnitOfWork, now: datetime) -> Application:
    """Raises Conflict `contract-not-signed`."""
    application = await uow.applications.get(command.application_id)
    if command.line_id:  # a draw: the line has made the contract effective
        return application
    contracting.record_disbursement(application, command.loan_id, command.disbursed_at, now)
    return application
