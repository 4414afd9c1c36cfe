"""A base backup and the archived journal bring the databases of a new system to a moment, and to no other."""

import asyncio
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import asyncpg
import pytest

from loan_devstack.database.recovery import base_backup, recover
from loan_devstack.errors import CannotStart
from loan_devstack.running.control import System
from loan_devstack.services import SERVICES

pytestmark = pytest.mark.stack


@pytest.fixture
def source(folder: Path) -> Iterator[System]:
    environment = {"WAL_ARCHIVE": str(folder / "the journal's")}
    with System(folder / "source", only=["postgres"], environment=environment) as found:
        yield found


def fresh(folder: Path, name: str) -> System:
    """A new system with the keys of the other one, not started yet."""
    (folder / name).mkdir()
    shutil.copy(folder / "source" / "secrets.json", folder / name)
    return System(folder / name, only=["postgres"])


async def did(url: str, text: str) -> object:
    connection = await asyncpg.connect(url)
    try:
        return await connection.fetchval(text)
    finally:
        await connection.close()


async def test_databases_come_back_as_they_were_at_a_moment(source: System, folder: Path) -> None:
    for service in SERVICES:
        await did(source.database_url(service.name), "create table books (what text)")
    from_another_shell = replace(source.settings, wal_archive=None)
    await base_backup(from_another_shell, folder / "saved")
    for service in SERVICES:
        await did(source.database_url(service.name), "insert into books values ('after the backup')")
    at = await did(source.admin_url(), "select clock_timestamp()")
    assert isinstance(at, datetime)
    for service in SERVICES:
        await did(source.database_url(service.name), "delete from books")
    await did(source.admin_url(), "select pg_switch_wal()")
    await asyncio.to_thread(source.down)  # what was written last is handed over before the end
    archive = source.settings.wal_archive
    assert archive

    again = fresh(folder, "again")
    found = await asyncio.to_thread(recover, again.settings, folder / "saved", archive, at)
    assert found == {service.package: {"public.books": 1} for service in SERVICES}
    with again:  # it goes on as any other
        await did(again.database_url("risk-svc"), "insert into books values ('and on')")
        assert await did(again.database_url("risk-svc"), "select count(*) from books") == 2

    with pytest.raises(CannotStart, match="there already"):
        recover(again.settings, folder / "saved", archive, at)
    late = fresh(folder, "late")
    with pytest.raises(CannotStart, match="recovery ended before configured recovery target was reached"):
        await asyncio.to_thread(
            recover, late.settings, folder / "saved", archive, datetime.now(UTC) + timedelta(days=1)
        )


async def test_without_an_archive_there_is_no_base_backup(folder: Path) -> None:
    with System(folder / "alone", only=["postgres"]) as alone:
        told_too_late = replace(alone.settings, wal_archive=folder / "the journal's")
        with pytest.raises(CannotStart, match="WAL_ARCHIVE="):
            await base_backup(told_too_late, folder / "saved")
