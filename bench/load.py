"""Applicants for a benchmark, and the whole path played: registered before, submitted, followed to the pay-out."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bench.counters import Counters, counters
from bench.cpu import Meter
from bench.following import following
from loan_datasets import gmsc, splits
from loan_datasets.splits import SEED
from loan_devstack.running import state
from loan_devstack.running.control import System
from loan_replay.channel import Applicant, Channel, applicant_of
from loan_replay.figures import percentile
from loan_replay.journeys import Journey, Replay, Stage
from loan_replay.target import Target

PAID_OUT = "loan.disbursed"
FOLLOWED = ("application.submitted", "decision.made", "offer.made", "task.created", PAID_OUT)


@dataclass(slots=True)
class Run:
    """What a run has shown. `heard` is when an event was read from the bus, by application and topic."""

    journeys: list[Journey]
    wall_s: float
    cpu_s: dict[str, float]
    generator_s: float
    counted: Counters
    heard: dict[tuple[str, str], datetime]

    @property
    def per_second(self) -> float:
        """Applications brought to their end a second."""
        return len(self.journeys) / self.wall_s

    def after_ms(self, topic: str, share: float) -> float:
        """A percentile of the time from the sending of the request to the event on the bus, as a client sees it.
        The time in which the borrower had to read is left out of what comes after it."""
        return percentile(
            [((at - journey.sent_at).total_seconds() - (journey.read_s if topic == PAID_OUT else 0)) * 1000
             for journey in self.journeys
             if journey.sent_at and (at := self.heard.get((journey.application_id, topic)))],
            share,
        )  # fmt: skip

    def cpu_ms(self) -> dict[str, float]:
        """CPU milliseconds an application by process."""
        return {name: round(s * 1000 / len(self.journeys), 2) for name, s in self.cpu_s.items()}


class Bench:
    """A running system and a supply of borrowers of the replay set, each used once."""

    def __init__(self, system: System) -> None:
        self.system = system
        self.target = Target(system.settings, direct=True)
        self.beside: dict[str, int] = {}  # processes that the supervisor does not keep, by name
        data = gmsc.load()
        self._supply = data.borrowers(splits.splits(data).replay.tolist())
        self._today = datetime.now(UTC).date()

    def pids(self) -> dict[str, int]:
        """The processes that serve, by name."""
        running = state.read(self.system.settings.run)
        assert running is not None
        kept = {name: p.identity.pid for name, p in running.processes.items() if p.identity and name != "migrate"}
        return kept | self.beside

    async def customers(self, count: int) -> list[str]:
        """Registers so many; their ids."""
        async with self.target.as_channel(self.system.secrets().clients["channel"]) as api:
            journeys = await Replay(Channel(api, f"bench-{time.time_ns()}")).register(self.people(count))
        return [journey.customer_id for journey in journeys]

    def people(self, count: int) -> list[Applicant]:
        """So many who have not applied yet."""
        return [applicant_of(next(self._supply), self._today, SEED) for _ in range(count)]

    async def run(self, count: int, per_second: float | None, under_way: int, look_every_s: float) -> Run:
        """Registers and plays so many applications; the clock and the meters run for the playing only."""
        secret = self.system.secrets().clients["channel"]
        heard: dict[tuple[str, str], datetime] = {}
        async with self.target.as_channel(secret) as api:
            replay = Replay(Channel(api, f"bench-{time.time_ns()}"))
            replay.follow_events()

            def hear(topic: str, id: str, at: datetime, told: dict[str, object]) -> None:
                heard[(id, topic)] = datetime.now(UTC)
                replay.hear(topic, id, at, told)

            async with following(self.system.kafka(), FOLLOWED, hear, look_every_s):
                journeys = await replay.register(self.people(count))
                before = await counters(self.system)
                meter, own = Meter(self.pids()), time.process_time()
                await replay.play(journeys, per_second, under_way)
                cpu, own = meter.read(), time.process_time() - own
                counted = await counters(self.system) - before
        if counted.letters:
            raise RuntimeError(f"{counted.letters} messages failed: {self.system.settings.logs}")
        return Run(journeys, replay.wall_s, cpu, own, counted, heard)


def ended(journeys: Sequence[Journey]) -> dict[str, int]:
    """How many ended where."""
    return {
        stage.value: sum(j.stage is stage for j in journeys)
        for stage in Stage
        if any(j.stage is stage for j in journeys)
    }
