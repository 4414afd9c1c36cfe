"""The smallest service there can be, to try servicekit on: parcels that are sent and received."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import FastAPI, Response
from pydantic import BaseModel

from loan_contracts.operations import AuditRecorded, NotificationDelivered, NotificationRequested
from loan_servicekit.core import Aggregate, Conflict, Forbidden
from loan_servicekit.db.operation import Operation
from loan_servicekit.db.tables import RowTable, Table
from loan_servicekit.db.unit_of_work import Schema, UnitOfWork
from loan_servicekit.http import Body, RequestContext, Router, problems, requires, service_app
from loan_servicekit.kafka import Subscriptions, on
from loan_servicekit.service import Service
from loan_servicekit.settings import ServiceSettings


@dataclass
class Parcel(Aggregate):
    """It is SENT, and it can be received once."""

    id: UUID
    state: str
    weight: int

    def note(self, action: str) -> None:
        """Every change is a fact."""
        self.record(AuditRecorded, subject_type="parcel", subject_id=str(self.id), action=action)


PARCELS = Table("parcels", {"id": "uuid", "state": "text", "weight": "int"}, lambda r: Parcel(*r),
                lambda p: [p.id, p.state, p.weight], "parcel-not-found")  # fmt: skip
NOTES = RowTable("notes", {"parcel_id": "uuid", "text": "text"})
SCHEMA = Schema({"parcels": PARCELS}, {"notes": NOTES})


class SendParcel(Body):
    """A request."""

    id: UUID
    weight: int


async def send_parcel(command: SendParcel, uow: Any, now: datetime) -> Parcel:
    """Weight 13 is refused before anything is changed; from 1000 on the database refuses, which is a bug of ours."""
    if command.weight == 13:
        raise Conflict("unlucky-weight", "13 is not carried")
    if await uow.parcels.find(command.id):
        raise Conflict("parcel-exists", "this parcel has been sent")
    parcel = Parcel(command.id, "SENT", command.weight)
    parcel.note("send_parcel")
    uow.parcels.add(parcel)
    return parcel


async def receive_parcel(message: NotificationRequested, uow: Any, now: datetime) -> Parcel:
    """The reaction to a message: the parcel must be there."""
    parcel: Parcel = await uow.parcels.get(message.customer_id)
    match message.template:
        case "bug":
            raise ZeroDivisionError
        case "smuggled":
            raise Forbidden("smuggling", "this parcel may not come in")
        case "late-refusal":
            uow.notes.append(parcel.id, "seen")
            parcel.note("open_parcel")
            raise Conflict("too-late", "it was opened before it was refused")
        case "noted-refusal":
            uow.notes.append(parcel.id, "seen")
            raise Conflict("noted", "a note was taken before it was refused")
    parcel.state, parcel.weight = "RECEIVED", parcel.weight + 1
    parcel.record(NotificationDelivered, notification_id=message.notification_id, customer_id=message.customer_id,
                  template=message.template)  # fmt: skip
    return parcel


async def _prepare(messages: Sequence[NotificationRequested]) -> Sequence[NotificationRequested]:
    """Looks something up before the transaction; for one kind of message it is not there."""
    if any(message.template == "unprepared" for message in messages):
        raise LookupError("unprepared")
    return messages


async def _parcels(uow: UnitOfWork, messages: Sequence[NotificationRequested]) -> None:
    await uow.parcels.preload([m.customer_id for m in messages])


class Operations:
    """What the service can do."""

    def __init__(self) -> None:
        self.send_parcel = Operation(send_parcel)
        self.receive_parcel = Operation(receive_parcel, _parcels)


@dataclass(frozen=True, slots=True)
class Ports:
    """What the routes work with."""

    operations: Operations


router = Router()


class ParcelView(BaseModel):
    """An answer."""

    id: UUID
    state: str
    weight: int


@router.post("/v1/parcels", operation_id="send_parcel", response_model=ParcelView, responses=problems(409))
async def send_parcel_route(
    body: SendParcel, context: Annotated[RequestContext[Ports], requires("application.submit")]
) -> Response:
    """Sends a parcel."""
    operation = context.ports.operations.send_parcel
    return await context.perform(operation, body, lambda p: ParcelView(id=p.id, state=p.state, weight=p.weight), 201)


def build(settings: ServiceSettings, mode: str = "api", name: str = "risk-svc", root_path: str = "") -> FastAPI:
    """The application."""
    service = Service(name, settings, SCHEMA, mode)
    operations = Operations()
    service.subscribe(Subscriptions(on(NotificationRequested, operations.receive_parcel, prepare=_prepare)))
    return service_app(service, [router], "Parcels", root_path, Ports(operations))
