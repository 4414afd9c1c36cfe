"""A close tells thousands of things at once: it writes no more of them than the bus takes, so that what is told
meanwhile (a pay-out, a repayment) waits behind few."""

import asyncio
import time
from collections.abc import Awaitable, Callable

MOST_WAITING = 2_000  # messages: what the relay sends in about half a second
LOOK_S = 0.05
STANDS_STILL_S = 5.0  # a bus that takes nothing for so long holds nobody up: a day is closed without it, too


class OutboxRoom:
    """`waiting` counts the messages that are not on the bus yet, up to so many, and says which is the first."""

    def __init__(self, waiting: Callable[[int], Awaitable[tuple[int, int | None]]]) -> None:
        self._waiting = waiting
        self._still_until = 0.0

    async def wait(self) -> None:
        """Returns when there is room, or the bus stands still."""
        before, since = None, time.monotonic()
        while time.monotonic() >= self._still_until:
            found, first = await self._waiting(MOST_WAITING)
            if found < MOST_WAITING:
                return
            now = time.monotonic()
            if first != before:
                before, since = first, now
            elif now - since >= STANDS_STILL_S:
                self._still_until = now + STANDS_STILL_S
            await asyncio.sleep(LOOK_S)
