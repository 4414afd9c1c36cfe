"""Backup and restore of a system's databases, each counted: what is restored has the rows that were dumped.

A dump and its counts are of one snapshot, so the system may run meanwhile. Keys and passwords (`secrets.json`) are no
part of it: whoever has the backup alone reads no personal field and makes no seal.
"""

import json
import os
import subprocess
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import asyncpg

from loan_devstack import secret_store
from loan_devstack.database import postgres
from loan_devstack.errors import CannotStart
from loan_devstack.secret_store import Secrets
from loan_devstack.services import SERVICES
from loan_devstack.settings import Settings

Counts = dict[str, int]
COUNTS = "counts.json"
TABLES = """
select format('%I.%I', schemaname, relname) from pg_stat_user_tables
where not exists (select 1 from pg_inherits where inhrelid = relid) order by 1
"""


async def backup(settings: Settings, folder: Path) -> dict[str, Counts]:
    """Dumps every database into the folder, which has to be new; the rows of each table. Raises CannotStart."""
    try:
        folder.mkdir(parents=True, mode=0o700)
    except FileExistsError:
        raise CannotStart(f"{folder} is there already: a backup has a folder of its own") from None
    secrets = secret_store.load(settings.var)
    counts = {service.package: await _dump(settings, secrets, service.package, folder) for service in SERVICES}
    (folder / COUNTS).write_text(json.dumps(counts, indent=2) + "\n")
    return counts


async def restore(settings: Settings, folder: Path) -> dict[str, Counts]:
    """Fills the empty databases of a system from a backup, and counts. Raises CannotStart where something differs."""
    try:
        expected = json.loads((folder / COUNTS).read_text())
    except FileNotFoundError:
        raise CannotStart(f"{folder} holds no backup: {COUNTS} ends one that is whole") from None
    secrets = secret_store.load(settings.var)
    for name in expected:
        if found := await counted(settings, secrets, name):
            raise CannotStart(f"The database {name} has tables already ({', '.join(found)}): restore into a new system")
    counts = {name: await _restore(settings, secrets, name, folder) for name in expected}
    if differing := [name for name, found in counts.items() if found != expected[name]]:
        raise CannotStart(f"Other rows than were dumped in {', '.join(differing)}: {folder / COUNTS} says which")
    return counts


async def _dump(settings: Settings, secrets: Secrets, name: str, folder: Path) -> Counts:
    connection = await asyncpg.connect(postgres.url(settings, secrets, postgres.SUPERUSER, name))
    try:
        async with connection.transaction(isolation="repeatable_read", readonly=True):
            snapshot = await connection.fetchval("select pg_export_snapshot()")
            options = ("--format=custom", f"--snapshot={snapshot}", f"--file={_file(folder, name)}")
            run("pg_dump", settings, secrets, name, *options)
            return await _rows(connection)
    finally:
        await connection.close()


async def _restore(settings: Settings, secrets: Secrets, name: str, folder: Path) -> Counts:
    options = ("--exit-on-error", "--single-transaction", "--no-owner", f"--role={name}", f"--dbname={name}")
    run("pg_restore", settings, secrets, name, *options, str(_file(folder, name)))
    return await counted(settings, secrets, name)


async def counted(settings: Settings, secrets: Secrets, name: str) -> Counts:
    """The rows of each table of a database."""
    connection = await asyncpg.connect(postgres.url(settings, secrets, postgres.SUPERUSER, name))
    try:
        return await _rows(connection)
    finally:
        await connection.close()


async def _rows(connection: asyncpg.Connection) -> Counts:
    """The rows of each table; partitions count with what they are a part of."""
    tables = [row[0] for row in await connection.fetch(TABLES)]
    return {table: await connection.fetchval(f"select count(*) from {table}") for table in tables}


def run(program: str, settings: Settings, secrets: Secrets, name: str, *options: str) -> None:
    """One of the server's programs on a database. Raises CannotStart with what it said."""
    address = urlsplit(postgres.url(settings, secrets, postgres.SUPERUSER, name))
    where = {name: values[0] for name, values in parse_qs(address.query).items()}
    environment = os.environ | {
        "PGHOST": where["host"],
        "PGPORT": where["port"],
        "PGUSER": postgres.SUPERUSER,
        "PGDATABASE": name,
        "PGPASSWORD": unquote(address.password or ""),
    }
    done = subprocess.run([str(postgres.program(program)), *options], env=environment, capture_output=True, text=True)
    if done.returncode:
        raise CannotStart(f"{program} of {name}: {done.stderr.strip()}")


def _file(folder: Path, name: str) -> Path:
    return folder / f"{name}.dump"
