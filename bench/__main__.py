"""`python -m bench [floor] [straight-through] [latency] [curve] [idle] [burst] [replicas] [disk]`: runs the benchmarks,
all unless told; `python -m bench big`: a big set of data beside a small one, which takes long and much room;
`python -m bench closing`: the close of a business day; `python -m bench servicing`: repayments and reads."""

import argparse
import asyncio
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.big import CUSTOMERS, big
from bench.closing import AROUND as AROUND_CLOSING
from bench.closing import SIZES
from bench.closing import measure as measure_closing
from bench.curve import LOOK_EVERY_S, RATES, Point, burst, curve, idle, look_every_s
from bench.curve import OFFERED_S as CURVE_S
from bench.disk import kept_and_passing, left, show, sizes
from bench.floor import DECIDED, PAID_OUT, Chains, Floor
from bench.load import Bench, ended
from bench.picture import draw
from bench.replicas import AROUND, replicas
from bench.results import keep
from bench.servicing import measure as measure_servicing
from loan_devstack.running.control import System
from loan_replay.reading import SHORT_S, shorten_reading
from loan_replay.target import Target

ROOT = Path(__file__).parent.parent
VAR = ROOT / "var" / "bench"
NAMES = ("floor", "straight-through", "latency", "curve", "idle", "burst", "replicas", "disk")
BIG, CLOSING, SERVICING = "big", "closing", "servicing"
OF_THE_PATH = frozenset(NAMES) - {"floor", "replicas", "disk"}
WARM_UP, APPLICATIONS, UNDER_WAY = 300, 2_000, 600
FLOOR_CHAINS = 3_000
OFFERED, OFFERED_S = 10.0, 30
SHARES = (0.5, 0.99)
MOST_READ = 10  # tables that are named


@dataclass(frozen=True, slots=True)
class Floors:
    """The floor under full load, at the modest load of the latency figures, and at the rates of the curve."""

    full: Chains
    modest: Chains
    curve: Mapping[float, Point]


def system(folder: str, only: tuple[str, ...] | None = None, **environment: str) -> System:
    """A fresh system of its own, on free ports."""
    var = VAR / folder
    shutil.rmtree(var, ignore_errors=True)
    models = os.environ.get("MODELS_DIR", str(ROOT / "var" / "models"))
    return System(var, only=only, environment={"MODELS_DIR": models, "LOG_LEVEL": "warning", **environment})


async def floors(rates: Sequence[float]) -> Floors:
    """What the same requests, commits and hops cost with empty handlers; at these rates too."""
    with system("floor", ("postgres", "kafka", "edge")) as running:
        empty = Floor(running)
        try:
            await empty.start()
            await empty.run(WARM_UP, None, 100, LOOK_EVERY_S)
            modest = await empty.run(int(OFFERED * OFFERED_S), OFFERED, UNDER_WAY, 0)
            points = {}
            for rate in rates:
                run = await empty.run(int(rate * CURVE_S), rate, UNDER_WAY, look_every_s(rate))
                points[rate] = Point.of(rate, run)
            return Floors(await empty.run(FLOOR_CHAINS, None, UNDER_WAY, LOOK_EVERY_S), modest, points)
        finally:
            empty.stop()


def keep_floors(floors: Floors) -> None:
    """The floor's own figures; each other figure is shown beside its one."""
    setup = (
        f"{FLOOR_CHAINS} chains of the platform's requests, commits and hops with empty handlers, {UNDER_WAY} under way"
    )
    cpu = floors.full.cpu_ms()
    keep("floor_throughput", round(floors.full.per_second, 1), "chains/s", None, setup)
    keep("floor_cpu", round(sum(cpu.values()), 2), "ms", None, setup, by_process=cpu)
    _show(cpu, "a chain")


async def path(names: list[str], floors: Floors | None) -> None:
    """Throughput, CPU, latency of the whole platform."""
    with system("path") as running:
        await shorten_reading(Target(running.settings))
        bench = Bench(running)
        await bench.run(WARM_UP, None, 100, LOOK_EVERY_S)
        if "latency" in names:
            await latency(bench, floors.modest if floors else None)
        if "idle" in names:
            await idle(bench)
        if "curve" in names:
            await curve(bench, floors.curve if floors else {})
        full = None
        if "straight-through" in names:
            full = await throughput(bench, floors.full if floors else None)
        if "burst" in names:
            await burst(bench, full)


async def throughput(bench: Bench, floor: Chains | None) -> float:
    """As many as the machine carries; how many a second."""
    run = await bench.run(APPLICATIONS, None, UNDER_WAY, LOOK_EVERY_S)
    count = len(run.journeys)
    setup = (f"{APPLICATIONS} applications of the replay set, {UNDER_WAY} under way, customers registered before;"
             f" clock from the first POST /v1/applications until every application has ended: {ended(run.journeys)};"
             " services, database, broker, simulator and load generator on the same machine;"
             f" each borrower reads his cost disclosure for {SHORT_S} s and is not under way meanwhile")  # fmt: skip
    cpu = run.cpu_ms()
    by_process = cpu | {"load generator": round(run.generator_s * 1000 / count, 2)}
    keep("throughput", round(run.per_second, 1), "applications/s", floor and round(floor.per_second, 1), setup)
    keep("cpu_per_application", round(sum(cpu.values()), 2), "ms",
         floor and round(sum(floor.cpu_ms().values()), 2), setup, by_process=by_process)  # fmt: skip
    keep("commits_per_application", round(run.counted.commits / count, 2), "commits",
         floor and round(floor.counted.commits / floor.count, 2), setup)  # fmt: skip
    keep("messages_per_application", round(run.counted.messages / count, 2), "messages",
         floor and round(floor.counted.messages / floor.count, 2), setup)  # fmt: skip
    keep("wal_per_application", round(run.counted.wal_bytes / count / 1000, 1), "kB",
         floor and round(floor.counted.wal_bytes / floor.count / 1000, 1), setup)  # fmt: skip
    most_read = {table: round(rows / count, 2) for table, rows in run.counted.read.most_common(MOST_READ)}
    keep("rows_read_per_application", round(run.counted.read.total() / count, 1), "rows", None,
         setup + "; rows that the databases have looked at, an index or not", by_table=most_read)  # fmt: skip
    _show(by_process, "an application")
    return run.per_second


async def latency(bench: Bench, floor: Chains | None) -> None:
    """Submission to decision and to money at a modest load, as a client sees it."""
    run = await bench.run(int(OFFERED * OFFERED_S), OFFERED, UNDER_WAY, 0)
    setup = (
        f"{OFFERED:g} applications/s offered for {OFFERED_S} s; from the sending of POST /v1/applications until a"
        f" reader of the topic has {{topic}}, without the {SHORT_S} s in which the cost disclosure had to be read"
    )
    for figure, topic in (("decision", DECIDED), ("money", PAID_OUT)):
        for share in SHARES:
            keep(f"{figure}_p{share * 100:g}", round(run.after_ms(topic, share), 1), "ms",
                 floor and round(floor.after_ms(topic, share), 1), setup.format(topic=topic))  # fmt: skip


async def disk() -> None:
    """Bytes that an application leaves, by service and table, kept for years or passing."""
    with system("disk") as running:
        await shorten_reading(Target(running.settings))
        bench = Bench(running)
        await bench.run(WARM_UP, None, 100, LOOK_EVERY_S)
        before = await sizes(running)
        run = await bench.run(APPLICATIONS, None, UNDER_WAY, LOOK_EVERY_S)
        told = await left(running, before, APPLICATIONS)
    setup = (
        f"{APPLICATIONS} applications of new customers of the replay set, {ended(run.journeys)}; growth of all tables,"
        " TOAST and indexes; passing is what a rule or the sweep takes within 400 days"
    )
    show(told)
    kept, passing = kept_and_passing(told)
    by_table = {
        f"{each.service} {each.table}": {"bytes": round(each.total), "passing": round(each.total * each.passing)}
        for each in told
    }
    keep("disk_kept", round(kept / 1000, 1), "kB", None, setup, by_table=by_table)
    keep("disk_passing", round(passing / 1000, 1), "kB", None, setup)


def _show(by_process: dict[str, float], of: str) -> None:
    for name, ms in sorted(by_process.items(), key=lambda item: -item[1]):
        print(f"    {name:<30}{ms:>10g} ms CPU {of}")


def main() -> int:
    """Runs what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "names", nargs="*", choices=[*NAMES, BIG, CLOSING, SERVICING, []], help=f"absent: {', '.join(NAMES)}"
    )
    parser.add_argument("--customers", type=int, default=CUSTOMERS, help=f"how many `{BIG}` has (%(default)s)")
    parser.add_argument("--loans", type=int, nargs="+", default=SIZES, help=f"how many `{CLOSING}` has (%(default)s)")
    parser.add_argument("--overdue", action="store_true", help=f"all loans of `{CLOSING}` are overdue")
    told = parser.parse_args()
    names = told.names or list(NAMES)
    found = None
    if "floor" in names:
        found = asyncio.run(floors(RATES if "curve" in names else ()))
        keep_floors(found)
    if OF_THE_PATH & set(names):
        asyncio.run(path(names, found))
    if "curve" in names:
        draw()
    if BIG in names:
        of_much = system(BIG)
        try:
            asyncio.run(big(of_much, told.customers))
        finally:
            of_much.remove()
    if CLOSING in names:
        for loans in told.loans:
            of_loans = system(CLOSING, AROUND_CLOSING, DAYS_RUN_AHEAD="true")
            try:
                asyncio.run(measure_closing(of_loans, loans, told.overdue))
            finally:
                of_loans.remove()
    if SERVICING in names:
        of_servicing = system(SERVICING, AROUND_CLOSING)
        try:
            asyncio.run(measure_servicing(of_servicing))
        finally:
            of_servicing.remove()
    if "disk" in names:
        asyncio.run(disk())
    if "replicas" in names:
        asyncio.run(replicas(system("replicas", AROUND)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
