"""Sends messages, all that wait in one call."""

from collections.abc import Sequence
from dataclasses import dataclass

from integration_gateway.domain.customers.subject import CustomerIdentity
from integration_gateway.domain.desk.work import WorkItem
from integration_gateway.domain.notifications.notice import Channel, Notice, Notify
from integration_gateway.use_cases.desk.engine import Postpone
from integration_gateway.use_cases.notifications.finish_notice import FinishNotice
from integration_gateway.use_cases.notifications.ports import Messages

TRIES = 8
AGAIN_S = 2.0


@dataclass(frozen=True, slots=True)
class Notifying:
    """The message provider."""

    messages: Messages

    async def notify(
        self, known: Sequence[tuple[WorkItem[Notify], CustomerIdentity]]
    ) -> Sequence[FinishNotice | Postpone]:
        """One call for all; what the provider has not answered is sent again, so many times."""
        deliveries = await self.messages.send([_notice(item, customer) for item, customer in known])
        return [
            FinishNotice(item, delivery) if delivery.answered or item.tries >= TRIES else Postpone(item.id, AGAIN_S)
            for (item, _), delivery in zip(known, deliveries, strict=True)
        ]


def _notice(item: WorkItem[Notify], customer: CustomerIdentity) -> Notice:
    work = item.work
    mobile, sent_before = customer.subject.mobile, item.tries > 0
    return Notice(item.id, Channel.SMS, mobile, work.template, work.parameters, sent_before)
