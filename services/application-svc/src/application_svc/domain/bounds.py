"""Numbers that a regulator or the institution may change (domain.md R-0.1): seeds, and those in force on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Self


class ParameterSeed(NamedTuple):
    """One row to begin with. A value holds from its date until the next row of its code."""

    code: str
    value: str
    unit: str
    valid_from: date
    source: str
    confidence: str


READING = (
    ParameterSeed(
        "disclosure.forced_read_seconds", "10", "second", date(2020, 1, 1),
        "金规〔2026〕2号: 强制阅读时间 (domain.md R-2.21); how long is our choice", "P",
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bounds:
    """All of them on one day."""

    forced_read_seconds: int

    @classmethod
    def of(cls, values: Mapping[str, str]) -> Self:
        """From the values that hold on a day, by code. Raises KeyError where one is missing: numbers are not guessed,
        ValueError where a table is to be read for no time at all."""
        forced_read_seconds = int(values["disclosure.forced_read_seconds"])
        if forced_read_seconds < 1:
            raise ValueError("disclosure.forced_read_seconds is at least 1: the law asks for a time (R-2.21)")
        return cls(forced_read_seconds=forced_read_seconds)


def seeds_on(day: date) -> dict[str, str]:
    """The seeds that hold on a day, by code: what the table answers before anyone has changed it."""
    return {seed.code: seed.value for seed in sorted(READING, key=lambda s: s.valid_from) if seed.valid_from <= day}
