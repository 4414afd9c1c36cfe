"""Keeps an order of a payment before it is sent."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from integration_gateway.domain.payments.payment import ORDER_UNKNOWN, Attempt
from integration_gateway.use_cases.desk.ports import Telling
from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import Conflict


@dataclass(frozen=True, slots=True)
class BeginAttempt:
    """An order of a payment that is to be sent."""

    payment_id: UUID
    application_id: UUID
    attempt: Attempt


class KeptAttempts(Protocol):
    """The orders that a transaction keeps."""

    async def keep(self, attempts: Sequence[BeginAttempt], now: datetime) -> set[tuple[UUID, int]]:
        """Keeps orders, all in one statement; gives those that nobody had kept before. The one before each has never
        reached the channel."""


async def begin_attempt(
    commands: Sequence[BeginAttempt], kept: KeptAttempts, uow: Telling, now: datetime
) -> AsyncIterator[Conflict | None]:
    """Keeps the orders of a batch. One that is kept already is somebody else's to send: refused `attempt-begun`. A
    second order of a payment is told to the audit log: the first one's number stays unused for ever."""
    first = await kept.keep(commands, now)
    for command in commands:
        number = command.attempt.number
        if (command.payment_id, number) not in first:
            yield Conflict("attempt-begun", f"order {number} of payment {command.payment_id} is begun already")
            continue
        first.remove((command.payment_id, number))
        if number > 1:
            detail = {"number": str(number), "before": ORDER_UNKNOWN}
            uow.emit(
                AuditRecorded(
                    subject_type="payment",
                    subject_id=str(command.payment_id),
                    application_id=command.application_id,
                    action="begin_attempt",
                    detail=detail,
                )
            )
        yield None
