"""The engine of the desk: whatever fails, and wherever a process dies, each item ends once and none is lost.

The database is a table in memory that keeps to the statements of persistence/desk; time is fake. Statements fail before or
after their effect, processes are killed before and after them, the outside world is slow, silent or down.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from integration_gateway.domain.desk.work import Kind, WorkItem
from integration_gateway.domain.payments.card import Verify
from integration_gateway.use_cases.desk.engine import Engine, Errand, Pace, Postpone
from loan_servicekit.core import Cause, Conflict, Unavailable
from loan_servicekit.jobs import Job, Where

sys.path.insert(0, str(Path(__file__).parent))  # importlib mode does not let tests share a module otherwise

from fake_time import run

LEASE_S = 60.0
PACE = Pace(most=4, busy=3)
AT = datetime(2026, 9, 1, tzinfo=UTC)
WORK = Verify(UUID(int=7), "token")
CAUSE = Cause("integration-gateway", "c")
AWAY = Unavailable("database-unavailable", "the database does not answer")


class Fault(StrEnum):
    """What goes wrong at a statement or a question."""

    NONE = "none"
    BEFORE = "fails before its effect"
    AFTER = "the answer is lost"
    KILLED_BEFORE = "the process is killed before it"
    KILLED_AFTER = "the process is killed after it"


@dataclass
class Row:
    """A row of the desk."""

    due_at: float
    claimed_by: str | None = None
    tries: int = 0
    ended: int = 0
    asked: int = 0


@dataclass
class World:
    """Desk, outside world and processes; faults (by place) and delays are used up one by one, then nothing goes wrong."""

    faults: Mapping[str, Iterator[Fault]]
    delays: Iterator[float]
    rows: dict[UUID, Row] = field(default_factory=dict)
    processes: dict[str, "Process"] = field(default_factory=dict)
    under_way: list[tuple[UUID, "Process", float]] = field(default_factory=list)

    def now(self) -> float:
        return asyncio.get_running_loop().time()

    def fault(self, place: str) -> Fault:
        """What goes wrong there now."""
        return next(self.faults[place], Fault.NONE)

    async def statement(self, process: "Process", place: str, effect: Callable[[], object]) -> object:
        """One statement of a process, with what goes wrong at it."""
        fault = self.fault(place)
        await asyncio.sleep(0.001)
        if fault is Fault.KILLED_BEFORE:
            await process.die()
        if fault is Fault.BEFORE:
            raise AWAY
        found = effect()
        await asyncio.sleep(0.001)
        if fault is Fault.KILLED_AFTER:
            await process.die()
        if fault is Fault.AFTER:
            raise AWAY
        return found

    async def ask(self, process: "Process", item: WorkItem[Verify]) -> "End | Postpone":
        """The outside world is asked about an item."""
        row = self.rows[item.id]
        assert item.tries or not row.asked, "what was asked for before is said to be new"
        for id, other, since in self.under_way:
            leased = not other.dead and (other is process or self.now() - since < LEASE_S)
            assert not (id == item.id and leased), "two ask about one item at a time"
        row.asked += 1
        entry = (item.id, process, self.now())
        self.under_way.append(entry)
        try:
            fault = self.fault("ask")
            await asyncio.sleep(next(self.delays, 0.01))
            if fault in (Fault.KILLED_BEFORE, Fault.KILLED_AFTER):
                await process.die()
            if fault is Fault.BEFORE:
                raise OSError("the line is down")
            return Postpone(item.id, 2.0) if fault is Fault.AFTER else End(item)
        finally:
            self.under_way.remove(entry)


@dataclass(frozen=True)
class End:
    """An item is done."""

    item: WorkItem[Verify]


class Process:
    """One life of a process; who is killed has a successor of the same name."""

    def __init__(self, world: World, name: str) -> None:
        self.world, self.name, self.dead = world, name, False
        world.processes[name] = self
        self.job: Job | None = None
        self.engine: Engine[Verify, End] = Engine(Kind.VERIFY, self, self.plan, self.finished, self.wake, PACE)
        self._main = asyncio.create_task(self.live())

    async def live(self) -> None:
        while True:  # a supervisor starts it until the database answers
            try:
                await self.release()
                break
            except Unavailable:
                await asyncio.sleep(0.1)
        self.job = Job("test", "desk", PACE.look_s, self.engine.step, Where.WORKERS)
        await self.job.run()

    async def die(self) -> None:
        """Killed: nothing of it goes on, its successor starts."""
        asyncio.get_running_loop().call_soon(self._bury)
        await asyncio.Event().wait()

    def _bury(self) -> None:
        if not self.dead:
            self.dead = True
            self._main.cancel()
            for task in self.engine._under_way:
                task.cancel()
            Process(self.world, self.name)

    def wake(self) -> None:
        if self.job:
            self.job.wake()

    async def take(self, limit: int) -> Sequence[WorkItem[Verify]]:
        unheard = {id for id, row in self.world.rows.items() if row.claimed_by == self.name and not row.ended}
        unheard -= {id for id in unheard if self.world.rows[id].due_at <= self.world.now()}  # run out
        known = unheard <= self.engine.held or self.engine._outcome_unknown
        assert known, "a lease that nobody knows of is not released"
        assert len(self.engine.held) + limit <= PACE.most

        def effect() -> Sequence[WorkItem[Verify]]:
            taken = []
            for id, row in self.world.rows.items():
                if not row.ended and row.due_at <= self.world.now() and len(taken) < limit:
                    row.tries += row.claimed_by is not None
                    row.claimed_by, row.due_at = self.name, self.world.now() + LEASE_S
                    taken.append(WorkItem(id, WORK, row.tries, AT, CAUSE))
            return taken

        found = await self.world.statement(self, "take", effect)
        assert isinstance(found, list)
        return found

    async def release(self, held: Sequence[UUID] = ()) -> None:
        def effect() -> None:
            for id, row in self.world.rows.items():
                if row.claimed_by == self.name and not row.ended and id not in held:
                    mine = [(entry, process) for entry, process, _ in self.world.under_way]
                    assert (id, self) not in mine, "a lease is released under way"
                    row.claimed_by, row.due_at, row.tries = None, self.world.now(), row.tries + 1

        await self.world.statement(self, "release", effect)

    async def postpone(self, ids: Sequence[UUID], delay_s: float, attempted: bool) -> None:
        def effect() -> None:
            for row in (self.world.rows[id] for id in ids):
                if not row.ended:
                    row.claimed_by, row.due_at, row.tries = None, self.world.now() + delay_s, row.tries + attempted

        await self.world.statement(self, "postpone", effect)

    async def plan(self, items: Sequence[WorkItem[Verify]]) -> Sequence[Errand[Verify, End]]:
        fault = self.world.fault("plan")
        await asyncio.sleep(0.001)
        if fault in (Fault.KILLED_BEFORE, Fault.KILLED_AFTER):
            await self.die()
        if fault in (Fault.BEFORE, Fault.AFTER):
            raise Unavailable("identities-unavailable", "application-svc does not answer")
        return [Errand([item], self._asking(item)) for item in items]

    def _asking(self, item: WorkItem[Verify]) -> Callable[[], Awaitable[Sequence[End | Postpone]]]:
        async def ask() -> Sequence[End | Postpone]:
            return [await self.world.ask(self, item)]

        return ask

    async def finished(self, end: End) -> None:
        def effect() -> None:
            row = self.world.rows[end.item.id]
            if row.ended:
                raise Conflict("request-finished", "finished already")
            row.ended, row.tries = row.ended + 1, row.tries + 1

        await self.world.statement(self, "finished", effect)


PLACES = ("take", "release", "postpone", "plan", "ask", "finished")
FAULTS = st.fixed_dictionaries({place: st.lists(st.sampled_from(Fault), max_size=5) for place in PLACES})
DELAYS = st.lists(st.sampled_from([0.01, 0.3, 5.0, 90.0]), max_size=12)
ARRIVALS = st.lists(st.sampled_from([0.0, 0.0, 0.05, 0.7, 3.0]), min_size=1, max_size=12)


async def worked(
    faults: Mapping[str, Sequence[Fault]], delays: Sequence[float], pauses: Sequence[float], names: int
) -> World:
    """Everything that arrives is worked on until it has ended."""
    world = World({place: iter(faults.get(place, ())) for place in PLACES}, iter(delays))
    for number in range(names):
        Process(world, f"gateway-{number}")
    for number, pause in enumerate(pauses):
        await asyncio.sleep(pause)
        world.rows[UUID(int=number)] = Row(due_at=world.now())
        if pause:  # somebody hears of the others only by looking
            world.processes["gateway-0"].wake()
    async with asyncio.timeout(2_000):
        while not all(row.ended for row in world.rows.values()):
            await asyncio.sleep(1)
    await asyncio.sleep(200)  # whoever is still at it ends too
    failed = [task for task in asyncio.all_tasks() if task.done() and not task.cancelled() and task.exception()]
    assert not failed
    return world


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(faults=FAULTS, delays=DELAYS, pauses=ARRIVALS, names=st.integers(1, 2))
@example(faults={"take": [Fault.NONE, Fault.AFTER]}, delays=[], pauses=[0.05], names=1)
@example(faults={"finished": [Fault.KILLED_AFTER]}, delays=[], pauses=[0.05], names=1)
@example(
    faults={"take": [Fault.NONE] * 3 + [Fault.AFTER] * 2}, delays=[30.0], pauses=[0.05], names=2
)  # and one is held
@example(faults={}, delays=[90.0, 90.0], pauses=[0.05], names=1)  # the lease runs out under way
@example(faults={"ask": [Fault.BEFORE]}, delays=[90.0], pauses=[0.0] * 6, names=2)
def test_each_item_ends_once_whatever_fails_and_wherever_a_process_dies(
    faults: dict[str, list[Fault]],
    delays: list[float],
    pauses: list[float],
    names: int,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.clear()
    world = run(worked(faults, delays, pauses, names))
    assert [row.ended for row in world.rows.values()] == [1] * len(world.rows)
    failures = [record for record in caplog.records if record.message in ("job.failed", "desk.failed")]
    assert failures == [], [record.exc_text for record in failures]
