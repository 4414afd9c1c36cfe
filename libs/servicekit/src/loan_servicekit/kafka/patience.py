"""Topics that nobody waits for: after something came on one of them, all of them rest for a while, so that what comes
meanwhile is handled together. What comes after a quiet time is handled at once (docs/decisions/0031)."""

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Protocol

from aiokafka import TopicPartition


class Pausable(Protocol):
    """What is needed of a consumer."""

    def assignment(self) -> Collection[TopicPartition]:
        """The partitions that it reads."""

    def paused(self) -> Collection[TopicPartition]:
        """Those of them that rest."""

    def pause(self, *partitions: TopicPartition) -> None:
        """Lets them rest."""

    def resume(self, *partitions: TopicPartition) -> None:
        """Reads them again."""


class Patience:
    """Lets the partitions of patient topics rest."""

    def __init__(
        self, topics: Collection[str], rest_s: float, most_at_once: int, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._topics, self._rest_s, self._most, self._now = frozenset(topics), rest_s, most_at_once, now
        self._until: float | None = None  # when they are read again; None: they are read

    def before_poll(self, consumer: Pausable, longest_s: float) -> float:
        """Ends a rest whose time is over; how long the poll may wait for something to come."""
        left = longest_s if self._until is None else self._until - self._now()
        if self._until is not None and left <= 0:
            self._until, left = None, longest_s
            consumer.resume(*consumer.paused())
        return min(left, longest_s)

    def after_poll(self, consumer: Pausable, found: Mapping[TopicPartition, Sequence[object]]) -> None:
        """Begins a rest where something patient came, unless there is so much that more has to be read at once."""
        came = any(partition.topic in self._topics for partition in found)
        if came and self._rest_s and sum(map(len, found.values())) < self._most:
            consumer.pause(*(each for each in consumer.assignment() if each.topic in self._topics))
            self._until = self._now() + self._rest_s
