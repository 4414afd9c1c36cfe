"""Point-in-time recovery: a base backup and the archived journal bring all databases to any moment since the backup.

All seven databases are one server here, so one moment is that of all of them. Keys and passwords (`secrets.json`) are
no part of it.
"""

import asyncio
import shlex
import shutil
from datetime import datetime
from pathlib import Path

import asyncpg

from loan_devstack import secret_store
from loan_devstack.database import postgres
from loan_devstack.database.backup import Counts, counted, run
from loan_devstack.errors import CannotStart
from loan_devstack.running.control import System
from loan_devstack.services import SERVICES
from loan_devstack.settings import Settings

BASE = "base"
LOOK_S = 0.2
RECOVERED_WITHIN_S = 600.0
OF_THE_RECOVERY = ("restore_command", "recovery_target_time", "recovery_target_action")


async def base_backup(settings: Settings, folder: Path) -> None:
    """Copies the running server into the folder, which has to be new. Raises CannotStart where it keeps no journal:
    the server is asked, whatever this shell was told."""
    if await _did(settings, "show archive_mode") != "on":
        raise CannotStart(
            "A base backup is of use with the journal that follows it: start the system with WAL_ARCHIVE="
        )
    if folder.exists():
        raise CannotStart(f"{folder} is there already: a base backup has a folder of its own")
    folder.mkdir(mode=0o700, parents=True)
    secrets = secret_store.load(settings.var)
    run("pg_basebackup", settings, secrets, postgres.SUPERUSER, f"--pgdata={folder / BASE}", "--checkpoint=fast")
    run("pg_verifybackup", settings, secrets, postgres.SUPERUSER, str(folder / BASE))
    await _did(settings, "select pg_switch_wal()")


def recover(settings: Settings, folder: Path, archive: Path, at: datetime) -> dict[str, Counts]:
    """Makes the databases of a new system as they were at a moment; the rows of each table.

    Raises CannotStart where the system has databases already, or where backup and journal do not reach the moment.
    """
    data = postgres.data_directory(settings)
    if data.exists():
        raise CannotStart(f"{data} is there already: recover into a new system")
    if not (folder / BASE / "PG_VERSION").exists():
        raise CannotStart(f"{folder} holds no base backup")
    if at.tzinfo is None:
        raise CannotStart(f"{at.isoformat()} has no zone: say Z or +08:00")
    shutil.copytree(folder / BASE, data)
    _aim(data, archive.resolve(), at)
    _give_to_the_server(data)
    with System.of(settings, ("postgres",), foreground=True) as system:
        return asyncio.run(_recovered(system.settings))


def _aim(data: Path, archive: Path, at: datetime) -> None:
    command = f"cp {shlex.quote(str(archive))}/%f %p".replace("'", "''")
    told = dict(zip(OF_THE_RECOVERY, (command, at.isoformat(sep=" "), "promote"), strict=True))
    with (data / "postgresql.auto.conf").open("a") as file:
        file.writelines(f"{name} = '{value}'\n" for name, value in told.items())
    (data / "recovery.signal").touch()


def _give_to_the_server(data: Path) -> None:
    data.chmod(0o700)
    if user := postgres.system_user():
        for path in (data, *data.rglob("*")):
            shutil.chown(path, user, user)


async def _recovered(settings: Settings) -> dict[str, Counts]:
    """Waits until the moment is reached and the server writes again; what stands in the databases then."""
    async with asyncio.timeout(RECOVERED_WITHIN_S):
        while await _did(settings, "select pg_is_in_recovery()"):
            await asyncio.sleep(LOOK_S)
    for name in OF_THE_RECOVERY:
        await _did(settings, f"alter system reset {name}")
    secrets = secret_store.load(settings.var)
    for service in SERVICES:  # what is counted by name comes from statistics, which a recovered server has not
        await _did(settings, "analyze", service.package)
    return {service.package: await counted(settings, secrets, service.package) for service in SERVICES}


async def _did(settings: Settings, statement: str, database: str = postgres.SUPERUSER) -> object:
    secrets = secret_store.load(settings.var)
    connection = await asyncpg.connect(postgres.url(settings, secrets, postgres.SUPERUSER, database))
    try:
        return await connection.fetchval(statement)
    finally:
        await connection.close()
