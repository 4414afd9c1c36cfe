"""A credit line was opened, or is over: so is its contract."""

from datetime import datetime

from application_svc.domain.applications.application import Application
from application_svc.domain.contracts import contracting
from application_svc.use_cases.ports import UnitOfWork
from loan_contracts.lending import CreditLineChanged


async def record_line(command: CreditLineChanged, uow: UnitOfWork, now: datetime) -> Application:
    """Whether it can be drawn meanwhile, its contract does not say. Raises Conflict `contract-not-signed`."""
    application = await uow.applications.get(command.application_id)
    contracting.record_line(application, command.status, now)
    return application
