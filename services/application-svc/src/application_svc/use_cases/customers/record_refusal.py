"""Keeps that a registration was refused because the person is a customer already: who tries identity numbers is
seen."""

from dataclasses import dataclass
from datetime import datetime

from application_svc.use_cases.ports import UnitOfWork
from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import new_id


@dataclass(frozen=True, slots=True)
class RecordRefusal:
    """The code of the refusal; whom it was about is not said."""

    code: str


async def record_refusal(command: RecordRefusal, uow: UnitOfWork, now: datetime) -> None:
    """One audit record."""
    uow.emit(
        AuditRecorded(
            subject_type="registration",
            subject_id=str(new_id()),
            action="refuse_registration",
            detail={"code": command.code},
        )
    )
