"""Credentials of providers, from folders: a file that is replaced counts from the next second on, without a restart.

Nothing of them is logged, and no error tells what is in them.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, Generic, TypeVar

from integration_gateway.clients.outbound import CallFailed

K = TypeVar("K")

LOOK_EVERY_S: Final = 1.0


class CredentialsUnusable(CallFailed):
    """The folder does not hold what it should: nothing can be signed, so nothing has left the house."""

    def __init__(self) -> None:
        super().__init__("credentials-unusable", sent=False)


class Credentials(Generic[K]):
    """What `read` makes of a folder; it raises OSError, ValueError or TypeError where it cannot."""

    def __init__(self, folder: Path, read: Callable[[Path], K]) -> None:
        self._folder, self._read = folder, read
        self._keys: K | None = None
        self._seen: tuple[tuple[str, int], ...] = ()
        self._look_at = 0.0

    def current(self) -> K:
        """The credentials as the folder holds them now. Raises CredentialsUnusable."""
        now = time.monotonic()
        if self._keys is not None and now < self._look_at:
            return self._keys
        try:
            seen = tuple(sorted((each.name, each.stat().st_mtime_ns) for each in self._folder.iterdir()))
            if self._keys is None or seen != self._seen:
                self._keys, self._seen = self._read(self._folder), seen
        except (OSError, ValueError, TypeError):
            self._keys = None
            raise CredentialsUnusable from None
        self._look_at = now + LOOK_EVERY_S
        return self._keys


def pair_of(folder: Path, first: str, second: str) -> tuple[str, str]:
    """What two files of a folder hold: an account and its secret. OSError or ValueError where there are none."""
    found = ((folder / first).read_text().strip(), (folder / second).read_text().strip())
    if not all(found):
        raise ValueError("an empty secret")
    return found
