"""Brings contents of documents up to date that lie in clear or under an earlier key: once, at the start of a
process."""

import logging
from collections.abc import Awaitable, Callable

from application_svc.clients.sealed_documents import SealedDocumentStore

log = logging.getLogger(__name__)

TRY_AGAIN_S = 600.0
Told = Callable[[int, str], Awaitable[None]]


class DocumentSealer:
    """`told` hears how many contents were sealed with which key; `done` that nothing is left to do."""

    def __init__(self, store: SealedDocumentStore, told: Told) -> None:
        self._store, self._told = store, told
        self.done: Callable[[], None] = _nothing

    async def seal_documents(self) -> None:
        """Seals what is not sealed with the active key."""
        if count := await self._store.bring_up_to_date():
            await self._told(count, self._store.active_key)
            log.info("documents.sealed", extra={"documents": count})
        self.done()


def _nothing() -> None:
    """As long as nobody wants to hear of it."""
