"""Reads of spans."""

from collections.abc import Sequence

from loan_servicekit.db.queries import Reader
from loan_servicekit.db.tables import load_json
from reporting_svc.domain.traces.span import Span, SpanStatus
from reporting_svc.persistence.columns import SPAN, selected

SPANS = f"select {selected(SPAN)} from spans where trace_id = any($1::text[]) order by started_at, span_id limit $2"


class SqlTraces:
    """Implements `TraceQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def spans(self, trace_ids: Sequence[str], limit: int) -> Sequence[Span]:
        """Spans of some traces, the earliest first."""
        found = [Span._make(row) for row in await self._reader.rows(SPANS, list(trace_ids), limit)]
        return [s._replace(status=SpanStatus(s.status), attributes=load_json(str(s.attributes))) for s in found]
