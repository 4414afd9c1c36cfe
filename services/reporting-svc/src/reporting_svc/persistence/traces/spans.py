"""The span store: written set-based, forgotten after the retention time."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncEngine

from loan_servicekit.core import Clock, Unavailable
from loan_servicekit.db.engine import may_pass
from loan_servicekit.db.tables import dump_json
from reporting_svc.domain.traces.span import Span
from reporting_svc.persistence.columns import SPAN, arrays_of, insert_from_arrays

KEEP = insert_from_arrays("spans", SPAN) + " on conflict (trace_id, span_id) do nothing"
FORGET = "delete from spans where started_at < $1"
SWEEP_S = 3600.0  # once an hour is often enough to forget


class SqlSpans:
    """Implements `SpanStore`."""

    def __init__(self, engine: AsyncEngine, clock: Clock, retention: timedelta) -> None:
        self._engine, self._clock, self._retention = engine, clock, retention

    async def keep(self, spans: Sequence[Span]) -> None:
        """Stores spans; a sender that got no answer sends them again, which changes nothing."""
        if not spans:
            return
        rows = [(*span[:-1], dump_json(span.attributes)) for span in spans]
        try:
            async with self._engine.begin() as connection:
                await connection.exec_driver_sql(KEEP, tuple(arrays_of(rows)))
        except Exception as error:
            if may_pass(error):
                raise Unavailable("database-unavailable", "the database does not answer") from error
            raise

    async def forget_old(self) -> int:
        """Deletes what is older than the retention time; how many spans."""
        async with self._engine.begin() as connection:
            return (await connection.exec_driver_sql(FORGET, (self._clock() - self._retention,))).rowcount
