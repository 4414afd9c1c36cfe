"""How providers do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineFigures:
    """How one provider does, since this process began."""

    circuit: str
    calls: int
    failures: int
    p95_ms: int
