"""Contents of documents, sealed before they reach the store: papers of identity lie nowhere in clear.

AES-256-GCM with the keys of the personal fields, bound to where the content lies. A store that holds contents in clear
or under an earlier key is brought up to date once, at the start of a service: `_sealed-with` names the key that all are
sealed with, and what a process of an earlier version wrote after that is sealed when it is read.
"""

import asyncio

from application_svc.clients.document_store import ObjectDocumentStore
from loan_servicekit.core import NotFound
from loan_servicekit.db.crypto import FieldCipher, sealed_with

SEALED_WITH = "_sealed-with"


class SealedDocumentStore:
    """Implements `use_cases.documents.ports.DocumentStore` on a store that knows contents as sealed bytes."""

    def __init__(self, store: ObjectDocumentStore, cipher: FieldCipher) -> None:
        self._store, self._cipher = store, cipher

    async def put(self, key: str, content: bytes) -> None:
        """Seals and stores the content; raises Unavailable `document-store-unavailable`."""
        await self._store.put(key, await asyncio.to_thread(self._cipher.seal, content, _bound_to(key)))

    async def get(self, key: str) -> bytes:
        """The content; raises NotFound `document-content-not-found`, Unavailable `document-store-unavailable`."""
        found = await self._store.get(key)
        if sealed_with(found) is None:
            await self.put(key, found)
            return found
        return await asyncio.to_thread(self._cipher.open, found, _bound_to(key))

    @property
    def active_key(self) -> str:
        """The id of the key that contents are sealed with."""
        return self._cipher.active

    async def bring_up_to_date(self) -> int:
        """Seals with the active key what is in clear or under another one; how many contents. Safe to run twice."""
        active = self._cipher.active
        try:
            if (await self._store.get(SEALED_WITH)).decode() == active:
                return 0
        except NotFound:
            pass
        sealed = 0
        async for key in self._store.keys():
            if key != SEALED_WITH and sealed_with(await self._store.beginning(key)) != active:
                await self.put(key, await self.get(key))
                sealed += 1
        await self._store.put(SEALED_WITH, active.encode())
        return sealed


def _bound_to(key: str) -> str:
    return f"document {key}"
