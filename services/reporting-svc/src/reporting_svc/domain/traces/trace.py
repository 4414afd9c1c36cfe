"""Trees from what points to its parent: spans of a trace, and messages by what caused them."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple, TypeVar

from reporting_svc.domain.evidence.chain import Entry
from reporting_svc.domain.traces.span import Span

N = TypeVar("N")


class PlacedSpan(NamedTuple):
    """A span in its tree; `offset` counts from the start of the trace."""

    span: Span
    depth: int
    offset: timedelta


class Trace(NamedTuple):
    """The spans of one trace from all services, each behind its parent."""

    trace_id: str
    started_at: datetime
    duration: timedelta
    spans: list[PlacedSpan]


class PlacedEntry(NamedTuple):
    """A message behind the one that caused it; `waited` is the time since that one, None for a beginning."""

    entry: Entry
    depth: int
    offset: timedelta
    waited: timedelta | None


def traces_of(spans: Sequence[Span]) -> list[Trace]:
    """The traces of some spans, the earliest first."""
    by_trace: dict[str, list[Span]] = defaultdict(list)
    for span in sorted(spans, key=lambda s: (s.started_at, s.span_id)):
        by_trace[span.trace_id].append(span)
    traces = []
    for trace_id, members in by_trace.items():
        start, end = members[0].started_at, max(s.ended_at for s in members)
        tree = _depth_first(members, lambda s: s.span_id, lambda s: s.parent_id)
        placed = [PlacedSpan(s, depth, s.started_at - start) for s, depth in tree]
        traces.append(Trace(trace_id, start, end - start, placed))
    return traces


def causation_of(entries: Sequence[Entry]) -> list[PlacedEntry]:
    """Messages in the order of their causes. `entries` in the order of time."""
    times = {str(e.message_id): e.occurred_at for e in entries}
    placed = []
    for entry, depth in _depth_first(entries, lambda e: str(e.message_id), lambda e: e.causation_id):
        cause = times.get(entry.causation_id or "")
        waited = entry.occurred_at - cause if cause is not None and depth else None
        placed.append(PlacedEntry(entry, depth, entry.occurred_at - entries[0].occurred_at, waited))
    return placed


def _depth_first(nodes: Sequence[N], key: Callable[[N], str], parent: Callable[[N], str | None]) -> list[tuple[N, int]]:
    """Every node once, behind its parent, with its depth. A node whose parent is not among them is a root."""
    keys = {key(node) for node in nodes}
    children: dict[str, list[N]] = defaultdict(list)
    roots = []
    for node in nodes:
        above = parent(node)
        if above is not None and above in keys and above != key(node):
            children[above].append(node)
        else:
            roots.append(node)
    placed, seen = [], set()
    for start in (*roots, *nodes):  # all nodes once more: those that point at each other in a circle have no root
        waiting = [(start, 0)]
        while waiting:
            node, depth = waiting.pop()
            if key(node) not in seen:
                seen.add(key(node))
                placed.append((node, depth))
                waiting.extend((child, depth + 1) for child in reversed(children[key(node)]))
    return placed
