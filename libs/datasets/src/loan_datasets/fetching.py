"""Fetches a file that is known by its SHA-256 over networks as they are: with the machine's own certificates, through
its proxies (HTTPS_PROXY, HTTP_PROXY, NO_PROXY), tried again, and gone on with where it broke off.
"""

import hashlib
import http.client
import ssl
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from loan_datasets.trust import one_file

ATTEMPTS = 5
PAUSES_S = (0.5, 1.0, 2.0, 4.0)
TIMEOUT_S = 60.0
PIECE_BYTES = 65_536
SAID_EVERY_S = 2.0
TRIED_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
PARTIAL, RANGE_NOT_SATISFIABLE = 206, 416

Told = Callable[[int], None]
"""Hears how many more bytes have come."""


class NotFetched(Exception):
    """The file could not be had; the message says where it was asked for and what was said."""


class Fetcher:
    """Asks by one set of certificates and proxies."""

    def __init__(self, trusted: Path, told: Told = lambda _: None) -> None:
        context = ssl.create_default_context(cafile=str(trusted))
        self._opener = urllib.request.build_opener(urllib.request.HTTPSHandler(context=context))
        self._told = told

    def fetch(self, url: str, target: Path, sha256: str) -> None:
        """Brings the file to its place. What came before a cut stays beside it, and the next attempt, or the next
        start, goes on from there. Raises NotFetched."""
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f"{target.name}.part")
        for attempt in range(ATTEMPTS):
            try:
                self._go_on(url, part)
            except urllib.error.HTTPError as error:
                if error.code == RANGE_NOT_SATISFIABLE:
                    part.unlink(missing_ok=True)
                elif error.code not in TRIED_AGAIN or attempt == ATTEMPTS - 1:
                    raise NotFetched(f"{url}: {_said(error)}") from error
            except (OSError, ValueError, http.client.HTTPException) as error:
                if attempt == ATTEMPTS - 1 or isinstance(_reason(error), ssl.SSLCertVerificationError):
                    raise NotFetched(f"{url}: {_said(error)}") from error
            else:
                break
            time.sleep(PAUSES_S[min(attempt, len(PAUSES_S) - 1)])
        if (found := _sha256(part)) != sha256:
            part.unlink(missing_ok=True)
            raise NotFetched(f"{url}: what came has the sha256 {found}, expected {sha256}: it was not used")
        part.replace(target)

    def _go_on(self, url: str, part: Path) -> None:
        """One attempt. Raises OSError where the connection ends before the file does."""
        have = part.stat().st_size if part.exists() else 0
        with self._opener.open(_request(url, have), timeout=TIMEOUT_S) as answer:
            goes_on = answer.status == PARTIAL
            expected = answer.headers.get("Content-Length")
            came = 0
            with part.open("ab" if goes_on else "wb") as file:
                while piece := answer.read(PIECE_BYTES):
                    file.write(piece)
                    came += len(piece)
                    self._told(len(piece))
        if expected is not None and came != int(expected):
            raise ConnectionError(f"cut off after {came} of {expected} bytes")


@contextmanager
def fetching(*more: Path, told: Told = lambda _: None) -> Iterator[Fetcher]:
    """Who fetches, while the block lasts; `more` are certificates beside those of the machine."""
    with one_file(*more) as trusted:
        yield Fetcher(trusted, told)


class Progress:
    """Says on standard error now and then how much has come."""

    def __init__(self, what: str) -> None:
        self._what, self._came, self._said = what, 0, time.monotonic()

    def __call__(self, more: int) -> None:
        """So many bytes more."""
        self._came += more
        if time.monotonic() - self._said >= SAID_EVERY_S:
            self._said = time.monotonic()
            self.say("")

    def say(self, ending: str) -> None:
        """How much it is by now."""
        sys.stderr.write(f"{self._what}: {self._came / 1e6:.1f} MB{ending}\n")
        sys.stderr.flush()


def _request(url: str, have: int = 0) -> urllib.request.Request:
    if not url.startswith(("https://", "http://")):
        raise ValueError("only addresses of http and https are fetched")
    headers = {"User-Agent": "xinliu-setup"} | ({"Range": f"bytes={have}-"} if have else {})
    return urllib.request.Request(url, headers=headers)


def _reason(error: BaseException) -> object:
    return getattr(error, "reason", error)


def _said(error: BaseException) -> str:
    """What the network said, without what every layer above it has put around."""
    if isinstance(error, urllib.error.HTTPError):
        return f"{error.code} {error.reason}"
    reason = _reason(error)
    if isinstance(reason, ssl.SSLCertVerificationError):
        return str(reason.verify_message)
    return (isinstance(reason, OSError) and reason.strerror) or str(reason)


def _sha256(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
