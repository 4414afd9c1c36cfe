"""One look at the chain for all who follow it in this process: as long as anybody does."""

import asyncio
import logging
from collections.abc import AsyncGenerator, Sequence
from contextlib import suppress

from loan_servicekit.core import Unavailable
from reporting_svc.domain.live.notice import Notice
from reporting_svc.use_cases.live.ports import NoticeQueries

log = logging.getLogger(__name__)

LOOK_S = 0.5
QUIET_S = 15.0
PIECE = 500
KEPT = 10_000
"""So far back somebody may begin; who was away for longer reads everything anew."""
Pieces = asyncio.Queue[Sequence[Notice] | None]


class Followers:
    """Implements `Following`."""

    def __init__(self, notices: NoticeQueries) -> None:
        self._notices = notices
        self._listening: set[Pieces] = set()
        self._looking: asyncio.Task[None] | None = None

    async def follow(self, after: int | None) -> AsyncGenerator[Sequence[Notice] | None]:
        """What is said after a number, piece by piece."""
        pieces: Pieces = asyncio.Queue(maxsize=100)
        newest = await self._notices.last_seq()
        begins = newest if after is None else after
        self._listening.add(pieces)
        try:
            if newest - begins > KEPT or begins > newest:
                begins = newest
                yield None
            self._begin(newest)
            while begins < newest and (missed := await self._notices.behind(begins, PIECE)):
                begins = missed[-1].seq
                yield missed
            while True:
                piece = await self._next(pieces)
                if piece is None:
                    yield None
                elif fresh := [each for each in piece if each.seq > begins]:
                    begins = fresh[-1].seq
                    yield fresh
                else:
                    yield ()
        finally:
            self._listening.discard(pieces)
            if not self._listening and self._looking:
                self._looking.cancel()
                self._looking = None

    async def _next(self, pieces: Pieces) -> Sequence[Notice] | None:
        with suppress(TimeoutError):
            async with asyncio.timeout(QUIET_S):
                return await pieces.get()
        return ()

    def _begin(self, newest: int) -> None:
        if self._looking is None:
            self._looking = asyncio.create_task(self._look(newest))

    async def _look(self, seq: int) -> None:
        while True:
            try:
                piece = await self._notices.behind(seq, PIECE)
            except Unavailable:
                log.warning("live.unavailable")
                piece = ()
            if piece:
                seq = piece[-1].seq
                for pieces in self._listening:
                    _hand(pieces, piece)
            if len(piece) < PIECE:
                await asyncio.sleep(LOOK_S)


def _hand(pieces: Pieces, piece: Sequence[Notice]) -> None:
    """Who does not keep up is told to read everything anew, in the place of what he has not taken."""
    if pieces.full():
        while not pieces.empty():
            pieces.get_nowait()
        pieces.put_nowait(None)
    pieces.put_nowait(piece)
