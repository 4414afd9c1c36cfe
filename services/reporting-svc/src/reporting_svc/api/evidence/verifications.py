"""Verifications of the evidence chain and its seals over HTTP."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Response
from pydantic import BaseModel, Field

from loan_servicekit.core import NotFound
from loan_servicekit.http import Body, Cursor, Page, Router, page, problems, requires
from reporting_svc.api.evidence.views import HeadView
from reporting_svc.api.fields import seq_of
from reporting_svc.api.ports import Context
from reporting_svc.domain.evidence.chain import FaultCode
from reporting_svc.domain.evidence.seals import Seal
from reporting_svc.domain.evidence.verification import Scope, Verification, VerificationState
from reporting_svc.use_cases.evidence.carry_verification import StartVerification

router = Router(prefix="/v1/audit")

NEWEST = UUID(int=2**128 - 1)


class VerificationBody(Body):
    """What to check."""

    scope: Scope = Field(
        description="WHOLE: every entry. DAY: the entries since the last seal that is older than a day"
    )


class VerificationView(BaseModel):
    """How far a verification has come, and what it has found. Seals and head are checked in either scope."""

    id: UUID
    scope: Scope
    state: VerificationState
    started_by: str
    started_at: datetime
    moved_at: datetime = Field(description="When it last went on")
    ended_at: datetime | None
    first_seq: int = Field(description="The first entry to check")
    last: HeadView = Field(description="The head when it began, which is checked to")
    entries: int = Field(description="Entries that were checked and found good")
    of: int = Field(description="Entries to check")
    broken_at: int | None = Field(description="Number of the first entry that is wrong or missing")
    code: FaultCode | None
    detail: str

    @classmethod
    def of_verification(cls, v: Verification) -> "VerificationView":
        """The view of a verification."""
        return cls(
            id=v.id,
            scope=v.scope,
            state=v.state,
            started_by=v.started_by,
            started_at=v.started_at,
            moved_at=v.moved_at,
            ended_at=v.ended_at,
            first_seq=v.first.seq + 1,
            last=HeadView.of(v.last),
            entries=v.entries,
            of=v.of,
            broken_at=v.broken_at,
            code=v.code,
            detail=v.detail,
        )


class SealView(BaseModel):
    """What a segment of the chain was when it was sealed. Kept outside, it proves the segment later."""

    number: int
    first_seq: int
    last_seq: int
    end_hash: str = Field(description="Hash of the last entry, hexadecimal")
    sealed_at: datetime
    before: str = Field(description="Mark of the seal before")
    mark: str = Field(description="HMAC-SHA-256 over all of it, behind the id of its key")

    @classmethod
    def of(cls, seal: Seal) -> "SealView":
        """The view of a seal."""
        return cls(
            number=seal.number,
            first_seq=seal.first_seq,
            last_seq=seal.last_seq,
            end_hash=seal.end_hash.hex(),
            sealed_at=seal.sealed_at,
            before=seal.before,
            mark=seal.mark,
        )


@router.post(
    "/verifications",
    operation_id="start_verification",
    status_code=202,
    responses=problems(409),
    response_model=VerificationView,
)
async def start_verification_route(
    body: VerificationBody, context: Annotated[Context, requires("audit.verify")]
) -> Response:
    """Begins a verification, which workers carry to its end whatever interrupts them; one of a scope at a time."""
    command = StartVerification(body.scope, context.caller.subject)
    show = VerificationView.of_verification
    return await context.perform(context.ports.operations.start_verification, command, show, 202)


@router.get("/verifications", operation_id="list_verifications", responses=problems())
async def list_verifications(
    context: Annotated[Context, requires("audit.verify")], cursor: Annotated[Cursor, Depends()]
) -> Page[VerificationView]:
    """Verifications with what they have found, the newest first. One of scope DAY is begun every day."""
    found = await context.ports.evidence.verifications(cursor.uuid() or NEWEST, cursor.limit + 1)
    shown = [VerificationView.of_verification(each) for each in found]
    return page(shown, cursor, [str(shown[cursor.limit - 1].id)] if len(shown) > cursor.limit else None)


@router.get("/verifications/{verification_id}", operation_id="get_verification", responses=problems(404))
async def get_verification(
    verification_id: UUID, context: Annotated[Context, requires("audit.verify")]
) -> VerificationView:
    """How far a verification has come, and what it has found."""
    found = await context.ports.evidence.verification(verification_id)
    if found is None:
        raise NotFound("verification-not-found", f"there is no verification {verification_id}")
    return VerificationView.of_verification(found)


@router.get("/seals", operation_id="list_seals", responses=problems())
async def list_seals(
    context: Annotated[Context, requires("audit.verify")], cursor: Annotated[Cursor, Depends()]
) -> Page[SealView]:
    """The seals of the evidence chain, in order."""
    seals = await context.ports.evidence.seals(seq_of(cursor), cursor.limit + 1)
    shown = [SealView.of(seal) for seal in seals]
    return page(shown, cursor, [shown[cursor.limit - 1].number] if len(shown) > cursor.limit else None)
