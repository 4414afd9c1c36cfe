"""What an application costs and how long a decision takes at rates from modest to full, beside the floor at the same
rates; what an idle system costs; and what becomes of a burst."""

import asyncio
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from bench.cpu import Meter
from bench.floor import DECIDED, Chains
from bench.load import Bench, Run, ended
from bench.results import keep
from loan_replay.journeys import Stage

RATES = (10.0, 30.0, 60.0, 100.0, 150.0)
OFFERED_S = 15
UNDER_WAY = 1_000
IDLE_S, SETTLING_S = 30.0, 10.0
BURST = 2_000
LOOK_EVERY_S = 0.02


@dataclass(frozen=True, slots=True)
class Point:
    """What was seen at one rate; `carried` is below the rate where the machine does not carry it."""

    offered: float
    carried: float
    cpu_ms: float
    decision_p50_ms: float
    decision_p99_ms: float

    @classmethod
    def of(cls, offered: float, run: Run | Chains) -> "Point":
        """The point of a run."""
        p50, p99 = (round(run.after_ms(DECIDED, share), 1) for share in (0.5, 0.99))
        return cls(offered, round(run.per_second, 1), round(sum(run.cpu_ms().values()), 1), p50, p99)


def look_every_s(rate: float) -> float:
    """How often the generator reads the bus: always at a modest load, seldom where it would cost the system's cores."""
    return 0.0 if rate <= RATES[0] else LOOK_EVERY_S


async def curve(bench: Bench, floor: Mapping[float, Point]) -> None:
    """CPU an application and latency of decisions at each rate."""
    points = []
    for rate in RATES:
        run = await bench.run(int(rate * OFFERED_S), rate, UNDER_WAY, look_every_s(rate))
        points.append(point := Point.of(rate, run))
        _keep(point, floor.get(rate), run)
    beside = [asdict(floor[rate]) for rate in RATES if rate in floor]
    keep(
        "curve",
        len(points),
        "rates",
        None,
        _setup("each of the rates"),
        points=[asdict(p) for p in points],
        beside=beside,
    )


def _setup(rate: str) -> str:
    return (
        f"{rate} offered for {OFFERED_S} s; CPU of all processes but the load generator; a decision from the sending of"
        f" POST /v1/applications until a reader of the topic has {DECIDED}"
    )


def _keep(point: Point, floor: Point | None, run: Run) -> None:
    setup, at = _setup(f"{point.offered:g} applications/s"), f"at_{point.offered:g}"
    keep(f"cpu_{at}", point.cpu_ms, "ms", floor and floor.cpu_ms, setup, by_process=run.cpu_ms(), carried=point.carried)
    keep(f"decision_p50_{at}", point.decision_p50_ms, "ms", floor and floor.decision_p50_ms, setup)
    keep(f"decision_p99_{at}", point.decision_p99_ms, "ms", floor and floor.decision_p99_ms, setup)


async def idle(bench: Bench) -> None:
    """What a system costs that has nothing to do."""
    await asyncio.sleep(SETTLING_S)
    meter = Meter(bench.pids())
    await asyncio.sleep(IDLE_S)
    used = {name: round(100 * s / IDLE_S, 2) for name, s in meter.read().items()}
    setup = f"the whole system for {IDLE_S:g} s without a request, {SETTLING_S:g} s after the last"
    keep("idle", round(sum(used.values()), 1), "% of a core", None, setup, by_process=used)


async def burst(bench: Bench, full_per_second: float | None) -> None:
    """So many applications at once: what was refused, and how fast they are worked off beside full load."""
    run = await bench.run(BURST, None, BURST, LOOK_EVERY_S)
    refused = sum(journey.stage is Stage.REFUSED for journey in run.journeys)
    setup = f"{BURST} applications sent at once, until every one has ended: {ended(run.journeys)}"
    keep("burst_refused", refused, "applications", None, setup + "; a client that is told when to come back comes back")
    keep("burst_drained", round(run.per_second, 1), "applications/s", full_per_second, setup)
