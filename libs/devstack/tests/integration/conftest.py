"""Folders for systems. Not pytest's own: every run of pytest closes the folder above them to other users, and as root
the database server is another user.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="xinliu-", ignore_cleanup_errors=True) as name:
        yield Path(name)


@pytest.fixture(scope="module")
def shared_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="xinliu-", ignore_cleanup_errors=True) as name:
        yield Path(name)
