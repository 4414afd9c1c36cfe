"""Where data sets are kept on this machine: beside the user's other caches, never inside the repository."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def cache_home() -> Path:
    """The folder `xinliu` under $XDG_CACHE_HOME, or under ~/.cache where that is unset. It need not exist yet."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "xinliu"


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A path to write to, which takes the target's place when the block ends well.

    The move is atomic, so that two processes that fill the same cache at once leave one whole file and never half of
    one.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name}.") as folder:
        draft = Path(folder) / target.name
        yield draft
        draft.replace(target)
