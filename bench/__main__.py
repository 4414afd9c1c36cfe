"""`python -m bench [floor] [straight-through] [latency] [replicas]`: runs the benchmarks, all of them unless told."""

import argparse
import asyncio
import os
import shutil
import sys
from pathlib import Path

from bench.floor import Floor
from bench.load import Bench, ended
from bench.replicas import replicas
from bench.results import keep
from loan_devstack import state
from loan_devstack.control import System

ROOT = Path(__file__).parent.parent
VAR = ROOT / "var" / "bench"
NAMES = ("floor", "straight-through", "latency", "replicas")
WARM_UP, APPLICATIONS, UNDER_WAY = 300, 2_000, 600
FLOOR_CHAINS = 3_000
OFFERED, OFFERED_S = 10.0, 30
OUTSIDE = ("postgres", "kafka", "simulator", "edge")


def system(folder: str, only: tuple[str, ...] | None = None) -> System:
    """A fresh system of its own, on free ports."""
    var = VAR / folder
    shutil.rmtree(var, ignore_errors=True)
    models = os.environ.get("MODELS_DIR", str(ROOT / "var" / "models"))
    return System(var, only=only, environment={"MODELS_DIR": models, "LOG_LEVEL": "warning"})


async def floor() -> tuple[float, dict[str, float]]:
    """Chains a second and CPU milliseconds a chain with empty handlers."""
    with system("floor", ("postgres", "kafka", "edge")) as running:
        seen = state.read(running.settings.run)
        assert seen is not None
        infrastructure = {n: p.identity.pid for n, p in seen.processes.items() if p.identity}
        empty = Floor(running)
        try:
            await empty.start()
            await empty.run(WARM_UP, UNDER_WAY, infrastructure)
            rate, cpu = await empty.run(FLOOR_CHAINS, UNDER_WAY, infrastructure)
        finally:
            empty.stop()
    return rate, cpu


async def path(names: list[str], floor_rate: float | None, floor_cpu: float | None) -> None:
    """Throughput, CPU, latency of the whole platform."""
    with system("path") as running:
        bench = Bench(running)
        await bench.run(WARM_UP, None, 100)
        if "latency" in names:
            await latency(bench)
        if "straight-through" in names:
            await throughput(bench, floor_rate, floor_cpu)


async def throughput(bench: Bench, floor_rate: float | None, floor_cpu: float | None) -> None:
    """As many as the machine carries."""
    run = await bench.run(APPLICATIONS, None, UNDER_WAY)
    setup = (f"{APPLICATIONS} applications of the replay set, {UNDER_WAY} under way, customers registered before;"
             f" clock from the first POST /v1/applications until every application has ended: {ended(run.journeys)};"
             " services, database, broker, simulator and load generator on the same machine")  # fmt: skip
    by_process = run.cpu_ms() | {"load generator": round(run.generator_s * 1000 / len(run.journeys), 2)}
    total = round(sum(run.cpu_ms().values()), 2)
    keep("throughput", round(run.per_second, 1), "applications/s", floor_rate, setup, commits=run.commits,
         messages=run.messages)  # fmt: skip
    keep("cpu_per_application", total, "ms", floor_cpu, setup, by_process=by_process)
    keep("commits_per_application", round(run.commits / len(run.journeys), 2), "commits", None, setup)
    keep("messages_per_application", round(run.messages / len(run.journeys), 2), "messages", None, setup)
    for name, ms in sorted(by_process.items(), key=lambda item: -item[1]):
        print(f"    {name:<30}{ms:>10g} ms CPU an application")


async def latency(bench: Bench) -> None:
    """Submission to decision and to money at a modest load."""
    run = await bench.run(int(OFFERED * OFFERED_S), OFFERED, UNDER_WAY, poll_s=0.02)
    setup = f"{OFFERED:g} applications/s offered for {OFFERED_S} s; times of the services: submission to decision"
    for share in (0.5, 0.99):
        name = f"p{share * 100:g}"
        keep(f"decision_{name}", round(run.decision_ms(share), 1), "ms", None, setup)
        keep(f"money_{name}", round(run.money_ms(share), 1), "ms", None, setup)


def main() -> int:
    """Runs what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*NAMES, []], help="absent: all")
    names = parser.parse_args().names or list(NAMES)
    rate = cpu = None
    if "floor" in names:
        rate, by_process = asyncio.run(floor())
        rate, cpu = round(rate, 1), round(sum(by_process.values()), 2)
        keep(
            "floor_throughput", rate, "chains/s", None, "the platform's requests, commits and hops with empty handlers"
        )
        keep("floor_cpu", cpu, "ms", None, "CPU milliseconds a chain, all processes", by_process=by_process)
        print("    " + ", ".join(f"{n} {ms:.2f}" for n, ms in by_process.items()))
    if {"straight-through", "latency"} & set(names):
        asyncio.run(path(names, rate, cpu))
    if "replicas" in names:
        asyncio.run(replicas(system("replicas", ("postgres", "kafka", "edge"))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
