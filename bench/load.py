"""Applicants for a benchmark, and the whole path played: registered before, submitted, followed to the pay-out."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import asyncpg
import orjson
from aiokafka import AIOKafkaConsumer

from bench.cpu import Meter
from loan_contracts.messages import SERVICES
from loan_datasets import gmsc, splits
from loan_datasets.splits import SEED
from loan_devstack import state
from loan_devstack.control import System
from loan_replay.channel import Channel, applicant_of
from loan_replay.figures import percentile
from loan_replay.journeys import Journey, Replay, Stage
from loan_replay.target import Target

FOLLOWED = ("application.submitted", "decision.made", "offer.made", "task.created", "loan.disbursed")
LISTEN_EVERY_S = 0.02


@dataclass(slots=True)
class Run:
    """What a run has shown."""

    journeys: list[Journey]
    wall_s: float
    cpu_s: dict[str, float]
    generator_s: float
    commits: int
    messages: int

    @property
    def per_second(self) -> float:
        """Applications brought to their end a second."""
        return len(self.journeys) / self.wall_s

    def decision_ms(self, share: float) -> float:
        """A percentile of submission to decision."""
        return percentile([j.decision_ms for j in self.journeys if j.decision_ms is not None], share)

    def money_ms(self, share: float) -> float:
        """A percentile of submission to pay-out."""
        return percentile([j.money_ms for j in self.journeys if j.money_ms is not None], share)

    def cpu_ms(self) -> dict[str, float]:
        """CPU milliseconds an application by process."""
        return {name: round(s * 1000 / len(self.journeys), 2) for name, s in self.cpu_s.items()}


class Bench:
    """A running system and a supply of borrowers of the replay set, each used once."""

    def __init__(self, system: System) -> None:
        self.system = system
        self.target = Target(system.settings, direct=True)
        data = gmsc.load()
        self._supply = data.borrowers(splits.splits(data).replay.tolist())
        self._today = datetime.now(UTC).date()

    def pids(self) -> dict[str, int]:
        """The processes that serve, by name."""
        running = state.read(self.system.settings.run)
        assert running is not None
        return {name: p.identity.pid for name, p in running.processes.items() if p.identity and name != "migrate"}

    async def run(self, count: int, per_second: float | None, under_way: int, poll_s: float = 0.1) -> Run:
        """Registers and plays so many applications; the clock and the meters run for the playing only."""
        secret = self.system.secrets().clients["channel"]
        async with self.target.as_channel(secret) as api:
            replay = Replay(Channel(api, f"bench-{time.time_ns()}"), poll_s=poll_s)
            replay.follow_events()
            events = await self._listen(replay)
            people = [applicant_of(next(self._supply), self._today, SEED) for _ in range(count)]
            journeys = await replay.register(people)
            before = await self._counters()
            meter, own = Meter(self.pids()), time.process_time()
            await replay.play(journeys, per_second, under_way)
            cpu, own = meter.read(), time.process_time() - own
            events.cancel()
            after = await self._counters()
        return Run(journeys, replay.wall_s, cpu, own, after[0] - before[0], after[1] - before[1])

    async def _listen(self, replay: Replay) -> asyncio.Task[None]:
        """Follows the applications on the bus, as an operations team would: cheaper than asking for each."""
        consumer = AIOKafkaConsumer(
            *FOLLOWED, bootstrap_servers=self.system.kafka_bootstrap, auto_offset_reset="latest"
        )
        await consumer.start()
        await consumer.seek_to_end()

        async def listen() -> None:
            try:
                while True:
                    for batch in (await consumer.getmany(timeout_ms=500)).values():
                        for record in batch:
                            told = orjson.loads(record.value)
                            at = datetime.fromisoformat(dict(record.headers)["ce_time"].decode())
                            replay.hear(record.topic, told["application_id"], at, told)
                    await asyncio.sleep(LISTEN_EVERY_S)
            finally:
                await consumer.stop()

        return asyncio.create_task(listen())

    async def _counters(self) -> tuple[int, int]:
        """Commits of all databases and messages in all outboxes."""
        return await counters([self.system.admin_url(s.replace("-", "_")) for s in SERVICES], self.system.admin_url())


async def counters(urls: Sequence[str], admin: str) -> tuple[int, int]:
    """Commits of the server, and outbox rows of the databases."""
    messages = 0
    for url in urls:
        connection = await asyncpg.connect(url)
        messages += await connection.fetchval("select count(*) from outbox")
        await connection.close()
    connection = await asyncpg.connect(admin)
    commits = await connection.fetchval("select sum(xact_commit) from pg_stat_database where datname like '%\\_%'")
    await connection.close()
    return int(commits), messages


def ended(journeys: Sequence[Journey]) -> dict[str, int]:
    """How many ended where."""
    return {
        stage.value: sum(j.stage is stage for j in journeys)
        for stage in Stage
        if any(j.stage is stage for j in journeys)
    }
