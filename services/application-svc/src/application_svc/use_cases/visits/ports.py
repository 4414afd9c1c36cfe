"""What use cases and routes of visits need."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol
from uuid import UUID

from application_svc.domain.visits.visit import Visit, VisitPaper

Papers = Mapping[UUID, Sequence[VisitPaper]]
"""Photographs and drawings by visit."""


class Host(NamedTuple):
    """Who is visited: the branch that keeps him, his address as it is sealed, and his applications."""

    branch: str
    address: str | None
    applications: frozenset[UUID]


class Visits(Protocol):
    """The visits of a unit of work."""

    async def get(self, id: UUID) -> Visit:
        """The visit; raises NotFound `visit-not-found`."""

    def add(self, aggregate: Visit) -> None:
        """Takes in a new visit."""


@dataclass(frozen=True, slots=True)
class WantedVisits:
    """Which visits a list shows."""

    branch: str | None
    customer_id: UUID | None
    application_id: UUID | None


class DayLine(NamedTuple):
    """A visit of a day with what who goes there has to know: the masked name, the application and what it lacks."""

    visit: Visit
    customer_name: str
    application_no: str | None
    wanted: Sequence[str]


class VisitQueries(Protocol):
    """Reads of visits."""

    async def visit(self, id: UUID) -> Visit:
        """The visit; raises NotFound `visit-not-found`."""

    async def visits(self, wanted: WantedVisits, before: UUID | None, limit: int) -> Sequence[Visit]:
        """Visits, planned last first, from the one after `before`."""

    async def day_of(self, assignee: str, day: date) -> Sequence[DayLine]:
        """What somebody has planned for a day, in its order."""

    async def papers_of(self, ids: Sequence[UUID]) -> Papers:
        """Photographs and drawings of visits, oldest first."""
