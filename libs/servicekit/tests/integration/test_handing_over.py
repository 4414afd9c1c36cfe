"""What a process has committed goes to its relay in memory; nothing overtakes what is about the same, and nothing is lost
where a process ends in between."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from waiting import until

from loan_servicekit.core import Cause
from loan_servicekit.db.engine import create_engine
from loan_servicekit.db.operation import Operation
from loan_servicekit.db.outbox.handed import Handed
from loan_servicekit.db.relay import Relay
from loan_servicekit.db.transactor import DUPLICATE, Transactor, Work
from loan_servicekit.db.unit_of_work import UnitOfWork
from loan_servicekit.kafka.producing import Publisher
from loan_servicekit.kafka.topics import Topic
from loan_servicekit.testing import Harness
from loan_servicekit.testing.harness import NO_BROKER

UNMARKED = "select count(*) from outbox where published_at is null"


class Bus(Publisher):
    """A bus that takes everything and remembers the last characters of keys."""

    def __init__(self) -> None:
        super().__init__(NO_BROKER, "")
        self.taken: list[str] = []

    async def send(self, topic: str, value: bytes, key: bytes | None, *_: Any) -> asyncio.Future[Any]:
        self.taken.append((key or b"").decode()[-2:])
        done: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        done.set_result(True)
        return done

    async def look(self, topics: Sequence[str]) -> Mapping[str, Topic]:
        return {name: Topic(UUID(int=1), "") for name in topics}


class Asked(Relay):
    """A relay that counts how often it asks the table."""

    asked = 0

    @property
    def handed(self) -> Handed:
        return self._handed

    async def _mark(self, connection: AsyncConnection) -> None:
        self.asked += 1
        await super()._mark(connection)


@asynccontextmanager
async def relaying(engine: AsyncEngine) -> AsyncIterator[tuple[Asked, Bus]]:
    """A relay at work that knows how the table stands."""
    bus = Bus()
    relay = Asked(engine, bus, "risk-svc")
    task = asyncio.create_task(relay.run())

    async def certain() -> bool:
        if relay.leading:
            relay.wake()
        return relay.leading and relay.handed.certain

    try:
        await until(certain)
        yield relay, bus
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def committed(harness: Harness, relay: Relay, number: int) -> None:
    """A parcel is posted in a process whose relay this is."""
    harness.service.relay = relay
    await posted(harness, number)
    harness.service.relay = None


async def posted(harness: Harness, number: int) -> None:
    body = {"id": f"00000000-0000-4000-8000-{number:012}", "weight": 1}
    answer = await harness.client.post("/v1/parcels", json=body, headers=harness.signer.headers("channel"))
    assert answer.status_code == 201


INSERT = (
    "insert into outbox (message_id, type, key, dataschema, correlation_id, value, created_at)"
    " values (gen_random_uuid(), 'audit.recorded', $1, 's', 'c', '', now())"
)


async def has(bus: Bus, *keys: str) -> None:
    async def there() -> bool:
        return len(bus.taken) >= len(keys)

    await until(there)
    assert bus.taken == list(keys)


async def test_what_is_committed_here_is_sent_without_asking_the_table_and_marked_soon(harness: Harness) -> None:
    async with relaying(harness.service.engine) as (relay, bus):
        before = relay.asked
        for number in range(10, 14):
            await committed(harness, relay, number)
            await has(bus, *(str(n) for n in range(10, number + 1)))
        assert relay.asked - before <= 2, "four messages, and not more questions than a second or two bring"

        async def marked() -> bool:
            return await harness.rows(UNMARKED) == [(0,)]

        await until(marked)
        assert bus.taken == ["10", "11", "12", "13"]


async def test_what_another_process_has_committed_before_is_not_overtaken(harness: Harness) -> None:
    """A row of another process is about the same as one that is handed over after it."""
    async with relaying(harness.service.engine) as (relay, bus):
        await posted(harness, 20)  # no relay of this process hears of it
        await committed(harness, relay, 21)
        await has(bus, "20", "21")


async def test_behind_a_slow_commit_of_a_lower_id_nothing_goes_unasked(harness: Harness) -> None:
    async with relaying(harness.service.engine) as (relay, bus):
        async with harness.service.engine.connect() as slow:
            await slow.exec_driver_sql(INSERT, ("30",))  # its id is drawn
            await committed(harness, relay, 31)
            await has(bus, "31")
            await slow.commit()
        await committed(harness, relay, 32)  # may be about what 30 is about, whose commit it has seen
        await has(bus, "31", "30", "32")


async def test_an_id_that_was_rolled_back_is_waited_for_by_nobody(harness: Harness) -> None:
    async with relaying(harness.service.engine) as (relay, bus):
        async with harness.service.engine.connect() as lost:
            await lost.exec_driver_sql(INSERT, ("40",))
            await lost.rollback()
        await committed(harness, relay, 41)
        await has(bus, "41")

        async def certain() -> bool:
            relay.wake()
            return relay.handed.certain

        await until(certain)
        before = relay.asked
        await committed(harness, relay, 42)
        await has(bus, "41", "42")
        assert relay.asked - before <= 2


async def test_what_was_sent_and_not_marked_is_sent_again_by_the_next_leader(
    database_url: str, harness: Harness
) -> None:
    """A crash between the acknowledgement and the mark: the inboxes know the message."""

    class Dies(Asked):
        async def _mark(self, connection: AsyncConnection) -> None:
            if self._unmarked:
                raise asyncio.CancelledError

    first = Dies(harness.service.engine, bus := Bus(), "risk-svc")
    task = asyncio.create_task(first.run())
    await posted(harness, 50)
    await has(bus, "50")
    await asyncio.wait([task], timeout=5)
    assert task.done()
    assert await harness.rows(UNMARKED) == [(1,)]
    engine = create_engine(database_url, "risk-svc")
    try:
        async with relaying(engine) as (_, again):
            await has(again, "50")
    finally:
        await engine.dispose()


async def test_what_is_to_be_sent_again_is_not_taken_for_marked(harness: Harness) -> None:
    """An operator has all rows sent again while the mark of some is still owed."""
    async with relaying(harness.service.engine) as (relay, bus):
        await committed(harness, relay, 60)
        await has(bus, "60")
        async with harness.service.engine.begin() as connection:
            await connection.exec_driver_sql("update outbox set published_at = null")
        relay.wake()
        await has(bus, "60", "60")


async def test_messages_and_requests_that_come_again_are_known_although_they_were_taken_for_new(
    harness: Harness,
) -> None:
    ran: list[str] = []

    async def use_case(command: str, uow: UnitOfWork, now: Any) -> str:
        ran.append(command)
        return command

    operation: Operation[str, str] = Operation(use_case)
    transactor: Transactor = harness.service.transactor
    old, new = (Work(operation, name, Cause("a"), (UUID(int=n), "t")) for n, name in enumerate(("old", "new"), 1))
    assert await transactor.run([old]) == ["old"]
    assert await transactor.run([old, new]) == [DUPLICATE, "new"]
    assert ran == ["old", "old", "new", "new"], "the second time both were taken for new, and undone"
    assert await harness.rows("select count(*) from inbox") == [(2,)]
