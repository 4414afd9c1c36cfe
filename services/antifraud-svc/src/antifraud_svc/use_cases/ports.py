"""What the use cases need of the unit of work and of the reads."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from antifraud_svc.domain.rules import Rule
from antifraud_svc.domain.screening import Screening
from antifraud_svc.domain.watch_list import Sighting, WatchEntry
from loan_contracts.assessment import FraudOutcome, FraudScreeningRequested


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


class Sightings(Protocol):
    """Which tokens applied when, in the transaction of a batch."""

    async def remember(self, requests: Sequence[FraudScreeningRequested]) -> None:
        """Writes who applied when. Who shares a token with one of them waits until this transaction has ended."""

    async def figures(self, requests: Sequence[FraudScreeningRequested]) -> Mapping[UUID, Mapping[str, int]]:
        """Velocity and watch-list figures by application; each sees those that stand before it."""


@dataclass(frozen=True, slots=True)
class ScreeningBasis:
    """What a batch is screened on."""

    sightings: Sightings
    rules: tuple[Rule, ...]


class UnitOfWork(Protocol):
    """One transaction."""

    screenings: Screenings
    watch_entries: WatchEntries


class Queries(Protocol):
    """Reads for the API."""

    async def screening_of(self, application_id: UUID) -> Screening | None:
        """The newest screening of an application."""

    async def alerts(self, outcomes: Collection[FraudOutcome], before: UUID | None, limit: int) -> Sequence[Screening]:
        """Screenings that did not pass, the newest first, from the one before `before`."""

    async def sighting(self, application_id: UUID) -> Sighting | None:
        """What an application showed when it was screened."""

    async def watch_entries(self, after: UUID | None, limit: int) -> Sequence[WatchEntry]:
        """Entries by id, from the one after `after`."""
