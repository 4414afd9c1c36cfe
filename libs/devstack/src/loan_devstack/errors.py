"""What stops the system from starting, said so that the reader knows what to do."""

import os
from contextlib import suppress
from pathlib import Path


class CannotStart(Exception):
    """Something that the system needs is missing or taken. The message names it and the way out."""


def of_file(error: OSError) -> str:
    """A file or folder that cannot be used, as a sentence with the way out."""
    owner = _other_owner(Path(error.filename))
    way_out = f"Do this as {owner}, whose it is, or set" if owner else "Set"
    return f"{error.filename}: {error.strerror}. {way_out} XINLIU_VAR to a folder of your own"


def _other_owner(path: Path) -> str | None:
    """Whose the path is, or the nearest folder above it that can be looked at; None where that is the user himself."""
    for place in (path, *path.absolute().parents):
        with suppress(OSError, KeyError):
            return place.owner() if place.stat().st_uid != os.geteuid() else None
    return None
