"""How a notice ends."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from integration_gateway.domain.desk.work import WorkItem
from integration_gateway.domain.notifications.notice import Delivery, Notify
from integration_gateway.use_cases.desk.ports import Telling
from loan_contracts.operations import NotificationDelivered


@dataclass(frozen=True, slots=True)
class FinishNotice:
    """The channel has taken a message, or refused it."""

    item: WorkItem[Notify]
    delivery: Delivery

    @property
    def outcome(self) -> Mapping[str, object]:
        """What the desk keeps."""
        return {"delivered": self.delivery.delivered, "code": self.delivery.code}

    def tell(self, uow: Telling, now: datetime) -> None:
        """Tells the service that asked; notices that the gateway sends of its own accord are only kept."""
        work = self.item.work
        if work.requested and self.delivery.delivered:
            uow.emit(
                NotificationDelivered(
                    notification_id=self.item.id,
                    customer_id=work.customer_id,
                    application_id=work.application_id,
                    template=work.template,
                )
            )
