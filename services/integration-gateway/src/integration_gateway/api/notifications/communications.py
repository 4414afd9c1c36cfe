"""The log of communication with a customer, and how he wants to be told, over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Response

from integration_gateway.api.notifications.communication_views import (
    CommunicationBody,
    CommunicationView,
    PreferenceBody,
    PreferenceView,
)
from integration_gateway.api.ports import Context
from integration_gateway.use_cases.notifications.communications import AddCommunication, ChangePreference
from loan_servicekit.core import new_id
from loan_servicekit.http import Cursor, Page, Router, page, problems, requires

router = Router(prefix="/v1/customers/{customer_id}", tags=["communications"])


@router.get("/communications", operation_id="list_communications", responses=problems(404))
async def list_communications(
    customer_id: UUID,
    context: Annotated[Context, requires("communication.read")],
    cursor: Annotated[Cursor, Depends()],
) -> Page[CommunicationView]:
    """What a customer was told and what was talked about with him, newest first."""
    await _seen(customer_id, context)
    side = context.ports.communication
    found = await side.queries.communications(customer_id, cursor.time_and_uuid(), cursor.limit + 1)
    shown = [CommunicationView.of(each, side.notes) for each in found]
    last = found[cursor.limit - 1] if len(found) > cursor.limit else None
    return page(shown, cursor, [last.at, last.id] if last else None)


@router.post(
    "/communications",
    operation_id="add_communication",
    status_code=201,
    responses=problems(404),
    response_model=CommunicationView,
)
async def add_communication_route(
    customer_id: UUID, body: CommunicationBody, context: Annotated[Context, requires("communication.add")]
) -> Response:
    """Writes down a call, a visit, a letter. It is neither changed nor taken back; another entry corrects it."""
    await _seen(customer_id, context)
    notes = context.ports.communication.notes
    row = body.row(new_id(), customer_id, context.caller.subject, notes)
    return await context.perform(
        context.ports.operations.add_communication,
        AddCommunication(row),
        lambda kept: CommunicationView.of(kept, notes),
        201,
    )


@router.get("/contact-preferences", operation_id="get_contact_preferences", responses=problems(404))
async def get_contact_preferences(
    customer_id: UUID, context: Annotated[Context, requires("communication.read")]
) -> PreferenceView:
    """How a customer wants to be told; what holds for all where he has said nothing."""
    await _seen(customer_id, context)
    return PreferenceView.of(await context.ports.communication.queries.preference(customer_id))


@router.post(
    "/contact-preferences",
    operation_id="change_contact_preferences",
    responses=problems(404),
    response_model=PreferenceView,
)
async def change_contact_preferences_route(
    customer_id: UUID, body: PreferenceBody, context: Annotated[Context, requires("communication.add")]
) -> Response:
    """A customer has said that he wants no reminders, or that he may be reminded at night."""
    await _seen(customer_id, context)
    command = ChangePreference(customer_id, body.reminders, body.night, context.caller.subject)
    return await context.perform(context.ports.operations.change_preference, command, PreferenceView.of)


async def _seen(customer_id: UUID, context: Context) -> None:
    await context.ports.communication.files.require(customer_id, context.request.headers["authorization"])
