"""Notifications and the audit of changes that have no message of their own."""

from uuid import UUID

from pydantic import Field

from loan_contracts.message import Family, Message, Shown
from loan_contracts.texts import Code, Detail, Figure, RecordId


class NotificationRequested(Message):
    """Somebody is to be told something; the gateway knows the number, the message does not."""

    TYPE = "notification.requested"
    KEY = "customer_id"
    notification_id: Shown[UUID]
    customer_id: UUID
    application_id: UUID | None = None
    template: Shown[Code]
    parameters: dict[Code, Figure] = {}


class NotificationDelivered(Message):
    """The channel has taken the notification."""

    TYPE = "notification.delivered"
    KEY = "customer_id"
    notification_id: Shown[UUID]
    customer_id: UUID
    application_id: UUID | None = None
    template: Shown[Code]


class AuditRecorded(Message):
    """A state change, or a look at protected data, that no other message tells. Who did it stands in the envelope."""

    TYPE = "audit.recorded"
    KEY = "subject_id"
    subject_type: Shown[Code] = Field(examples=["customer"])
    subject_id: Shown[RecordId]
    application_id: UUID | None = None
    action: Shown[Code] = Field(examples=["register_customer"], description="The use case")
    detail: Shown[dict[Code, Detail]] = Field({}, description="Codes and figures, never names or numbers of persons")


MESSAGES: Family = (
    NotificationRequested,
    NotificationDelivered,
    AuditRecorded,
)
