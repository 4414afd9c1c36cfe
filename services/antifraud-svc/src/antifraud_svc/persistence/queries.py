"""Reads for the API."""

from collections.abc import Collection, Sequence
from uuid import UUID

from antifraud_svc.domain.screening import Screening
from antifraud_svc.domain.watch_list import Sighting, WatchEntry, WatchKind
from antifraud_svc.persistence.tables import SCREENINGS, WATCH_ENTRIES
from loan_contracts.assessment import FraudOutcome
from loan_servicekit.db.queries import Reader

FIRST, LAST = UUID(int=0), UUID(int=2**128 - 1)
SIGHTING = f"select {', '.join(f'{kind.lower()}_token' for kind in WatchKind)} from sightings where application_id = $1"


class SqlQueries:
    """Implements `use_cases.ports.Queries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def screening_of(self, application_id: UUID) -> Screening | None:
        """The newest screening of an application."""
        where = "application_id = $1 order by screened_at desc limit 1"
        found = await self._reader.aggregates(SCREENINGS, where, application_id)
        return found[0] if found else None

    async def alerts(self, outcomes: Collection[FraudOutcome], before: UUID | None, limit: int) -> Sequence[Screening]:
        """Screenings that did not pass, the newest first."""
        where = "outcome <> 'PASS' and outcome = any($1::text[]) and id < $2 order by id desc limit $3"
        return await self._reader.aggregates(SCREENINGS, where, list(outcomes), before or LAST, limit)

    async def sighting(self, application_id: UUID) -> Sighting | None:
        """What an application showed when it was screened."""
        rows = await self._reader.rows(SIGHTING, application_id)
        if not rows:
            return None
        shown = zip(WatchKind, rows[0], strict=True)
        return Sighting(application_id, {kind: token for kind, token in shown if token is not None})

    async def watch_entries(self, after: UUID | None, limit: int) -> Sequence[WatchEntry]:
        """Entries by id, from the one after `after`."""
        return await self._reader.aggregates(WATCH_ENTRIES, "id > $1 order by id limit $2", after or FIRST, limit)
