"""What the use cases of people need of the unit of work, and the reads of people."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from workflow_svc.domain.people.person import Person
from workflow_svc.domain.people.staff import Colleague


class People(Protocol):
    """The people of this unit of work."""

    async def find(self, id: UUID) -> Person | None:
        """Somebody, if he is known."""

    async def get(self, id: UUID) -> Person:
        """Somebody; raises NotFound `person-not-found`."""

    def add(self, aggregate: Person) -> None:
        """Takes in somebody new."""


class UnitOfWork(Protocol):
    """One transaction."""

    people: People


class PeopleQueries(Protocol):
    """Reads for the API."""

    async def colleagues(self) -> Sequence[Colleague]:
        """Everybody known who may be given tasks, with what he has in his hands."""
