"""Screenings and the watch list over HTTP."""

from typing import Annotated, Literal, get_args
from uuid import UUID

from fastapi import Depends, Query, Response

from antifraud_svc.api.ports import Context
from antifraud_svc.api.views import ScreeningView, WatchEntryBody, WatchEntryView, WatchRemovalBody
from antifraud_svc.use_cases.change_watch_list import (
    ChangeWatchEntry,
    ProposeWatchEntry,
    ProposeWatchRemoval,
)
from loan_contracts.assessment import FraudOutcome
from loan_servicekit.core import NotFound
from loan_servicekit.http import Cursor, Page, Router, page, problems, requires

router = Router(prefix="/v1")
Alert = Literal[FraudOutcome.REVIEW, FraudOutcome.DECLINE, FraudOutcome.STOP]
ALERTS: tuple[FraudOutcome, ...] = get_args(Alert)


@router.get("/applications/{application_id}/screening", operation_id="get_screening", responses=problems(404))
async def get_screening(application_id: UUID, context: Annotated[Context, requires("screening.read")]) -> ScreeningView:
    """The newest screening of an application, with the figures it saw."""
    screening = await context.ports.queries.screening_of(application_id)
    if screening is None:
        raise NotFound("screening-not-found", f"application {application_id} has not been screened")
    return ScreeningView.of(screening)


@router.get("/screenings", operation_id="list_alerts", responses=problems())
async def list_alerts(
    context: Annotated[Context, requires("screening.read")],
    cursor: Annotated[Cursor, Depends()],
    outcome: Annotated[list[Alert] | None, Query(description="Absent: all that did not pass")] = None,
) -> Page[ScreeningView]:
    """Screenings that did not pass, the newest first."""
    found = await context.ports.queries.alerts(outcome or list(ALERTS), cursor.uuid(), cursor.limit + 1)
    shown = [ScreeningView.of(each) for each in found]
    return page(shown, cursor, [shown[cursor.limit - 1].id] if len(shown) > cursor.limit else None)


@router.get("/watch-list", operation_id="list_watch_entries", responses=problems())
async def list_watch_entries(
    context: Annotated[Context, requires("screening.read")], cursor: Annotated[Cursor, Depends()]
) -> Page[WatchEntryView]:
    """Entries of the watch list, proposed ones included."""
    entries = await context.ports.queries.watch_entries(cursor.uuid(), cursor.limit + 1)
    shown = [WatchEntryView.of(entry) for entry in entries]
    return page(shown, cursor, [shown[cursor.limit - 1].id] if len(shown) > cursor.limit else None)


@router.post(
    "/watch-list",
    operation_id="propose_watch_entry",
    status_code=201,
    responses=problems(404, 409),
    response_model=WatchEntryView,
)
async def propose_watch_entry_route(
    body: WatchEntryBody, context: Annotated[Context, requires("watch-list.change")]
) -> Response:
    """Proposes an entry; it counts when another person has confirmed it."""
    token = body.token or await _shown(body, context)
    command = ProposeWatchEntry(context.caller, body.kind, token, body.application_id, body.reason)
    return await context.perform(context.ports.operations.propose_watch_entry, command, WatchEntryView.of, 201)


async def _shown(body: WatchEntryBody, context: Context) -> str:
    assert body.application_id is not None, "a body without a token names an application"
    sighting = await context.ports.queries.sighting(body.application_id)
    if sighting is None:
        raise NotFound("screening-not-found", f"application {body.application_id} has not been screened")
    return sighting.token(body.kind)


@router.post(
    "/watch-list/{entry_id}/confirmation",
    operation_id="confirm_watch_entry",
    responses=problems(404, 409),
    response_model=WatchEntryView,
)
async def confirm_watch_entry_route(
    entry_id: UUID, context: Annotated[Context, requires("watch-list.change")]
) -> Response:
    """Confirms an entry that another person has proposed."""
    command = ChangeWatchEntry(context.caller, entry_id)
    return await context.perform(context.ports.operations.confirm_watch_entry, command, WatchEntryView.of)


@router.post(
    "/watch-list/{entry_id}/withdrawal",
    operation_id="withdraw_watch_entry",
    responses=problems(404, 409),
    response_model=WatchEntryView,
)
async def withdraw_watch_entry_route(
    entry_id: UUID, context: Annotated[Context, requires("watch-list.change")]
) -> Response:
    """Takes back, or turns down, a proposed entry that nobody has confirmed."""
    command = ChangeWatchEntry(context.caller, entry_id)
    return await context.perform(context.ports.operations.withdraw_watch_entry, command, WatchEntryView.of)


@router.post(
    "/watch-list/{entry_id}/removal",
    operation_id="propose_watch_removal",
    responses=problems(404, 409),
    response_model=WatchEntryView,
)
async def propose_watch_removal_route(
    entry_id: UUID, body: WatchRemovalBody, context: Annotated[Context, requires("watch-list.change")]
) -> Response:
    """Proposes to take an active entry off the list; it counts until another person has confirmed that."""
    command = ProposeWatchRemoval(context.caller, entry_id, body.reason)
    return await context.perform(context.ports.operations.propose_watch_removal, command, WatchEntryView.of)


@router.post(
    "/watch-list/{entry_id}/removal/confirmation",
    operation_id="confirm_watch_removal",
    responses=problems(404, 409),
    response_model=WatchEntryView,
)
async def confirm_watch_removal_route(
    entry_id: UUID, context: Annotated[Context, requires("watch-list.change")]
) -> Response:
    """Takes an entry off the list, as another person has proposed."""
    command = ChangeWatchEntry(context.caller, entry_id)
    return await context.perform(context.ports.operations.confirm_watch_removal, command, WatchEntryView.of)


@router.post(
    "/watch-list/{entry_id}/removal/rejection",
    operation_id="reject_watch_removal",
    responses=problems(404, 409),
    response_model=WatchEntryView,
)
async def reject_watch_removal_route(
    entry_id: UUID, context: Annotated[Context, requires("watch-list.change")]
) -> Response:
    """Leaves an entry on the list, against a proposed removal."""
    command = ChangeWatchEntry(context.caller, entry_id)
    return await context.perform(context.ports.operations.reject_watch_removal, command, WatchEntryView.of)
