"""The command line of every service: `python -m <package> run|api|worker|migrate|openapi`."""

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import orjson
from fastapi import FastAPI

from loan_servicekit.db.migrations import migrate
from loan_servicekit.service import migrations_folder
from loan_servicekit.settings import ServiceSettings
from loan_servicekit.telemetry import configure_logging
from loan_servicekit.wire.server import serve

S = TypeVar("S", bound=ServiceSettings)
MODES = ("run", "api", "worker", "migrate", "openapi")


def main(service: str, package_file: str, settings_class: Callable[[], S], build: Callable[[S, str], FastAPI]) -> None:
    """Reads the settings and does what the first argument says; `run` is api and worker in one process."""
    mode = sys.argv[1] if len(sys.argv) > 1 else "run"
    if mode not in MODES:
        sys.exit(f"usage: python -m {Path(package_file).parent.name} {'|'.join(MODES)}")
    settings = settings_class()
    configure_logging(service, settings.log_level)
    if mode == "migrate":
        migrate(migrations_folder(package_file), settings.database_url)
        return
    app = build(settings, mode)
    if mode == "openapi":
        sys.stdout.buffer.write(orjson.dumps(app.openapi(), option=orjson.OPT_INDENT_2) + b"\n")
        return
    _calm_the_collector()
    serve(app, settings.host, settings.port)


def _calm_the_collector() -> None:
    """What is loaded stays; what a batch makes is mostly gone when it ends, so looking for cycles can wait for more."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)
