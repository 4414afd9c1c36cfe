"""Parameters over HTTP: every service lists its own; one that reads some lets two persons change them."""

from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query, Response
from pydantic import BaseModel, Field

from loan_servicekit.core import NotFound
from loan_servicekit.core.parameters import ChangeStatus, Confidence, Parameter, ParameterChange, Parameters
from loan_servicekit.core.texts import text
from loan_servicekit.db.parameters import (
    APPROVE_PARAMETER_CHANGE,
    PROPOSE_PARAMETER_CHANGE,
    REJECT_PARAMETER_CHANGE,
    WITHDRAW_PARAMETER_CHANGE,
    DecideParameterChange,
    ParameterReads,
    ProposeParameterChange,
)
from loan_servicekit.http.context import Context, requires
from loan_servicekit.http.door import Router
from loan_servicekit.http.fields import Body, Day
from loan_servicekit.http.pages import Cursor, Page, page
from loan_servicekit.http.problems import problems

read = Router(prefix="/v1/admin", tags=["parameters"])
change = Router(prefix="/v1/admin", tags=["parameters"])

A_DAY = timedelta(days=1)
Code = Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[!-~]+$")]
Words = Annotated[str, text(5, 200)]
CodeAsked = Annotated[str | None, Query(max_length=100, pattern=r"^[!-~]+$", description="Of one code")]


class ParameterView(BaseModel):
    """A number that a regulator or the institution may change, and the days on which it holds."""

    code: str
    value: str
    unit: str
    valid_from: date
    valid_to: date | None = Field(description="The last day: the one before the next value of the code begins")
    source: str
    confidence: str
    approved_by: str = Field(description="`seed`, or who proposed and who approved it")
    recorded_at: datetime
    in_force: bool = Field(description="Whether it holds on the day asked for, else today")
    replaced: bool = Field(description="Whether a correction of the same first day has taken its place")


class ParameterKindView(BaseModel):
    """A code that the service reads, and what its values may be."""

    code: str
    unit: str
    area: str = Field(description="Changing it needs the permission <area>-parameter.change")
    meaning: str
    allowed: str


class ParameterChangeBody(Body):
    """A value that a code shall have from a day on."""

    code: Code = Field(examples=["dsr.unsecured"])
    value: Annotated[str, text(1, 2000)] = Field(examples=["65"])
    unit: Annotated[str, text(1, 20)] = Field(examples=["%"])
    valid_from: Day = Field(examples=["2099-01-01"], description="Not in the past, unless it is a correction")
    source: Annotated[str, text(2, 200)] = Field(examples=["minutes of the risk committee 2026-11"])
    confidence: Confidence = Field(examples=["P"], description="domain.md §0.1")
    reason: Words = Field(examples=["less debt service than income allows"])
    correction: bool = Field(
        False, description="Mends a mistake: may begin in the past, or replace a value of that day"
    )


class ParameterRejectionBody(Body):
    """Why a change is not wanted."""

    reason: Words = Field(examples=["the committee has not decided yet"])


class ParameterChangeView(BaseModel):
    """A proposed change and what became of it."""

    id: UUID
    code: str
    value: str
    unit: str
    valid_from: date
    source: str
    confidence: Confidence
    reason: str
    correction: bool
    status: ChangeStatus
    proposed_by: str
    proposed_at: datetime
    decided_by: str | None
    decided_at: datetime | None
    decision_reason: str | None
    sequence: int

    @classmethod
    def of(cls, c: ParameterChange) -> "ParameterChangeView":
        """The view of a change."""
        return cls.model_validate(c, from_attributes=True)


@read.get("/parameters", operation_id="list_parameters", responses=problems())
async def list_parameters(
    context: Annotated[Context, requires("parameter.read")],
    code: CodeAsked = None,
    on: Annotated[Day | None, Query(description="Only what holds on this day")] = None,
) -> Page[ParameterView]:
    """Every value of this service, past and future ones included; there are few, so one page holds them all."""
    found = await ParameterReads(context.service.engine).rows()
    day = on or context.service.parameters.day()
    shown = _with_days(found, day)
    return Page(items=[v for v in shown if (code is None or v.code == code) and (on is None or v.in_force)])


def _with_days(parameters: Parameters, day: date) -> list[ParameterView]:
    views = []
    newer: Parameter | None = None
    for row in parameters.rows():  # by code, the newest first
        same = newer is not None and newer.code == row.code
        replaced = same and newer is not None and newer.valid_from == row.valid_from
        ends = row.valid_to
        if newer is not None and same and not replaced:
            ends = min(newer.valid_from - A_DAY, ends) if ends else newer.valid_from - A_DAY
        shown = asdict(row) | {"valid_to": ends}
        views.append(ParameterView(**shown, in_force=parameters.at(row.code, day) is row, replaced=replaced))
        newer = row if not replaced else newer
    return views


@change.get("/parameter-kinds", operation_id="list_parameter_kinds", responses=problems())
async def list_parameter_kinds(context: Annotated[Context, requires("parameter.read")]) -> Page[ParameterKindView]:
    """The codes that this service reads, and what their values may be; one page holds them all."""
    kinds = context.service.catalogue.kinds
    return Page(
        items=[
            ParameterKindView(code=code, unit=kind.unit, area=kind.area, meaning=kind.meaning, allowed=kind.allowed)
            for code, kind in sorted(kinds.items())
        ]
    )


@change.get("/parameter-changes", operation_id="list_parameter_changes", responses=problems())
async def list_parameter_changes(
    context: Annotated[Context, requires("parameter.read")],
    cursor: Annotated[Cursor, Depends()],
    code: CodeAsked = None,
    status: Annotated[ChangeStatus | None, Query(description="In one state")] = None,
) -> Page[ParameterChangeView]:
    """Proposed changes and what became of them, newest first."""
    reads = ParameterReads(context.service.engine)
    found = await reads.changes(code, status, cursor.uuid(), cursor.limit + 1)
    shown = [ParameterChangeView.of(each) for each in found]
    return page(shown, cursor, [shown[cursor.limit - 1].id] if len(shown) > cursor.limit else None)


@change.get("/parameter-changes/{change_id}", operation_id="get_parameter_change", responses=problems(404))
async def get_parameter_change(
    change_id: UUID, context: Annotated[Context, requires("parameter.read")], response: Response
) -> ParameterChangeView:
    """One proposed change; its ETag is for If-Match."""
    found = await ParameterReads(context.service.engine).change(change_id)
    if found is None:
        raise NotFound("parameter-change-not-found", f"there is no parameter change {change_id}")
    response.headers["ETag"] = f'"{found.sequence}"'
    return ParameterChangeView.of(found)


@change.post(
    "/parameter-changes",
    operation_id="propose_parameter_change",
    status_code=201,
    responses=problems(409),
    response_model=ParameterChangeView,
)
async def propose_parameter_change_route(
    body: ParameterChangeBody, context: Annotated[Context, requires("parameter.propose")]
) -> Response:
    """Proposes a value; it holds from its day on when another person has approved it."""
    command = ProposeParameterChange(
        context.service.catalogue,
        context.caller,
        body.code,
        body.value,
        body.unit,
        body.valid_from,
        body.source,
        body.confidence,
        body.reason,
        body.correction,
    )
    return await context.perform(PROPOSE_PARAMETER_CHANGE, command, ParameterChangeView.of, 201)


@change.post(
    "/parameter-changes/{change_id}/approval",
    operation_id="approve_parameter_change",
    responses=problems(404, 409, 412),
    response_model=ParameterChangeView,
)
async def approve_parameter_change_route(
    change_id: UUID, context: Annotated[Context, requires("parameter.approve")]
) -> Response:
    """Puts a proposed value in force from its day on; another person than the proposer does."""
    answer = await context.perform(APPROVE_PARAMETER_CHANGE, _deciding(context, change_id), ParameterChangeView.of)
    await context.service.parameters.refresh_if_possible()  # other processes read the table themselves, within seconds
    return answer


@change.post(
    "/parameter-changes/{change_id}/rejection",
    operation_id="reject_parameter_change",
    responses=problems(404, 409, 412),
    response_model=ParameterChangeView,
)
async def reject_parameter_change_route(
    change_id: UUID, body: ParameterRejectionBody, context: Annotated[Context, requires("parameter.approve")]
) -> Response:
    """Ends a proposal that is not wanted; another person than the proposer does."""
    command = _deciding(context, change_id, body.reason)
    return await context.perform(REJECT_PARAMETER_CHANGE, command, ParameterChangeView.of)


@change.post(
    "/parameter-changes/{change_id}/withdrawal",
    operation_id="withdraw_parameter_change",
    responses=problems(404, 409, 412),
    response_model=ParameterChangeView,
)
async def withdraw_parameter_change_route(
    change_id: UUID, context: Annotated[Context, requires("parameter.propose")]
) -> Response:
    """Takes one's own proposal back."""
    return await context.perform(WITHDRAW_PARAMETER_CHANGE, _deciding(context, change_id), ParameterChangeView.of)


def _deciding(context: Context, change_id: UUID, reason: str = "") -> DecideParameterChange:
    return DecideParameterChange(context.service.catalogue, context.caller, change_id, context.expect, reason)
