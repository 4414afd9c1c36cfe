"""What the use cases of checkpoints need of the unit of work, and the reads of checkpoints."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from workflow_svc.domain.checkpoints.checkpoint import Checkpoint, Standing
from workflow_svc.use_cases.due import Due


class Checkpoints(Protocol):
    """The checkpoints of this unit of work."""

    async def get(self, id: UUID) -> Checkpoint:
        """The checkpoint; raises NotFound `checkpoint-not-found`."""

    async def find(self, id: UUID) -> Checkpoint | None:
        """The checkpoint, if there is one."""

    def add(self, aggregate: Checkpoint) -> None:
        """Takes in a new checkpoint."""


class CheckpointsUnitOfWork(Protocol):
    """One transaction about checkpoints alone."""

    checkpoints: Checkpoints


@dataclass(frozen=True, slots=True)
class AskedCheckpoints:
    """Which checkpoints to list: those that stand so, of these roles (None: of all), of a branch, of an application."""

    standing: Standing
    roles: Sequence[str] | None = None
    branch: str | None = None


class CheckpointQueries(Protocol):
    """Reads for the API and the timers."""

    async def checkpoints(
        self, asked: AskedCheckpoints, now: datetime, after: Due | None, limit: int
    ) -> Sequence[Checkpoint]:
        """Those that stand so, what turns first."""

    async def checkpoints_of(self, case_id: UUID) -> Sequence[Checkpoint]:
        """All of a case, closed ones too, in the order of their tasks."""

    async def lapsing(self, now: datetime, after: Due, limit: int) -> Sequence[Due]:
        """Those of which somebody has to be told by now that they lapse, by that time."""
