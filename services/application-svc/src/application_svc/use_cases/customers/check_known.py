"""Whether a person is a customer, for a partner that does not want to bring him twice (撞库)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from application_svc.domain.customers.customer import Tokens
from loan_contracts.message import Message
from loan_contracts.operations import AuditRecorded


@dataclass(frozen=True, slots=True)
class CheckKnown:
    """A person by his identity number and his mobile number."""

    partner_id: UUID
    tokens: Tokens


class Telling(Protocol):
    """A transaction in which it is recorded that somebody has asked."""

    def emit(self, message: Message) -> None:
        """Sends a message."""


async def check_known(command: CheckKnown, known: set[tuple[str, str]], uow: Telling, now: datetime) -> bool:
    """Both numbers are one customer's. Whom it was asked about is not recorded: he may be nobody's customer."""
    hit = (command.tokens.person, command.tokens.mobile) in known
    uow.emit(
        AuditRecorded(
            subject_type="partner",
            subject_id=str(command.partner_id),
            action="check_known",
            detail={"hit": str(hit).lower()},
        )
    )
    return hit
