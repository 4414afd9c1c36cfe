"""What telling at once needs."""

from collections.abc import AsyncGenerator, Sequence
from typing import Protocol

from reporting_svc.domain.live.notice import Notice


class NoticeQueries(Protocol):
    """Reads of what was said last."""

    async def last_seq(self) -> int:
        """The number of the last message. Raises Unavailable."""

    async def behind(self, seq: int, limit: int) -> Sequence[Notice]:
        """What was said after a number, in order. Raises Unavailable."""


class Following(Protocol):
    """Who follows what is said."""

    def follow(self, after: int | None) -> AsyncGenerator[Sequence[Notice] | None]:
        """What is said after a number (absent: from now on), piece by piece; an empty piece where nothing was said for
        a while, None where so much lies behind the number that he has to read everything anew."""
