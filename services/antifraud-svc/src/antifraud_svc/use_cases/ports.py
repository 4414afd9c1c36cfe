"""What the use cases need of the unit of work and of the reads."""

from collections.abc import Sequence
from typing import Any, Protocol
from uuid import UUID

from antifraud_svc.domain.screening import Screening
from antifraud_svc.domain.watch_list import Sighting, WatchEntry


class Screenings(Protocol):
    """The screenings of this unit of work."""

    def add(self, aggregate: Screening) -> None:
        """Takes in a new screening."""


class WatchEntries(Protocol):
    """The watch list of this unit of work."""

    async def get(self, id: UUID) -> WatchEntry:
        """The entry; raises NotFound `watch-entry-not-found`."""

    def add(self, aggregate: WatchEntry) -> None:
        """Takes in a new entry."""


class UnitOfWork(Protocol):
    """One transaction. `batch` holds `features` (velocity figures by application) and `rules`, counted once a batch."""

    screenings: Screenings
    watch_entries: WatchEntries
    batch: dict[str, Any]


class Queries(Protocol):
    """Reads for the API."""

    async def screening_of(self, application_id: UUID) -> Screening | None:
        """The newest screening of an application."""

    async def sighting(self, application_id: UUID) -> Sighting | None:
        """What an application showed when it was screened."""

    async def watch_entries(self, after: UUID | None, limit: int) -> Sequence[WatchEntry]:
        """Entries by id, from the one after `after`."""
