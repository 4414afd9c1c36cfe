"""What calls to providers have come to, by day, capability and provider: counts, and what they cost.

A process counts in memory and adds what it has counted to the days every second; what all processes have called on a
day is known to each of them after that, so that a quota is exact within a process and late by a second among several.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from typing import Protocol, TypeAlias

from prometheus_client import Counter

from loan_servicekit.core import Clock, business_day

COSTS = Counter("provider_cost_yuan_total", "What answers of providers cost, in yuan", ["capability", "provider"])
REFUSALS = Counter("provider_refusals_total", "Calls that were not made, by why", ["capability", "provider", "code"])
REUSED = Counter(
    "provider_answers_reused_total",
    "Answers that stood again, from a collection or a call under way",
    ["capability", "how"],
)


@dataclass(slots=True)
class Tally:
    """What was counted. `unusable` had no answer to use, or one that could not be read; `reused` answers of before
    and `shared` answers to equal questions were no calls; `shadow` calls served comparison alone."""

    calls: int = 0
    hits: int = 0
    misses: int = 0
    unusable: int = 0
    refused: int = 0
    reused: int = 0
    shared: int = 0
    shadow: int = 0
    charged: int = 0
    cost_yuan: Decimal = Decimal(0)

    def add(self, other: "Tally") -> None:
        """Both together."""
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))


@dataclass(frozen=True, slots=True)
class Compared:
    """How often a field was told alike and otherwise by the provider that serves and by another; no value of it."""

    compared: int = 0
    differed: int = 0


Place: TypeAlias = tuple[date, str, str]
"""Day, capability, provider."""

Pair: TypeAlias = tuple[date, str, str, str, str]
"""Day, capability, who serves, who is compared with him, field."""


@dataclass(slots=True)
class Counted:
    """What a process has counted since it last added it to the days."""

    tallies: dict[Place, Tally] = field(default_factory=dict)
    pairs: dict[Pair, Compared] = field(default_factory=dict)

    def add(self, other: "Counted") -> None:
        """Both together."""
        for place, tally in other.tallies.items():
            self.tallies.setdefault(place, Tally()).add(tally)
        for pair, told in other.pairs.items():
            before = self.pairs.get(pair, Compared())
            self.pairs[pair] = Compared(before.compared + told.compared, before.differed + told.differed)


@dataclass(frozen=True, slots=True)
class DayRecord:
    """What was counted of one provider for one capability."""

    capability: str
    provider: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class DifferenceRecord:
    """How a provider's answers compare with those of the one that serves, field by field."""

    capability: str
    provider: str
    shadow: str
    field: str
    told: Compared


class LedgerDays(Protocol):
    """The days as they are kept."""

    async def add(self, counted: Counted) -> None:
        """Adds to them. Raises Unavailable."""

    async def day(self, day: date) -> Sequence[DayRecord]:
        """What was counted on one."""

    async def differences(self, day: date) -> Sequence[DifferenceRecord]:
        """How answers compared on it."""


class Ledger:
    """What this process counts, and what is known of the others today."""

    def __init__(self, days: LedgerDays, clock: Clock) -> None:
        self._days, self._clock = days, clock
        self._counted = Counted()
        self._kept: dict[tuple[str, str], int] = {}
        self._kept_on: date | None = None

    def of(self, capability: str, provider: str) -> Tally:
        """What is counted now; whoever gets it adds to it at once."""
        place = (self._today(), capability, provider)
        if (found := self._counted.tallies.get(place)) is None:
            found = self._counted.tallies[place] = Tally()
        return found

    def compared(self, capability: str, provider: str, shadow: str, told: Mapping[str, bool]) -> None:
        """By field whether two answers differ."""
        for name, differs in told.items():
            pair = (self._today(), capability, provider, shadow, name)
            before = self._counted.pairs.get(pair, Compared())
            self._counted.pairs[pair] = Compared(before.compared + 1, before.differed + differs)

    def calls_today(self, capability: str, provider: str) -> int:
        """Calls of today: those that are kept, and ours since."""
        today = self._today()
        kept = self._kept.get((capability, provider), 0) if self._kept_on == today else 0
        ours = self._counted.tallies.get((today, capability, provider))
        return kept + (ours.calls if ours else 0)

    async def keep(self) -> None:
        """Adds what was counted to the days, and looks at what others have counted today. Raises Unavailable; what
        could not be kept then is kept the next time."""
        adding, self._counted = self._counted, Counted()
        try:
            if adding.tallies or adding.pairs:
                await self._days.add(adding)
        except BaseException:
            self._counted.add(adding)
            raise
        today = self._today()
        found = {(each.capability, each.provider): each.tally.calls for each in await self._days.day(today)}
        self._kept, self._kept_on = found, today

    def _today(self) -> date:
        return business_day(self._clock())
