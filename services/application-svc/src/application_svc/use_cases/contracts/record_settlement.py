"""The loan is repaid: its contract has ended."""

from datetime import datetime

from application_svc.domain.applications.application import Application
from application_svc.domain.contracts import contracting
from application_svc.use_cases.ports import UnitOfWork
from loan_contracts.lending import LoanSettled


async def record_settlement(command: LoanSettled, uow: UnitOfWork, now: datetime) -> Application:
    """Raises NotFound `loan-not-found`, Conflict `contract-not-effective`."""
    application = await uow.applications.get(command.application_id)
    if command.line_id:  # a draw: its contract ends with the line
        return application
    contracting.record_settlement(application, command.loan_id, command.settled_on, now)
    return application
