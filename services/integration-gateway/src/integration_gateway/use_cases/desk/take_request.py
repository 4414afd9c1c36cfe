"""Takes in what the outside world is to be asked for.
Asking comes after the commit: no remote call in a transaction."""

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar
from uuid import UUID

from integration_gateway.domain.desk.work import Work
from integration_gateway.use_cases.desk.intake import Intake
from integration_gateway.use_cases.desk.ports import UnitOfWork

W_co = TypeVar("W_co", bound=Work, covariant=True)


@dataclass(frozen=True, slots=True)
class TakeRequest(Generic[W_co]):
    """Work for the desk; its id makes it unique, whoever asks again."""

    id: UUID
    work: W_co


async def take_request(command: TakeRequest[Work], intake: Intake, uow: UnitOfWork, now: datetime) -> None:
    """Puts it on the desk with its trace."""
    intake.put(uow, command.id, command.work, now)
