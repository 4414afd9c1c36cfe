"""How providers do."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineFigures:
    """How one provider does, since this process began; `errors` counts what went wrong by its class."""

    circuit: str
    calls: int
    failures: int
    p50_ms: int
    p95_ms: int
    p99_ms: int
    errors: Mapping[str, int]
