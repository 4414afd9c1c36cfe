"""A backup of all databases: what is restored into a new system is what was there, and nothing else is filled."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest

from loan_devstack.database.backup import COUNTS, backup, restore
from loan_devstack.errors import CannotStart
from loan_devstack.running.control import System
from loan_devstack.services import SERVICES

FILLED = """
create table books (id int generated always as identity primary key, what text not null);
insert into books (what) select 'row ' || n from generate_series(1, 1000) n;
create table days (day int, x int) partition by range (day);
create table days_1 partition of days for values from (0) to (10);
insert into days values (1, 1), (2, 2);
create function refuse() returns trigger language plpgsql as 'begin raise exception ''append-only''; end';
create trigger kept before update or delete on books for each row execute function refuse();
"""


@pytest.fixture(scope="module")
def source(shared_folder: Path) -> Iterator[System]:
    with System(shared_folder / "source", only=["postgres"]) as found:
        yield found


@pytest.fixture
def fresh(folder: Path, source: System) -> Iterator[System]:
    """A new system with the keys of the other one."""
    (folder / "fresh").mkdir()
    shutil.copy(source.settings.var / "secrets.json", folder / "fresh")
    with System(folder / "fresh", only=["postgres"]) as found:
        yield found


async def did(url: str, text: str) -> object:
    connection = await asyncpg.connect(url)
    try:
        return await connection.fetchval(text) if text.startswith("select") else await connection.execute(text)
    finally:
        await connection.close()


async def test_what_is_restored_is_what_was_there(source: System, fresh: System, folder: Path) -> None:
    for service in SERVICES:
        await did(source.database_url(service.name), FILLED)
    dumped = await backup(source.settings, folder / "saved")
    assert dumped == {service.package: {"public.books": 1000, "public.days": 2} for service in SERVICES}
    await did(source.database_url("risk-svc"), "insert into books (what) values ('after the backup')")

    assert await restore(fresh.settings, folder / "saved") == dumped
    for service in SERVICES:
        url = fresh.database_url(service.name)
        assert await did(url, "select string_agg(what, ',' order by id) from books") == ",".join(
            f"row {n}" for n in range(1, 1001)
        )
        await did(url, "insert into books (what) values ('next')")  # the role owns it, and numbers go on
        assert await did(url, "select max(id) from books") == 1001
        with pytest.raises(asyncpg.RaiseError, match="append-only"):
            await did(url, "delete from books")

    with pytest.raises(CannotStart, match="has tables already"):
        await restore(fresh.settings, folder / "saved")
    with pytest.raises(CannotStart, match="there already"):
        await backup(source.settings, folder / "saved")


async def test_rows_that_are_missing_are_found(source: System, fresh: System, folder: Path) -> None:
    await backup(source.settings, folder / "saved")
    counts = folder / "saved" / COUNTS
    counts.write_text(counts.read_text().replace("1000", "1001"))
    with pytest.raises(CannotStart, match="Other rows than were dumped"):
        await restore(fresh.settings, folder / "saved")


async def test_a_backup_that_is_not_whole_is_none(fresh: System, folder: Path) -> None:
    (folder / "saved").mkdir()
    with pytest.raises(CannotStart, match="holds no backup"):
        await restore(fresh.settings, folder / "saved")
