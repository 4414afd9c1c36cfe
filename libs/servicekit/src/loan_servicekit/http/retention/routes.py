"""Retention over HTTP: the rules, what they took away, and what is held."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query, Response
from pydantic import BaseModel, Field

from loan_servicekit.core.retention import LegalHold
from loan_servicekit.core.texts import text
from loan_servicekit.db.retention.queries import RetentionReads
from loan_servicekit.db.retention.tables import (
    PLACE_LEGAL_HOLD,
    RELEASE_LEGAL_HOLD,
    PlaceLegalHold,
    ReleaseLegalHold,
)
from loan_servicekit.http.context import Context, requires
from loan_servicekit.http.door import Router
from loan_servicekit.http.fields import Body
from loan_servicekit.http.pages import Cursor, Page, cursor_invalid, page
from loan_servicekit.http.problems import problems

router = Router(prefix="/v1/admin", tags=["retention"])

Reason = Annotated[str, text(5, 200)]


class RetentionRuleView(BaseModel):
    """How long a record is kept, from which event on, and why."""

    record: str
    table: str
    since: str = Field(description="The event from which the period runs")
    takes: list[str] = Field(description="What goes when it is over: tables, or columns that are emptied")
    parameter: str = Field(description="Changed by two persons, like every parameter")
    period: int | None = Field(description="That holds today; absent: nothing goes")
    unit: str
    valid_from: date | None
    source: str
    why: str


class RetentionRunView(BaseModel):
    """What one rule took away on one day."""

    id: UUID
    record: str
    rule: str
    period: int
    unit: str
    valid_from: date = Field(description="With `recorded_at`, the version of the rule")
    recorded_at: datetime | None
    cutoff: datetime = Field(description="What began before it was due")
    taken: dict[str, int] = Field(description="Rows by table")
    held: int = Field(description="Rows that were due and stay under a legal hold")
    first_at: datetime | None = Field(description="Of what went: the oldest event")
    last_at: datetime | None = Field(description="Of what went: the newest event")
    started_at: datetime
    finished_at: datetime | None


class LegalHoldBody(Body):
    """An application or a customer about whom nothing may go. Names of persons do not belong into the reason."""

    subject_id: UUID = Field(description="Of an application or a customer")
    reason: Reason = Field(examples=["lawsuit 2026-117"])


class LegalHoldReleaseBody(Body):
    """Why a hold is needed no longer."""

    reason: Reason = Field(examples=["the lawsuit is over"])


class LegalHoldView(BaseModel):
    """A legal hold."""

    id: UUID
    subject_id: UUID
    reason: str
    placed_by: str
    placed_at: datetime
    released_by: str | None
    released_at: datetime | None
    release_reason: str | None

    @classmethod
    def of(cls, hold: LegalHold) -> "LegalHoldView":
        """The view of a hold."""
        return cls.model_validate(hold, from_attributes=True)


@router.get("/retention/rules", operation_id="list_retention_rules", responses=problems())
async def list_retention_rules(context: Annotated[Context, requires("retention.read")]) -> Page[RetentionRuleView]:
    """Every rule of this service with the period that holds today; one page holds them all."""
    service = context.service
    views = []
    for rule in service.retention_rules:
        holds = service.parameters.parameters.at(rule.code, service.parameters.day())
        views.append(
            RetentionRuleView(
                record=rule.record,
                table=rule.table,
                since=rule.since,
                takes=[", ".join((t.table, *t.empties)) for t in rule.takes],
                parameter=rule.code,
                period=int(holds.value) if holds else None,
                unit=rule.unit,
                valid_from=holds.valid_from if holds else None,
                source=holds.source if holds else rule.source,
                why=rule.why,
            )
        )
    return Page(items=views)


@router.get("/retention/runs", operation_id="list_retention_runs", responses=problems())
async def list_retention_runs(
    context: Annotated[Context, requires("retention.read")],
    cursor: Annotated[Cursor, Depends()],
    record: Annotated[str | None, Query(max_length=100, pattern=r"^[a-z-]+$", description="Of one record")] = None,
) -> Page[RetentionRunView]:
    """What was taken away, newest first."""
    found = await RetentionReads(context.service.engine).runs(record, _day_and_id(cursor), cursor.limit + 1)
    last = found[cursor.limit - 1] if len(found) > cursor.limit else None
    views = [RetentionRunView(**asdict(run)) for _, run in found]
    return page(views, cursor, [last[0].isoformat(), last[1].id] if last else None)


def _day_and_id(cursor: Cursor) -> tuple[date, UUID] | None:
    if cursor.after is None:
        return None
    try:
        day, id = cursor.after
        return date.fromisoformat(str(day)), UUID(str(id))
    except ValueError as error:
        raise cursor_invalid() from error


@router.get("/legal-holds", operation_id="list_legal_holds", responses=problems())
async def list_legal_holds(
    context: Annotated[Context, requires("retention.read")],
    cursor: Annotated[Cursor, Depends()],
    open_only: Annotated[bool, Query(description="Only those that are not released")] = False,
) -> Page[LegalHoldView]:
    """Legal holds of this service, newest first."""
    found = await RetentionReads(context.service.engine).holds(open_only, cursor.uuid(), cursor.limit + 1)
    shown = [LegalHoldView.of(hold) for hold in found]
    return page(shown, cursor, [shown[cursor.limit - 1].id] if len(shown) > cursor.limit else None)


@router.post(
    "/legal-holds",
    operation_id="place_legal_hold",
    status_code=201,
    responses=problems(),
    response_model=LegalHoldView,
)
async def place_legal_hold_route(
    body: LegalHoldBody, context: Annotated[Context, requires("legal-hold.place")]
) -> Response:
    """Nothing about the application or the customer goes from this service from now on."""
    command = PlaceLegalHold(context.caller, body.subject_id, body.reason)
    return await context.perform(PLACE_LEGAL_HOLD, command, LegalHoldView.of, 201)


@router.post(
    "/legal-holds/{hold_id}/release",
    operation_id="release_legal_hold",
    responses=problems(404, 409),
    response_model=LegalHoldView,
)
async def release_legal_hold_route(
    hold_id: UUID, body: LegalHoldReleaseBody, context: Annotated[Context, requires("legal-hold.release")]
) -> Response:
    """Ends a hold; another person than who placed it does. What is due goes with the next run."""
    command = ReleaseLegalHold(context.caller, hold_id, body.reason)
    return await context.perform(RELEASE_LEGAL_HOLD, command, LegalHoldView.of)
