"""Sends messages, all that wait in one call; what a rule of contact forbids waits, or is withheld."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time

from integration_gateway.domain.customers.subject import CustomerIdentity
from integration_gateway.domain.desk.work import WorkItem
from integration_gateway.domain.notifications.contact import Permitted, Purpose, Rules, Standing, may_tell, purpose_of
from integration_gateway.domain.notifications.notice import Channel, Delivery, Notice, Notify
from integration_gateway.use_cases.desk.engine import Postpone
from integration_gateway.use_cases.notifications.communications import CommunicationQueries
from integration_gateway.use_cases.notifications.finish_notice import FinishNotice
from integration_gateway.use_cases.notifications.ports import Messages
from loan_servicekit.core import Clock, business_day
from loan_servicekit.core.days import BUSINESS_ZONE

TRIES = 8
AGAIN_S = 2.0


@dataclass(frozen=True, slots=True)
class Notifying:
    """The message provider, and what is known of whom it would tell."""

    messages: Messages
    log: CommunicationQueries
    rules: Callable[[], Rules]
    now: Clock

    async def notify(
        self, known: Sequence[tuple[WorkItem[Notify], CustomerIdentity]]
    ) -> Sequence[FinishNotice | Postpone]:
        """One call for all; what the provider has not answered is sent again, so many times."""
        permitted = await self._permitted([item for item, _ in known])
        told = [each for each, may in zip(known, permitted, strict=True) if may == Permitted()]
        sent = await self.messages.send([_notice(item, customer) for item, customer in told])
        deliveries = {each.notice_id: each for each in sent}
        return [self._end(item, may, deliveries.get(item.id)) for (item, _), may in zip(known, permitted, strict=True)]

    async def _permitted(self, items: Sequence[WorkItem[Notify]]) -> Sequence[Permitted]:
        """Whether each may be sent now; those of this batch count in the next one's number."""
        now = self.now()
        reminded = [each.work.customer_id for each in items if purpose_of(each.work.template) is Purpose.REMINDER]
        if not reminded:
            return [Permitted()] * len(items)
        today = datetime.combine(business_day(now), time(), BUSINESS_ZONE)
        standings, rules, found = await self.log.standings(reminded, today), self.rules(), []
        for item in items:
            purpose, customer_id = purpose_of(item.work.template), item.work.customer_id
            standing = standings.get(customer_id, Standing())
            found.append(may_tell(purpose, standing, rules, now))
            if purpose is Purpose.REMINDER and found[-1] == Permitted():
                standings[customer_id] = replace(standing, reminded_today=standing.reminded_today + 1)
        return found

    def _end(self, item: WorkItem[Notify], permitted: Permitted, delivery: Delivery | None) -> FinishNotice | Postpone:
        if permitted.later is not None:
            return Postpone(item.id, (permitted.later - self.now()).total_seconds() + 1, attempted=False)
        if permitted.refusal is not None:
            return FinishNotice(item, Delivery(item.id, False, permitted.refusal), withheld=True)
        if delivery is not None and (delivery.answered or item.tries >= TRIES):
            return FinishNotice(item, delivery)
        return Postpone(item.id, AGAIN_S)


def _notice(item: WorkItem[Notify], customer: CustomerIdentity) -> Notice:
    work = item.work
    mobile, sent_before = customer.subject.mobile, item.tries > 0
    return Notice(item.id, Channel.SMS, mobile, work.template, work.parameters, sent_before)
