"""Tells people of the institution that tasks wait for them, or evidence lapses: taken in from workflow-svc, sent in one
call for all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from uuid import UUID, uuid5

from integration_gateway.domain.desk.work import WorkItem
from integration_gateway.domain.notifications.notice import Alert, Channel, Delivery, Notice
from integration_gateway.use_cases.desk.engine import Errand, Postpone
from integration_gateway.use_cases.desk.ports import Telling
from integration_gateway.use_cases.desk.take_request import TakeRequest
from integration_gateway.use_cases.notifications.notify import AGAIN_S, TRIES
from integration_gateway.use_cases.notifications.ports import Messages
from loan_contracts.decisions import EvidenceLapsing, WaitingTask


def waiting_notice(message: WaitingTask) -> TakeRequest[Alert]:
    """Whom it concerns hears which task waits since when; what it is about is shown by the console alone."""
    template = message.TYPE.replace(".", "-")
    parameters = {"task_id": str(message.task_id), "stage": message.stage, "due_at": message.due_at.isoformat()}
    work = Alert(tuple(message.recipients), template, parameters, message.application_id)
    return TakeRequest(uuid5(message.task_id, f"{template} {message.sequence}"), work)


def lapsing_notice(message: EvidenceLapsing) -> TakeRequest[Alert]:
    """The same of evidence that lapses: which kind it is; a task may need several."""
    taken = waiting_notice(message)
    work = replace(taken.work, parameters={**taken.work.parameters, "kind": message.kind})
    return TakeRequest(uuid5(message.checkpoint_id, f"{work.template} {message.sequence}"), work)


@dataclass(frozen=True, slots=True)
class FinishAlert:
    """Each recipient's message was taken, or refused."""

    item: WorkItem[Alert]
    deliveries: Sequence[Delivery]

    @property
    def outcome(self) -> Mapping[str, object]:
        """What the desk keeps."""
        refused = sorted({each.code for each in self.deliveries if not each.delivered})
        return {"delivered": sum(each.delivered for each in self.deliveries), "refused": refused}

    def tell(self, uow: Telling, now: datetime) -> None:
        """Nobody waits for it: the message that asked for it stands in the evidence."""


@dataclass(frozen=True, slots=True)
class Alerting:
    """The provider that knows the institution's people."""

    messages: Messages

    async def plan(self, items: Sequence[WorkItem[Alert]]) -> Sequence[Errand[Alert, FinishAlert]]:
        """One errand for all."""
        return [Errand(items, partial(self._alert, items))]

    async def _alert(self, items: Sequence[WorkItem[Alert]]) -> Sequence[FinishAlert | Postpone]:
        deliveries = {
            each.notice_id: each
            for each in await self.messages.send([notice for item in items for notice in _notices(item)])
        }
        return [_end(item, [deliveries[notice.notice_id] for notice in _notices(item)]) for item in items]


def _notices(item: WorkItem[Alert]) -> list[Notice]:
    work = item.work
    return [
        Notice(_notice_id(item.id, to), Channel.STAFF, to, work.template, work.parameters, item.tries > 0)
        for to in work.recipients
    ]


def _notice_id(item: UUID, recipient: str) -> UUID:
    return uuid5(item, recipient)


def _end(item: WorkItem[Alert], deliveries: Sequence[Delivery]) -> FinishAlert | Postpone:
    if all(each.answered for each in deliveries) or item.tries >= TRIES:
        return FinishAlert(item, deliveries)
    return Postpone(item.id, AGAIN_S)
