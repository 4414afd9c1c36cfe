"""Timeline, evidence, funnel and traces over HTTP."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Path, Query

from loan_servicekit.core import NotFound, business_day
from loan_servicekit.db.upkeep.consumers import ConsumerState
from loan_servicekit.http import Cursor, Day, Edge, Instant, Page, Router, page, problems, requires
from loan_servicekit.http.pages import cursor_invalid
from reporting_svc.api.views import (
    ApplicationTraceView,
    AuditEntryView,
    EvidenceView,
    FunnelCountsView,
    FunnelDayView,
    FunnelView,
    HeadView,
    TimelineEntryView,
    TraceView,
    VerdictView,
)
from reporting_svc.domain.evidence.chain import digest
from reporting_svc.domain.evidence.recording import Recorder, Recording, recording
from reporting_svc.domain.projections.funnel.funnel import window
from reporting_svc.domain.traces.trace import traces_of
from reporting_svc.use_cases.evidence.verify_chain import verify_chain
from reporting_svc.use_cases.traces.trace_application import MOST_SPANS, application_not_found, trace_application

router = Router(prefix="/v1")

GREATEST_SEQ = 2**63 - 1
PRINTABLE = r"^[ -~]+$"
USUAL_DAYS = 30
Seq = Annotated[int, Query(ge=1, le=GREATEST_SEQ)]
Code = Annotated[str | None, Query(max_length=100, pattern=PRINTABLE)]


def _seq(cursor: Cursor) -> int:
    """The cursor of a list by number in the chain."""
    if cursor.after is None:
        return 0
    if len(cursor.after) != 1 or not isinstance(cursor.after[0], int) or not 0 <= cursor.after[0] <= GREATEST_SEQ:
        raise cursor_invalid()
    return cursor.after[0]


@router.get("/applications/{application_id}/timeline", operation_id="get_timeline", responses=problems(404))
async def get_timeline(
    application_id: UUID, edge: Annotated[Edge, requires("timeline.read")], cursor: Annotated[Cursor, Depends()]
) -> Page[TimelineEntryView]:
    """Who did what when about an application, in the order of time."""
    if not edge.caller.all_branches:
        branch = await edge.queries.branch_of(application_id)
        if branch is None:
            raise application_not_found(application_id)
        edge.caller.require_branch(branch)
    entries = await edge.queries.timeline(application_id, cursor.time_and_uuid(), cursor.limit + 1)
    if not entries and cursor.after is None:
        raise application_not_found(application_id)
    shown = [TimelineEntryView.of(entry, edge.caller.permissions) for entry in entries]
    last = entries[cursor.limit - 1] if len(entries) > cursor.limit else None
    return page(shown, cursor, [last.occurred_at, str(last.message_id)] if last else None)


@router.get("/audit/verify", operation_id="verify_chain", responses=problems())
async def verify_chain_route(
    edge: Annotated[Edge, requires("audit.verify")],
    first: Annotated[Seq, Query(alias="from", description="First entry to check")] = 1,
    last: Annotated[Seq | None, Query(alias="to", description="Last entry to check; absent: to the end")] = None,
) -> VerdictView:
    """Recomputes the evidence chain and says whether it holds, or where it breaks first. It reads every entry of the
    range, so its time grows with it: a part of a long chain is checked alone with `from` and `to`. A chain that holds may
    be behind: `recording` says whether messages wait, and whether anybody records them."""
    return VerdictView.of(await verify_chain(first, last, edge.queries), await _how_far(edge))


async def _how_far(edge: Edge) -> Recording:
    living = await edge.service.consumers.living()
    recorders = [
        Recorder(c.state is ConsumerState.RUNNING, c.state is ConsumerState.STOPPED, c.lag, c.reason) for c in living
    ]
    return recording(recorders, sum((await edge.service.dead_letters.counts()).values()))


@router.get("/audit/entries", operation_id="list_audit_entries", responses=problems())
async def list_audit_entries(
    edge: Annotated[Edge, requires("audit.read")],
    cursor: Annotated[Cursor, Depends()],
    subject: Annotated[Code, Query(description="The aggregate that the entries are about")] = None,
) -> Page[AuditEntryView]:
    """Entries of the evidence chain in the order in which they were written."""
    entries = await edge.queries.entries(subject, _seq(cursor), cursor.limit + 1)
    shown = [AuditEntryView.of(entry, edge.caller.permissions) for entry in entries]
    return page(shown, cursor, [shown[cursor.limit - 1].seq] if len(shown) > cursor.limit else None)


@router.get("/evidence/{application_id}", operation_id="get_evidence", responses=problems(404))
async def get_evidence(
    application_id: UUID, edge: Annotated[Edge, requires("audit.read")], cursor: Annotated[Cursor, Depends()]
) -> EvidenceView:
    """The entries of the evidence chain about an application, each checked against its hash and its neighbour."""
    found = await edge.queries.evidence(application_id, _seq(cursor), cursor.limit + 1)
    if not found and cursor.after is None:
        raise application_not_found(application_id)
    shown = found[: cursor.limit]
    wrong = next((e.seq for e, before in shown if digest(e) != e.hash or e.prev_hash != before), None)
    items = [AuditEntryView.of(entry, edge.caller.permissions) for entry, _ in found]
    part = page(items, cursor, [items[cursor.limit - 1].seq] if len(items) > cursor.limit else None)
    head = HeadView.of(await edge.queries.head())
    return EvidenceView(application_id=application_id, valid=wrong is None, broken_at=wrong, head=head,
                        items=part.items, next_cursor=part.next_cursor)  # fmt: skip


@router.get("/funnel", operation_id="get_funnel", responses=problems())
async def get_funnel(
    edge: Annotated[Edge, requires("funnel.read")],
    first: Annotated[Day | None, Query(alias="from", description="First day of submission; absent: 30 days")] = None,
    last: Annotated[Day | None, Query(alias="to", description="Last day of submission; absent: today")] = None,
    product: Annotated[Code, Query(description="One product alone")] = None,
    since: Annotated[Instant | None, Query(description="Submissions from this instant on alone")] = None,
) -> FunnelView:
    """How many of the applications submitted on some business days came how far, and how fast; by day and product."""
    last = last or business_day(edge.now)
    first = first or date.fromordinal(max(1, last.toordinal() - USUAL_DAYS + 1))
    begin, end = window(first, last, since)
    total, *days = await edge.queries.funnel(begin, end, product)
    shown = [FunnelDayView(day=d.day, product_code=d.product_code, **FunnelCountsView.counts(d)) for d in days]
    return FunnelView(first=first, last=last, product=product, total=FunnelCountsView(**FunnelCountsView.counts(total)),
                      days=shown)  # fmt: skip


@router.get("/traces/{trace_id}", operation_id="get_trace", responses=problems(404))
async def get_trace(
    trace_id: Annotated[str, Path(pattern=r"^[0-9a-f]{32}$")], edge: Annotated[Edge, requires("trace.read")]
) -> TraceView:
    """The spans of one trace from all services, as a tree in a list."""
    traces = traces_of(await edge.queries.spans([trace_id], MOST_SPANS))
    if not traces:
        raise NotFound("trace-not-found", "the trace was not sampled, or its spans are forgotten by now")
    return TraceView.of(traces[0])


@router.get("/applications/{application_id}/trace", operation_id="trace_application", responses=problems(404))
async def trace_application_route(
    application_id: UUID, edge: Annotated[Edge, requires("trace.read")]
) -> ApplicationTraceView:
    """The way of an application through the services: messages by their causes, and spans where they were sampled."""
    return ApplicationTraceView.of(await trace_application(application_id, edge.queries))
