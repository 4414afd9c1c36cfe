"""What this process takes, and how much it has done, from its own metrics."""

from dataclasses import dataclass
from datetime import UTC, datetime

from prometheus_client import REGISTRY, Counter, Histogram

from loan_servicekit.telemetry.metrics import HANDLED, HTTP_SECONDS


@dataclass(frozen=True, slots=True)
class Taken:
    """Since its start."""

    since: datetime
    memory_bytes: int
    cpu_seconds: float
    handled: int
    answered: int


def taken() -> Taken:
    """As of now; zeros where the system does not tell (it does on Linux)."""
    started = datetime.fromtimestamp(_own("process_start_time_seconds"), UTC)
    memory, cpu = int(_own("process_resident_memory_bytes")), _own("process_cpu_seconds_total")
    return Taken(started, memory, round(cpu, 2), _all(HANDLED, "_total"), _all(HTTP_SECONDS, "_count"))


def _own(name: str) -> float:
    return REGISTRY.get_sample_value(name) or 0.0


def _all(metric: Counter | Histogram, ending: str) -> int:
    """The sum over all labels."""
    return int(sum(each.value for found in metric.collect() for each in found.samples if each.name.endswith(ending)))
