"""One look at the chain for all who follow it in this process, as long as anybody does."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import suppress

from reporting_svc.domain.live.notice import Notice
from reporting_svc.use_cases.live.ports import NoticeQueries

LOOK_S = 0.5
QUIET_S = 15.0
PIECE = 500
MOST_PIECES = 100
KEPT = 10_000
"""So far back somebody may begin; who was away for longer reads everything anew."""
Pieces = asyncio.Queue[Sequence[Notice] | None]


class Followers:
    """Implements `Following`."""

    def __init__(self, notices: NoticeQueries) -> None:
        self._notices = notices
        self._listening: set[Pieces] = set()
        self._seen = 0

    async def look(self) -> None:
        """Reads what was said since the last look and hands it to all who listen; nothing while nobody does."""
        if not self._listening:
            return
        while piece := await self._notices.behind(self._seen, PIECE):
            self._seen = piece[-1].seq
            for pieces in self._listening:
                _hand(pieces, piece)

    async def follow(self, after: int | None) -> AsyncGenerator[Sequence[Notice] | None]:
        """What is said after a number, piece by piece."""
        newest = await self._notices.last_seq()
        begins = newest if after is None else after
        pieces: Pieces = asyncio.Queue(MOST_PIECES)
        if not self._listening:
            self._seen = newest
        self._listening.add(pieces)
        try:
            if newest - begins > KEPT or begins > newest:
                begins = newest
                yield None
            while begins < newest and (missed := await self._notices.behind(begins, PIECE)):
                begins = missed[-1].seq
                yield missed
            while pieces in self._listening:
                piece = await _next(pieces)
                if piece is None:
                    yield None
                    continue
                fresh = [each for each in piece if each.seq > begins]
                begins = fresh[-1].seq if fresh else begins
                yield fresh
        finally:
            self._listening.discard(pieces)


async def _next(pieces: Pieces) -> Sequence[Notice] | None:
    """What comes next; nothing where nothing was said for a while."""
    with suppress(TimeoutError):
        async with asyncio.timeout(QUIET_S):
            return await pieces.get()
    return ()


def _hand(pieces: Pieces, piece: Sequence[Notice]) -> None:
    """Who does not keep up is told to read everything anew, in the place of what he has not taken."""
    if pieces.full():
        while not pieces.empty():
            pieces.get_nowait()
        pieces.put_nowait(None)
    pieces.put_nowait(piece)
