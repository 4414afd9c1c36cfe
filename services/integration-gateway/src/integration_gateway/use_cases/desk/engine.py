"""Carries out work of one kind: leases it, has it done outside, finishes it or gives it back.

The row on the desk is what counts. A lease bears the name of this process and runs out by itself, so that a crash loses
the memory only; each item is done on its own, so that a source that hangs holds up nobody else. Where the database does
not answer, the outcome is unknown: what the process may have a lease on without knowing
is released before the next is taken.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, Protocol, TypeAlias, TypeVar
from uuid import UUID

from integration_gateway.domain.desk.work import Kind, Work, WorkItem
from integration_gateway.use_cases.desk.ports import Leases
from loan_servicekit.core import Conflict, DomainError, Unavailable

log = logging.getLogger(__name__)


class Ended(Protocol):
    """How an item ended."""

    @property
    def item(self) -> WorkItem[Work]:
        """The item."""


W = TypeVar("W", bound=Work)
F = TypeVar("F", bound=Ended)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Postpone:
    """An item is to be tried again later. `attempted`: the outside world was asked, or may have been."""

    id: UUID
    delay_s: float
    attempted: bool = True


@dataclass(frozen=True, slots=True)
class Errand(Generic[W, F]):
    """Items that are done in one go, and what does them: it gives an end or a postponement for each."""

    items: Sequence[WorkItem[W]]
    carry_out: Callable[[], Awaitable[Sequence[F | Postpone]]]


Plan: TypeAlias = Callable[[Sequence[WorkItem[W]]], Awaitable[Sequence[Errand[W, F]]]]
"""Makes errands of the items that were leased together. Raises Unavailable where that cannot be done now."""

Finished: TypeAlias = Callable[[F], Awaitable[None]]
"""Keeps and tells how an item ended. Raises Conflict where another has finished it."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How much at once, and how often."""

    most: int = 96  # items under way
    busy: int = 40  # items within a second from which waiting for company pays
    gather_s: float = 0.05  # so long: whose item it is costs the same to ask for one and for many
    look_s: float = 1.0  # how long an item may be due unseen that nobody has told of
    after_outage_s: float = 0.5


class Engine(Generic[W, F]):
    """The work of one kind in this process. `step` is taken again and again; `wake` asks for the next one."""

    def __init__(
        self,
        kind: Kind,
        leases: Leases[W],
        plan: Plan[W, F],
        finished: Finished[F],
        wake: Callable[[], None],
        pace: Pace = Pace(),
    ) -> None:
        self._kind, self._leases, self._plan, self._finished = kind, leases, plan, finished
        self._wake, self._pace = wake, pace
        self._held: set[UUID] = set()  # under a lease, as far as this process knows
        self._outcome_unknown = False  # of a statement: there may be more leases than that
        self._waiting = False  # more is due than there was room for
        self._leased: deque[tuple[float, int]] = deque()  # when, and how many items
        self._under_way: set[asyncio.Task[None]] = set()

    @property
    def held(self) -> frozenset[UUID]:
        """What this process knows to have a lease on."""
        return frozenset(self._held)

    async def step(self) -> None:
        """Begins what is due, as far as there is room. Raises Unavailable where that cannot be done now."""
        while (room := self._pace.most - len(self._held)) >= self._pace.most // 2:
            if not self._waiting and self._is_busy():
                await asyncio.sleep(self._pace.gather_s)
            items = await self._lease(room)
            self._waiting = len(items) == room
            await self._begin(items)
            if not self._waiting:
                return
        self._waiting = True

    async def stop(self) -> None:
        """Ends what is under way; it stays on the desk."""
        for task in self._under_way:
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)

    def _is_busy(self) -> bool:
        a_second_ago = asyncio.get_running_loop().time() - 1
        while self._leased and self._leased[0][0] < a_second_ago:
            self._leased.popleft()
        return sum(count for _, count in self._leased) >= self._pace.busy

    async def _lease(self, room: int) -> Sequence[WorkItem[W]]:
        if self._outcome_unknown:
            self._outcome_unknown = False
            await self._told(self._leases.release(list(self._held)))
        return await self._told(self._leases.take(room))

    async def _told(self, statement: Awaitable[T]) -> T:
        """What the database answers. Where it does not, the outcome is unknown."""
        try:
            return await statement
        except BaseException:
            self._outcome_unknown = True
            raise

    async def _begin(self, items: Sequence[WorkItem[W]]) -> None:
        """Begins items; one that is held already, its lease having run out under way, is not begun again."""
        fresh = [item for item in items if item.id not in self._held]
        if not fresh:
            return
        self._leased.append((asyncio.get_running_loop().time(), len(fresh)))
        self._held.update(item.id for item in fresh)
        try:
            errands = await self._plan(fresh)
        except Exception:
            ids = [item.id for item in fresh]
            self._held.difference_update(ids)
            await self._postpone(ids, self._pace.after_outage_s, attempted=False)
            raise
        for errand in errands:
            self._start(errand)

    def _start(self, errand: Errand[W, F]) -> None:
        def done(ended: asyncio.Task[None]) -> None:
            self._under_way.discard(ended)
            self._held.difference_update(item.id for item in errand.items)
            if self._waiting:
                self._wake()

        task = asyncio.create_task(self._carry_out(errand))
        self._under_way.add(task)
        task.add_done_callback(done)

    async def _carry_out(self, errand: Errand[W, F]) -> None:
        try:
            await self._conclude(await errand.carry_out())
        except (Unavailable, OSError) as outage:
            log.warning("desk.postponed", extra=self._about(errand) | {"error": repr(outage)})
            await self._postpone_quietly(errand)
        except Exception:  # a fault here must not lose the work
            log.exception("desk.failed", extra=self._about(errand))
            await self._postpone_quietly(errand)

    async def _conclude(self, outcomes: Sequence[F | Postpone]) -> None:
        later = [each for each in outcomes if isinstance(each, Postpone)]
        for (delay_s, attempted), group in groupby(sorted(later, key=_terms), _terms):
            await self._postpone([each.id for each in group], delay_s, attempted)
        ends = [each for each in outcomes if not isinstance(each, Postpone)]
        await asyncio.gather(*(self._finish(end) for end in ends))

    async def _finish(self, end: F) -> None:
        try:
            await self._finished(end)
        except Conflict as refusal:  # finished elsewhere meanwhile
            log.info("desk.finished_before", extra={"request": str(end.item.id), "code": refusal.code})
        except Unavailable:
            raise
        except DomainError as refusal:
            log.error("desk.refused", extra={"request": str(end.item.id), "code": refusal.code})

    async def _postpone(self, ids: Sequence[UUID], delay_s: float, attempted: bool) -> None:
        await self._told(self._leases.postpone(ids, delay_s, attempted))

    async def _postpone_quietly(self, errand: Errand[W, F]) -> None:
        ids = [item.id for item in errand.items]
        try:
            await self._postpone(ids, self._pace.after_outage_s, attempted=True)
        except (Unavailable, OSError) as outage:
            log.warning("desk.waiting", extra=self._about(errand) | {"error": repr(outage)})
            self._held.difference_update(ids)  # before a release is asked for again, or it would spare them
            self._outcome_unknown = True
            self._wake()

    def _about(self, errand: Errand[W, F]) -> dict[str, str]:
        return {"kind": self._kind, "requests": " ".join(str(item.id) for item in errand.items)}


def _terms(each: Postpone) -> tuple[float, bool]:
    return each.delay_s, each.attempted
