"""Timeline and evidence over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query

from loan_servicekit.http import Cursor, Page, Router, page, problems, requires
from reporting_svc.api.evidence.views import AuditEntryView, EvidenceView, HeadView, TimelineEntryView, VerdictView
from reporting_svc.api.fields import GREATEST_SEQ, Code, seq_of
from reporting_svc.api.ports import Context
from reporting_svc.domain.evidence.chain import application_not_found, digest
from reporting_svc.use_cases.evidence.verify_chain import verify_chain

router = Router(prefix="/v1")

Seq = Annotated[int, Query(ge=1, le=GREATEST_SEQ)]


@router.get("/applications/{application_id}/timeline", operation_id="get_timeline", responses=problems(404))
async def get_timeline(
    application_id: UUID, context: Annotated[Context, requires("timeline.read")], cursor: Annotated[Cursor, Depends()]
) -> Page[TimelineEntryView]:
    """Who did what when about an application, in the order of time."""
    if not context.caller.all_branches:
        branch = await context.ports.funnel.branch_of(application_id)
        if branch is None:
            raise application_not_found(application_id)
        context.caller.require_branch(branch)
    entries = await context.ports.evidence.timeline(application_id, cursor.time_and_uuid(), cursor.limit + 1)
    if not entries and cursor.after is None:
        raise application_not_found(application_id)
    shown = [TimelineEntryView.of(entry, context.caller.permissions) for entry in entries]
    last = entries[cursor.limit - 1] if len(entries) > cursor.limit else None
    return page(shown, cursor, [last.occurred_at, str(last.message_id)] if last else None)


@router.get("/audit/verify", operation_id="verify_chain", responses=problems())
async def verify_chain_route(
    context: Annotated[Context, requires("audit.verify")],
    first: Annotated[Seq, Query(alias="from", description="First entry to check")] = 1,
    last: Annotated[Seq | None, Query(alias="to", description="Last entry to check; absent: to the end")] = None,
) -> VerdictView:
    """Recomputes the evidence chain and says whether it holds, or where it breaks first. It reads every entry of the
    range, of at most 200,000: a part of a long chain is checked with `from` and `to`, all of it by
    `POST /v1/audit/verifications`. A chain that holds may be behind: `recording` says whether messages wait, and
    whether anybody records them."""
    verdict = await verify_chain(first, last, context.ports.evidence, context.ports.marks)
    return VerdictView.of(verdict, await context.ports.recorders.how_far())


@router.get("/audit/entries", operation_id="list_audit_entries", responses=problems())
async def list_audit_entries(
    context: Annotated[Context, requires("audit.read")],
    cursor: Annotated[Cursor, Depends()],
    subject: Annotated[Code, Query(description="The aggregate that the entries are about")] = None,
) -> Page[AuditEntryView]:
    """Entries of the evidence chain in the order in which they were written."""
    entries = await context.ports.evidence.entries(subject, seq_of(cursor), cursor.limit + 1)
    shown = [AuditEntryView.of(entry, context.caller.permissions) for entry in entries]
    return page(shown, cursor, [shown[cursor.limit - 1].seq] if len(shown) > cursor.limit else None)


@router.get("/evidence/{application_id}", operation_id="get_evidence", responses=problems(404))
async def get_evidence(
    application_id: UUID, context: Annotated[Context, requires("audit.read")], cursor: Annotated[Cursor, Depends()]
) -> EvidenceView:
    """The entries of the evidence chain about an application, each checked against its hash and its neighbour."""
    found = await context.ports.evidence.evidence(application_id, seq_of(cursor), cursor.limit + 1)
    if not found and cursor.after is None:
        raise application_not_found(application_id)
    shown = found[: cursor.limit]
    wrong = next((e.seq for e, before in shown if digest(e) != e.hash or e.prev_hash != before), None)
    items = [AuditEntryView.of(entry, context.caller.permissions) for entry, _ in found]
    part = page(items, cursor, [items[cursor.limit - 1].seq] if len(items) > cursor.limit else None)
    head = HeadView.of(await context.ports.evidence.head())
    return EvidenceView(
        application_id=application_id,
        valid=wrong is None,
        broken_at=wrong,
        head=head,
        items=part.items,
        next_cursor=part.next_cursor,
    )
