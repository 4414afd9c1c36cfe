"""`python -m bench.capacity [sizes] [loans] [burst]`: whether the model of docs/operations/capacity.md holds.

`sizes` plays the same load on one partition with one process of each service, and on two partitions with two of each,
and puts what an application costs there beside what the model says: the figures that `python -m bench` has left in
bench/results. `loans` lets loans live through a month. `burst` offers twenty times the usual rate for two minutes, over
a usual rate that goes on, and says what became of it and when decisions were as fast again as before.
"""

import argparse
import asyncio
import json
import os
import shutil
import sys
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from aiokafka.admin import AIOKafkaAdminClient, NewPartitions

from bench.counters import counters
from bench.cpu import Meter
from bench.following import following
from bench.load import FOLLOWED, Bench, ended
from bench.results import FOLDER, keep
from loan_contracts.messages import MESSAGES
from loan_datasets import gmsc
from loan_datasets.splits import SEED
from loan_devstack.running.control import System
from loan_devstack.running.rolling import beside
from loan_devstack.services import SERVICES
from loan_replay.channel import Channel
from loan_replay.figures import percentile
from loan_replay.journeys import DONE, Journey, Replay, Stage
from loan_replay.life.living import Life
from loan_replay.reading import shorten_reading
from loan_replay.target import Target

ROOT = Path(__file__).parent.parent
NAMES = ("sizes", "loans", "burst")
SIZES = (1, 2)  # partitions of each topic, and processes of each service
COMMIT_MS = 3.2  # CPU of everything that a commit costs, whatever it holds
WARM_UP, APPLICATIONS, UNDER_WAY = 100, 1_000, 400
LOANS, MONTH = 100, 31
USUAL, TIMES, BURST_S = 3.0, 20, 120
BEFORE_S, CALM_S, MOST_USUAL = 20, 30, 1_500
WINDOW_S = 5
AS_BEFORE = 2.0  # times the median of before
DECIDED = "decision.made"
LOOK_EVERY_S = 0.02


@dataclass(frozen=True, slots=True)
class Cost:
    """What one costs."""

    cpu_ms: float
    commits: float
    messages: float
    journal_kb: float


def model(commits: float) -> Cost:
    """An application by the results of `python -m bench`, whose commits were so many: what grows with the batches is
    what a commit costs, everything else is the same at each size."""
    names = ("cpu_per_application", "commits_per_application", "messages_per_application", "wal_per_application")
    cpu_ms, of_then, messages, journal_kb = (json.loads((FOLDER / f"{n}.json").read_text())["value"] for n in names)
    return Cost(round(cpu_ms + (commits - of_then) * COMMIT_MS, 2), commits, messages, journal_kb)


@asynccontextmanager
async def running(folder: str, size: int) -> AsyncIterator[Bench]:
    """A fresh system of a size: so many partitions, so many processes of each service."""
    var = ROOT / "var" / "bench" / folder
    shutil.rmtree(var, ignore_errors=True)
    models = os.environ.get("MODELS_DIR", str(ROOT / "var" / "models"))
    told = {"MODELS_DIR": models, "LOG_LEVEL": "warning"}
    if size > 1:
        with System(var, only=("postgres", "kafka"), environment=told) as bus:
            await _partitions(bus, size)
    with System(var, environment=told) as system:
        await shorten_reading(Target(system.settings))
        bench = Bench(system)
        more = [beside(system, service) for service in SERVICES for _ in range(size - 1)]
        found = await asyncio.gather(*(asyncio.to_thread(each.__enter__) for each in more))
        try:
            bench.beside = {f"{service.name} beside": pid for service, (_, pid) in zip(SERVICES, found, strict=False)}
            yield bench
        finally:
            await asyncio.gather(*(asyncio.to_thread(each.__exit__, None, None, None) for each in more))
    shutil.rmtree(var, ignore_errors=True)


async def _partitions(bus: System, number: int) -> None:
    admin = AIOKafkaAdminClient(**bus.kafka().client())
    await admin.start()
    try:
        await admin.create_partitions({topic: NewPartitions(number) for topic in MESSAGES})
    finally:
        await admin.close()


def _bytes_on_the_bus(system: System) -> int:
    """Of all segments of our topics."""
    data = system.settings.var / "kafka" / "data"
    return sum(file.stat().st_size for file in data.glob("*/*.log") if not file.parent.name.startswith("__"))


async def sizes() -> None:
    """What an application costs at each size, beside the model."""
    for size in SIZES:
        async with running(f"capacity-{size}", size) as bench:
            await bench.run(WARM_UP, None, WARM_UP, LOOK_EVERY_S)
            before = _bytes_on_the_bus(bench.system)
            run = await bench.run(APPLICATIONS, None, UNDER_WAY, LOOK_EVERY_S)
            on_bus = (_bytes_on_the_bus(bench.system) - before) / APPLICATIONS / 1000
        by_process: dict[str, float] = defaultdict(float)
        for name, ms in run.cpu_ms().items():
            by_process[name.removesuffix(" beside")] += ms
        counted = run.counted
        cost = Cost(
            round(sum(by_process.values()), 2),
            round(counted.commits / APPLICATIONS, 2),
            round(counted.messages / APPLICATIONS, 2),
            round(counted.wal_bytes / APPLICATIONS / 1000, 1),
        )
        told = model(cost.commits)
        setup = (
            f"{APPLICATIONS} applications, {UNDER_WAY} under way, {size} partition(s) a topic and {size} process(es) a"
            f" service: {ended(run.journeys)}; beside it the model"
        )
        keep(f"capacity_cpu_at_{size}", cost.cpu_ms, "ms", told.cpu_ms, setup, by_process=dict(by_process))
        keep(f"capacity_commits_at_{size}", cost.commits, "commits", None, setup)
        keep(f"capacity_messages_at_{size}", cost.messages, "messages", told.messages, setup)
        keep(f"capacity_journal_at_{size}", cost.journal_kb, "kB", told.journal_kb, setup)
        keep(f"capacity_bus_at_{size}", round(on_bus, 1), "kB", None, setup + "; segments of the topics, one replica")
        cores = os.cpu_count() or 1
        carried = cores * 1000 / (told.cpu_ms + run.generator_s * 1000 / APPLICATIONS)
        keep(f"capacity_rate_at_{size}", round(run.per_second, 1), "applications/s", round(carried, 1), setup)


async def loans() -> None:
    """What a loan costs in a month: its days closed, its instalment paid."""
    async with running("capacity-loans", 1) as bench:
        run = await bench.run(LOANS, None, LOANS, LOOK_EVERY_S)
        paid_out = [each for each in run.journeys if each.stage is Stage.DISBURSED]
        data = gmsc.load()
        async with bench.target.as_user("finance") as finance:
            life = Life(finance, SEED, lambda _: None)
            first = await life.open_day()
            until = first + timedelta(days=MONTH)
            lived = await life.meet({each.application_id: data.borrower(each.who.row) for each in paid_out}, until)
            before, meter = await counters(bench.system), Meter(bench.pids())
            told = await life.live(lived, until)
            cpu, counted = meter.read(), await counters(bench.system) - before
    count = len(lived)
    setup = (
        f"{count} loans through {MONTH} business days, each closed by a run of its own; {told.payments} payments,"
        f" {told.missed} instalments missed"
    )
    by_process = {name: round(s * 1000 / count, 2) for name, s in cpu.items()}
    keep("capacity_loan_cpu", round(sum(by_process.values()), 1), "ms", None, setup, by_process=by_process)
    keep("capacity_loan_commits", round(counted.commits / count, 1), "commits", None, setup)
    keep("capacity_loan_messages", round(counted.messages / count, 1), "messages", None, setup)
    keep("capacity_loan_journal", round(counted.wal_bytes / count / 1000, 1), "kB", None, setup)


class Crowd:
    """Those who apply at the usual rate, and those who come all of a sudden."""

    def __init__(self, channel: Channel) -> None:
        self.usual, self.sudden = Replay(channel), Replay(channel)
        self.heard: dict[str, datetime] = {}
        for replay in (self.usual, self.sudden):
            replay.follow_events()

    def hear(self, topic: str, id: str, at: datetime, told: dict[str, object]) -> None:
        """An event of the bus."""
        if topic == DECIDED:
            self.heard[id] = datetime.now(UTC)
        for replay in (self.usual, self.sudden):
            replay.hear(topic, id, at, told)

    def waited_s(self, journey: Journey) -> float | None:
        """From the wish to apply to the decision."""
        at = self.heard.get(journey.application_id)
        return (at - journey.sent_at).total_seconds() if at and journey.sent_at else None

    def typical_s(self, journeys: Sequence[Journey], since: datetime, until: datetime) -> float | None:
        """The median of those who set out in a span."""
        waited = [s for j in journeys if j.sent_at and since <= j.sent_at < until and (s := self.waited_s(j))]
        return median(waited) if waited else None


async def burst() -> None:
    """Twenty times the usual rate."""
    async with running("capacity-burst", 1) as bench:
        secret = bench.system.secrets().clients["channel"]
        async with bench.target.as_channel(secret) as api:
            crowd = Crowd(Channel(api, f"burst-{time.time_ns()}"))
            async with following(bench.system.kafka(), FOLLOWED, crowd.hear, LOOK_EVERY_S):
                steady = await crowd.usual.register(bench.people(MOST_USUAL))
                sudden = await crowd.sudden.register(bench.people(int(USUAL * (TIMES - 1) * BURST_S)))
                before = await counters(bench.system)
                began = datetime.now(UTC)
                goes_on = asyncio.create_task(crowd.usual.play(steady, USUAL, MOST_USUAL))
                await asyncio.sleep(BEFORE_S)
                from_ = datetime.now(UTC)
                api.again.clear()
                await crowd.sudden.play(sudden, USUAL * (TIMES - 1), len(sudden))
                drained = datetime.now(UTC)
                await asyncio.sleep(CALM_S)
                goes_on.cancel()
                await asyncio.gather(goes_on, return_exceptions=True)
                counted = await counters(bench.system) - before
                again = dict(api.again)
    last = max(journey.sent_at for journey in sudden if journey.sent_at)
    typical = crowd.typical_s(steady, began, from_) or 0.0
    recovered = _recovered(crowd, steady, last, typical)
    waits = [s for journey in sudden if (s := crowd.waited_s(journey)) is not None]
    refused = sum(journey.stage is Stage.REFUSED for journey in (*sudden, *steady))
    offered_s, after_s = (last - from_).total_seconds(), (drained - last).total_seconds()
    setup = (
        f"{USUAL:g} applications/s all the time, {USUAL * TIMES:g} for {offered_s:.0f} s: {len(sudden)} more,"
        f" {ended(sudden)}, all ended {after_s:.0f} s after the last was sent; requests made again by status:"
        f" {again or 'none'}; {counted.letters} messages not handled at the first try"
    )
    until = f"; from the last of the burst until decisions took at most {AS_BEFORE:g} times the median of before"
    keep("capacity_burst_refused", refused, "applications", None, setup)
    lost = sum(journey.stage not in DONE for journey in sudden)
    keep("capacity_burst_lost", lost, "applications", None, setup + "; lost is what has come to no end")
    keep("capacity_burst_waited_p50", round(percentile(waits, 0.5), 1), "s", round(typical, 2), setup)
    keep("capacity_burst_waited_p99", round(percentile(waits, 0.99), 1), "s", round(typical, 2), setup)
    keep("capacity_burst_recovery", round(recovered, 0), "s", None, setup + until)


def _recovered(crowd: Crowd, steady: Sequence[Journey], last: datetime, typical: float) -> float:
    """Seconds from the end of the burst to the first window from which on decisions are as fast as before."""
    ends = max(journey.sent_at for journey in steady if journey.sent_at)
    since, windows = last, []
    while since < ends:
        until = since + timedelta(seconds=WINDOW_S)
        windows.append((since, crowd.typical_s(steady, since, until)))
        since = until
    slow = [begin for begin, took in windows if took is not None and took > typical * AS_BEFORE]
    return (max(slow) - last).total_seconds() + WINDOW_S if slow else 0.0


def main() -> int:
    """Runs what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m bench.capacity", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*NAMES, []], help="absent: all")
    names = parser.parse_args().names or NAMES
    for name, does in (("sizes", sizes), ("loans", loans), ("burst", burst)):
        if name in names:
            asyncio.run(does())
    return 0


if __name__ == "__main__":
    sys.exit(main())
