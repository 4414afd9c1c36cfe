"""Everything that is known about the way of one application through the services."""

from dataclasses import dataclass
from uuid import UUID

from reporting_svc.domain.evidence.chain import application_not_found
from reporting_svc.domain.traces.trace import PlacedEntry, Trace, causation_of, traces_of
from reporting_svc.use_cases.evidence.ports import EvidenceQueries
from reporting_svc.use_cases.traces.ports import TraceQueries

MOST_MESSAGES = 1_000
MOST_SPANS = 5_000


@dataclass(frozen=True, slots=True)
class ApplicationTrace:
    """The messages of an application behind their causes, the earliest 1,000, and its spans where it was sampled.

    An application has one trace for all its life, whose id is its own; a request whose caller brought a trace along is
    a part of that one instead, so there may be more.
    """

    application_id: UUID
    messages: list[PlacedEntry]
    traces: list[Trace]


async def trace_application(application_id: UUID, evidence: EvidenceQueries, traces: TraceQueries) -> ApplicationTrace:
    """The trace of an application; raises NotFound `application-not-found` where no message was about it."""
    entries = await evidence.timeline(application_id, None, MOST_MESSAGES)
    if not entries:
        raise application_not_found(application_id)
    trace_ids = list(dict.fromkeys(entry.trace_id for entry in entries if entry.trace_id))
    spans = await traces.spans(trace_ids, MOST_SPANS) if trace_ids else []
    return ApplicationTrace(application_id, causation_of(entries), traces_of(spans))
