"""Where the contents of documents lie: a folder, or a bucket of any S3 service. One adapter over one library for
both."""

from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import obstore
from obstore.exceptions import BaseError, NotFoundError
from obstore.store import LocalStore, ObjectStore, S3Store

from loan_servicekit.core import NotFound, Unavailable

HEAD = 256


class ObjectDocumentStore:
    """Implements `use_cases.documents.ports.DocumentStore`. A key names its content by hash, so writing twice changes
    nothing."""

    def __init__(self, store: ObjectStore) -> None:
        self._store = store

    @classmethod
    def at(
        cls, url: str, endpoint: str = "", region: str = "", key_id: str = "", secret: str = ""
    ) -> "ObjectDocumentStore":
        """The store of a `file://` or `s3://` address; raises ValueError for another. S3 takes its keys from the
        arguments, or from the platform (instance role, web identity) where they are empty."""
        parts = urlsplit(url)
        if parts.scheme == "file":
            return cls(LocalStore(Path(unquote(parts.path)), mkdir=True))
        if parts.scheme != "s3":
            raise ValueError(f"a document store has the scheme file or s3; {url!r} has {parts.scheme!r}")
        given = {"region": region, "endpoint": endpoint, "access_key_id": key_id, "secret_access_key": secret}
        return cls(
            S3Store(
                parts.netloc,
                prefix=parts.path.strip("/") or None,
                config={name: value for name, value in given.items() if value},  # type: ignore[arg-type]
                client_options={
                    "allow_http": endpoint.startswith("http://"),
                    "timeout": "20s",
                    "connect_timeout": "5s",
                },
                retry_config={"max_retries": 2},
            )
        )

    async def put(self, key: str, content: bytes) -> None:
        """Stores the content; raises Unavailable `document-store-unavailable`."""
        try:
            await obstore.put_async(self._store, key, content)
        except (BaseError, OSError) as error:
            raise _unavailable() from error

    async def get(self, key: str) -> bytes:
        """The content; raises NotFound `document-content-not-found`, Unavailable `document-store-unavailable`."""
        try:
            found = await obstore.get_async(self._store, key)
            return bytes(await found.bytes_async())
        except (NotFoundError, FileNotFoundError) as error:
            raise NotFound("document-content-not-found", "the store does not hold this document any more") from error
        except (BaseError, OSError) as error:
            raise _unavailable() from error

    async def beginning(self, key: str) -> bytes:
        """The first bytes of a content, enough to see whether it is sealed."""
        try:
            found = await obstore.get_async(self._store, key)
            async for part in found.stream(min_chunk_size=HEAD):
                return bytes(part)[:HEAD]
            return b""
        except (BaseError, OSError) as error:
            raise _unavailable() from error

    async def keys(self) -> AsyncIterator[str]:
        """Where the contents lie, all of them."""
        try:
            async for page in self._store.list():
                for entry in page:
                    yield entry["path"]
        except (BaseError, OSError) as error:
            raise _unavailable() from error


def _unavailable() -> Unavailable:
    return Unavailable("document-store-unavailable", "the document store does not answer")
