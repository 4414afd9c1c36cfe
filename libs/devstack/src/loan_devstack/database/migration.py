"""`migrate` of every service and the topics of the platform, in one process.

The heavy libraries are imported once; each service then runs in a fork, exactly as `python -m <package> migrate`.
"""

import importlib.util
import os
import runpy
import sys
import traceback
from collections.abc import Sequence

from loan_devstack import secret_store
from loan_devstack.errors import CannotStart
from loan_devstack.running.system import service_environment
from loan_devstack.services import SERVICES, Service
from loan_devstack.settings import Settings

SHARED = (
    "fastapi",
    "pydantic_settings",
    "sqlalchemy.ext.asyncio",
    "asyncpg",
    "alembic.command",
    "aiokafka",
    "loan_servicekit.main",
    "loan_servicekit.http",
)


def migrate(settings: Settings, services: Sequence[Service] = SERVICES) -> None:
    """Brings every database to its newest schema. Raises CannotStart naming what failed."""
    missing = [service.name for service in services if importlib.util.find_spec(service.package) is None]
    if missing:
        raise CannotStart(f"Not installed in this environment: {', '.join(missing)}. Run `make setup`")
    secrets = secret_store.load(settings.var)
    for module in SHARED:
        if _exists(module):
            importlib.import_module(module)
    children = {_forked(service, service_environment(service, settings, secrets)): service for service in services}
    failed = []
    while children:
        pid, status = os.wait()
        service = children.pop(pid, None)
        if service and os.waitstatus_to_exitcode(status) != 0:
            failed.append(service.name)
    if failed:
        raise CannotStart(f"The migrations of {', '.join(failed)} failed; what they said is above")


def _forked(service: Service, environment: dict[str, str]) -> int:
    sys.stdout.flush()
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        os.environ.update(environment)
        sys.argv = [service.package, "migrate"]
        runpy.run_module(service.package, run_name="__main__", alter_sys=True)
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0 if end.code is None else 1
        if isinstance(end.code, str):
            sys.stderr.write(f"{service.name}: {end.code}\n")
    except BaseException:  # the child must never return into the parent's code
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def _exists(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:
        return False
