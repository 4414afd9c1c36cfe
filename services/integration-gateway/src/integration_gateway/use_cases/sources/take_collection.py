"""Takes in that the sources of an application are to be asked."""

from dataclasses import replace
from datetime import datetime

from integration_gateway.domain.sources.request import Collect
from integration_gateway.use_cases.desk.intake import Intake
from integration_gateway.use_cases.desk.ports import UnitOfWork
from integration_gateway.use_cases.desk.take_request import TakeRequest
from loan_contracts.assessment import ExternalDataRequested


async def take_collection(command: TakeRequest[Collect], intake: Intake, uow: UnitOfWork, now: datetime) -> None:
    """Puts it on the desk, with where answers are that may serve again for the same purpose (domain.md R-7.2)."""
    intake.put(uow, command.id, replace(command.work, earlier=tuple(intake.earlier.get(command.id, ())) or None), now)


def collection(message: ExternalDataRequested) -> TakeRequest[Collect]:
    """The sources of one application."""
    work = Collect(
        application_id=message.application_id,
        case_id=message.case_id,
        customer_id=message.customer_id,
        sources=tuple(message.sources),
        purpose_code=message.purpose_code,
        product_code=message.product_code,
    )
    return TakeRequest(message.request_id, work)
