"""Accounts at providers: two files of a folder, made at the first start."""

from collections.abc import Mapping
from pathlib import Path


def account(folder: Path, fresh: Mapping[str, str]) -> tuple[str, str]:
    """The values of the two files that `fresh` names, which are written where they are not there."""
    first, second = fresh
    if not (folder / second).exists():
        folder.mkdir(parents=True, exist_ok=True)
        for name, value in fresh.items():
            path = folder / name
            path.touch(mode=0o600)
            path.write_text(value)
    return (folder / first).read_text(), (folder / second).read_text()
