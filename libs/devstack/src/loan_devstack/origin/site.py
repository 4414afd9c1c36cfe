"""The console's files as an ingress serves them: assets kept for ever, pages asked for anew, both as they lie there."""

import json
import mimetypes
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from loan_devstack.origin.people import PEOPLE

Headers = list[tuple[bytes, bytes]]

ENTRY, SETTINGS, ASSETS = "index.html", "console.json", "assets/"
FOR_EVER = b"public, max-age=31536000, immutable"
ASKED_ANEW = b"no-cache"
# `unsafe-inline` styles are those of the boot line and of diagrams; scripts come from files alone.
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' %s; worker-src 'self' blob:; "
    "manifest-src 'self'; frame-src 'self' blob:; object-src 'none'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
PERMISSIONS = b"camera=(self), geolocation=(self), microphone=()"


class Site:
    """The built console in `folder`, which may be built while the origin runs."""

    def __init__(self, folder: Path, issuer: str, client: str, borrower_client: str) -> None:
        self._folder = folder
        parts = urlsplit(issuer)
        self._policy = (POLICY % f"{parts.scheme}://{parts.netloc}").encode()
        self._settings = json.dumps(
            {
                "issuer": issuer,
                "client": client,
                "borrower_client": borrower_client,
                "development": True,
                "people": [
                    {"id": each.id, "name": each.name, "roles": list(each.roles), "branch": each.branch}
                    for each in PEOPLE.values()
                ],
            }
        ).encode()

    @property
    def built(self) -> bool:
        """Whether there is a console."""
        return (self._folder / ENTRY).is_file()

    def answer(self, path: str, gzip: bool) -> tuple[Headers, bytes] | None:
        """What lies at a path, or the desk's page where a page of it is meant; None where there is nothing."""
        name = path.lstrip("/")
        if name == SETTINGS:
            return [(b"content-type", b"application/json"), (b"cache-control", ASKED_ANEW)], self._settings
        file = self._file(name) or (self._file(ENTRY) if "." not in name.rpartition("/")[2] else None)
        if file is None:
            return None
        packed = file.with_name(f"{file.name}.gz")
        squeezed = gzip and packed.is_file()
        body = _read(packed if squeezed else file, file.stat().st_mtime_ns)
        return self._headers(file, squeezed), body

    def _file(self, name: str) -> Path | None:
        file = (self._folder / name).resolve()
        inside = file.is_relative_to(self._folder.resolve())
        return file if name and inside and file.is_file() and file.suffix != ".gz" else None

    def _headers(self, file: Path, squeezed: bool) -> Headers:
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        text = "; charset=utf-8" if kind.startswith("text/") else ""
        asset = file.is_relative_to(self._folder.resolve() / ASSETS)
        headers = [
            (b"content-type", f"{kind}{text}".encode()),
            (b"cache-control", FOR_EVER if asset else ASKED_ANEW),
            (b"vary", b"accept-encoding"),
            (b"content-security-policy", self._policy),
            (b"permissions-policy", PERMISSIONS),
        ]
        return headers + ([(b"content-encoding", b"gzip")] if squeezed else [])


@lru_cache(maxsize=500)
def _read(file: Path, changed: int) -> bytes:
    """A file's bytes, read again once it has changed."""
    return file.read_bytes()
