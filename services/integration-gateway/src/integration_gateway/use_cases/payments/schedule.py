"""When the payment channel is asked what became of an order."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import takewhile

IN_HAND_S = 2.0
"""So long a query is waited for with the order in hand; one that is due later waits on the desk."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a channel is asked what became of an order: pauses before the first query, the second, ..., the last of them
    for good; and after how long an order that it does not know can never arrive any more."""

    queries_s: tuple[float, ...]
    absent_after: timedelta

    def at_once(self) -> tuple[float, ...]:
        """The pauses that are waited for with the order in hand."""
        return tuple(takewhile(lambda wait_s: wait_s <= IN_HAND_S, self.queries_s[:3]))

    def next_wait_s(self, elapsed: timedelta) -> float:
        """The pause before the next query about an order that was sent so long ago."""
        since_s, due_s = elapsed.total_seconds(), 0.0
        for wait_s in self.queries_s:
            due_s += wait_s
            if due_s > since_s:
                return due_s - since_s
        return self.queries_s[-1]
