"""A person reads an answer of which nothing was read, for a purpose, and closes it with what he has found out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from integration_gateway.domain.sources.quarantine import Looked, Purpose, Quarantined


class Kept(Protocol):
    """Those of a unit of work."""

    async def get(self, id: UUID) -> Quarantined:
        """One; raises NotFound."""


class UnitOfWork(Protocol):
    """One transaction."""

    quarantined_answers: Kept


class QuarantineQueries(Protocol):
    """Reads for the API."""

    async def answers(self, state: Looked, after: UUID | None, limit: int) -> Sequence[Quarantined]:
        """Those in a state, the oldest first."""


@dataclass(frozen=True, slots=True)
class ReadQuarantined:
    """Read one, for a purpose."""

    id: UUID
    purpose: Purpose


@dataclass(frozen=True, slots=True)
class CloseQuarantined:
    """Close one, with what was found out."""

    id: UUID
    finding: str
    by: str


async def read_quarantined_answer(command: ReadQuarantined, uow: UnitOfWork, now: datetime) -> Quarantined:
    """Who reads it and what for is in the audit log before anybody sees it."""
    found = await uow.quarantined_answers.get(command.id)
    found.read(command.purpose)
    return found


async def close_quarantined_answer(command: CloseQuarantined, uow: UnitOfWork, now: datetime) -> Quarantined:
    """Once."""
    found = await uow.quarantined_answers.get(command.id)
    found.close(command.finding, command.by, now)
    return found
