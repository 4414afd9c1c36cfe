"""From the desk into the hands of a worker: what a transaction takes in, and the workers of this process.

A piece of work that a worker has room for is written as claimed by this process and given to the worker in memory after
the commit. The row is what counts: a crash loses the memory only, and the claim is freed or runs out.
"""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from time import monotonic
from typing import Any, Protocol
from uuid import UUID

from integration_gateway.use_cases.ports import Due, Rows
from loan_servicekit.core import Cause, NotCredible

CLAIM_S = 60.0  # longer than the slowest source with its retries; what a crash leaves is freed at the next start
CLAIM = timedelta(seconds=CLAIM_S)
LOST_S = 2.0  # hardly a transaction takes so long; to be wrong costs a statement
WATCH_S = 0.5


class Intake:
    """What one transaction puts on the desk, and what was known when it began."""

    def __init__(self, instance: str, room: Mapping[str, int]) -> None:
        self._instance, self._room = instance, dict(room)
        self.known: dict[UUID, str] = {}  # pieces that are on the desk already, and their kinds
        self.customers: dict[UUID, UUID] = {}  # whose application it is, as a collection says
        self.reports: dict[UUID, UUID] = {}  # by piece: the collection whose credit report may serve again
        self.handed: dict[str, list[Due]] = {}  # claimed for the workers of this process, by kind
        self.left: set[str] = set()  # kinds with work for whoever claims it

    def put(
        self, desk: Rows, kind: str, id: UUID, application_id: UUID | None, body: dict[str, Any], cause: Cause,
        now: datetime,
    ) -> None:  # fmt: skip
        """One piece; whoever asks for it again changes nothing. Ids follow from what is public, so somebody may have
        taken one for other work: raises NotCredible `request-of-another-kind`, for silence would lose a payment."""
        if (before := self.known.get(id)) is not None:
            if before != kind:
                raise NotCredible("request-of-another-kind", f"{id} is {before} on the desk, it cannot be {kind} too")
            return
        self.known[id] = kind
        ours = self._room.get(kind, 0) > 0
        if ours:
            self._room[kind] -= 1
            due = Due(id, body, 0, cause.traceparent, cause.correlation_id or str(id), cause.causation_id,
                      now)  # fmt: skip
            self.handed.setdefault(kind, []).append(due)
        else:
            self.left.add(kind)
        desk.append(id, kind, application_id, body, now, now + CLAIM if ours else now, self._instance if ours else None,
                    cause.correlation_id, cause.causation_id, cause.traceparent)  # fmt: skip


class Worker(Protocol):
    """A worker of this process, as the intake sees it."""

    kind: str

    def room(self) -> int:
        """How many pieces it would begin at once."""

    def hand_over(self, pieces: Sequence[Due], left: bool) -> None:
        """Gives it pieces that are claimed for it; `left`: there are others on the desk."""

    def doubt(self) -> None:
        """Pieces may have been claimed for it without its hearing of them."""


class Workers:
    """The workers of this process. An intake that has begun and is not heard of again leaves them in doubt: its commit
    may have been lost, or only the answer to it."""

    def __init__(self, instance: str) -> None:
        self._instance = instance
        self._workers: list[Worker] = []
        self._begun: dict[Intake, float] = {}

    def add(self, worker: Worker) -> None:
        """One more worker."""
        self._workers.append(worker)

    def begin(self) -> Intake:
        """A transaction begins."""
        intake = Intake(self._instance, {worker.kind: worker.room() for worker in self._workers})
        self._begun[intake] = monotonic()
        return intake

    def committed(self, intake: Intake) -> None:
        """A transaction is committed: what it claimed is handed over."""
        self._begun.pop(intake, None)
        for worker in self._workers:
            if worker.kind in intake.handed or worker.kind in intake.left:
                worker.hand_over(intake.handed.get(worker.kind, ()), worker.kind in intake.left)

    async def watch(self) -> None:
        """Looks for intakes that are lost, until cancelled."""
        while True:
            await asyncio.sleep(WATCH_S)
            for intake in [i for i, begun in self._begun.items() if monotonic() - begun > LOST_S]:
                del self._begun[intake]
                for worker in self._workers:
                    if worker.kind in intake.handed:
                        worker.doubt()
