"""Tells partners what concerns their applications: sent, tried again for three days, given up; an endpoint that took
nothing for all that time is disabled, and who keeps the partner hears of it."""

import logging
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Protocol
from uuid import UUID, uuid5

from integration_gateway.domain.desk.work import WorkItem
from integration_gateway.domain.notifications.notice import Alert
from integration_gateway.domain.partners.webhook import GIVE_UP_AFTER, Deliver, wait_s
from integration_gateway.use_cases.desk.engine import Errand, Postpone
from integration_gateway.use_cases.desk.ports import DeskRow, Leases
from integration_gateway.use_cases.partners.ports import UnitOfWork
from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import Clock, Conflict, NotFound

log = logging.getLogger(__name__)

DELIVERED, FAILED = "DELIVERED", "FAILED"


@dataclass(frozen=True, slots=True)
class Told:
    """How an endpoint has answered: by its status (`http-204`), or why it did not."""

    taken: bool
    code: str


class DeliveryLeases(Leases[Deliver], Protocol):
    """Deliveries under a lease, in the order of each application."""

    async def note(self, id: UUID, code: str) -> None:
        """Keeps why a try has failed."""


class Deliveries(Protocol):
    """The deliveries that a transaction finishes."""

    async def finish(self, codes: Mapping[UUID, tuple[str, str]], now: datetime) -> set[UUID]:
        """Marks deliveries with state and code; gives those that were open until now."""

    async def disable(
        self, partners: Sequence[UUID], failing_before: datetime, now: datetime
    ) -> Mapping[UUID, Sequence[str]]:
        """Disables the endpoints of these partners that have taken nothing since then; those that it disabled, each
        with the people who keep the partner."""


class Endpoints(Protocol):
    """The partners' endpoints."""

    async def tell(self, id: UUID, work: Deliver) -> Told:
        """Posts one message, signed now."""


@dataclass(frozen=True, slots=True)
class FinishDelivery:
    """A delivery was taken, or was given up."""

    item: WorkItem[Deliver]
    told: Told

    @property
    def state(self) -> str:
        """What its row says."""
        return DELIVERED if self.told.taken else FAILED


@dataclass(frozen=True, slots=True)
class Redeliver:
    """Send a delivery again."""

    partner_id: UUID
    delivery_id: UUID


class Redelivering(Protocol):
    """Deliveries that are sent again."""

    async def open_again(self, partner_id: UUID, delivery_id: UUID, now: datetime) -> bool:
        """Whether there is such a delivery; it is due at once, under the same id."""


@dataclass(frozen=True, slots=True)
class Delivering:
    """What carries deliveries out."""

    endpoints: Endpoints
    leases: DeliveryLeases
    now: Clock

    async def plan(self, items: Sequence[WorkItem[Deliver]]) -> Sequence[Errand[Deliver, FinishDelivery]]:
        """An errand an item: one endpoint waits for no other."""
        return [Errand([item], partial(self._deliver, item)) for item in items]

    async def _deliver(self, item: WorkItem[Deliver]) -> Sequence[FinishDelivery | Postpone]:
        told = await self.endpoints.tell(item.id, item.work)
        if told.taken or self.now() >= item.requested_at + GIVE_UP_AFTER:
            return [FinishDelivery(item, told)]
        await self.leases.note(item.id, told.code)
        return [Postpone(item.id, wait_s(item.tries))]


async def finish_delivery(
    commands: Sequence[FinishDelivery], deliveries: Deliveries, uow: UnitOfWork, now: datetime
) -> AsyncIterator[Conflict | None]:
    """Marks the deliveries of a batch in one statement; endpoints that took nothing for three days are disabled."""
    first = await deliveries.finish({each.item.id: (each.state, each.told.code) for each in commands}, now)
    failed = [each.item.work.partner_id for each in commands if each.state == FAILED]
    disabled = dict(await deliveries.disable(failed, now - GIVE_UP_AFTER, now)) if failed else {}
    for command in commands:
        if command.item.id not in first:
            yield Conflict("request-finished", f"the delivery {command.item.id} is finished already")
            continue
        if (keepers := disabled.pop(command.item.work.partner_id, None)) is not None:
            _raise_alarm(command.item, keepers, uow, now)
        yield None


def _raise_alarm(item: WorkItem[Deliver], keepers: Sequence[str], uow: UnitOfWork, now: datetime) -> None:
    """An endpoint was disabled: an operator sees it in the log, the people who keep the partner are sent a message."""
    partner_id, cause = item.work.partner_id, item.cause
    log.error("webhooks.disabled", extra={"partner": str(partner_id), "delivery": str(item.id)})
    uow.emit(_audit(partner_id, "disable_webhook_endpoint"))
    alert = Alert(tuple(keepers), "partner-endpoint-disabled", {"partner_id": str(partner_id)})
    uow.desk.append(
        DeskRow(
            id=uuid5(partner_id, f"disabled {item.id}"),
            kind=alert.KIND,
            application_id=None,
            work=alert,
            requested_at=now,
            due_at=now,
            correlation_id=cause.correlation_id,
            causation_id=cause.causation_id,
            traceparent=cause.traceparent,
        )
    )


async def redeliver(command: Redeliver, deliveries: Redelivering, uow: UnitOfWork, now: datetime) -> None:
    """Raises NotFound `delivery-not-found`."""
    if not await deliveries.open_again(command.partner_id, command.delivery_id, now):
        raise NotFound("delivery-not-found", f"there is no delivery {command.delivery_id}")
    uow.emit(_audit(command.partner_id, "redeliver_webhook"))


def _audit(partner_id: UUID, action: str) -> AuditRecorded:
    return AuditRecorded(subject_type="partner", subject_id=str(partner_id), action=action)
