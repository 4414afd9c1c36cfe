"""How a notice ends."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from integration_gateway.domain.desk.work import WorkItem
from integration_gateway.domain.notifications.notice import Delivery, Notify
from integration_gateway.use_cases.notifications.communications import (
    SYSTEM,
    CommunicationRow,
    Direction,
    Medium,
    UnitOfWork,
)
from loan_contracts.operations import NotificationDelivered


@dataclass(frozen=True, slots=True)
class FinishNotice:
    """The channel has taken a message, or refused it, or a rule of contact has withheld it."""

    item: WorkItem[Notify]
    delivery: Delivery
    withheld: bool = False

    @property
    def outcome(self) -> Mapping[str, object]:
        """What the desk keeps."""
        return {"delivered": self.delivery.delivered, "code": self.delivery.code}

    def tell(self, uow: UnitOfWork, now: datetime) -> None:
        """Keeps it in the log of communication, and tells the service that asked."""
        work = self.item.work
        uow.communications.append(self._logged(now))
        if work.requested and self.delivery.delivered:
            uow.emit(
                NotificationDelivered(
                    notification_id=self.item.id,
                    customer_id=work.customer_id,
                    application_id=work.application_id,
                    template=work.template,
                )
            )

    def _logged(self, now: datetime) -> CommunicationRow:
        work = self.item.work
        refused = "WITHHELD" if self.withheld else "REFUSED"
        return CommunicationRow(
            id=self.item.id,
            customer_id=work.customer_id,
            application_id=work.application_id,
            at=now,
            direction=Direction.OUT,
            medium=Medium.SMS,
            template=work.template,
            outcome="DELIVERED" if self.delivery.delivered else refused,
            code=self.delivery.code,
            made_by=SYSTEM,
            note=None,
        )
