"""Work on one service's database by hand: a prompt on it, and a new migration for it."""

import os
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from loan_devstack import secret_store
from loan_devstack.database import postgres
from loan_devstack.errors import CannotStart
from loan_devstack.services import BY_NAME, Service
from loan_devstack.settings import Settings

PROMPTS = ("psql", "pgcli")
NAME = re.compile(r"[a-z][a-z0-9_]{2,50}")
SERVICES_FOLDER = Path(__file__).resolve().parents[5] / "services"


def prompt(settings: Settings, name: str | None) -> None:
    """Becomes psql (or pgcli) on a service's database, as the service's own role. Raises CannotStart."""
    service = _named(name, "make psql")
    found = next((path for program in PROMPTS if (path := shutil.which(program))), None)
    if found is None:
        raise CannotStart(
            "Neither psql nor pgcli is on the PATH: `apt-get install postgresql-client`, or "
            "`.venv/bin/pip install pgcli` and PATH=.venv/bin:$PATH"
        )
    address = urlsplit(postgres.url(settings, secret_store.load(settings.var), service.package))
    where = {name: values[0] for name, values in parse_qs(address.query).items()}
    environment = os.environ | {
        "PGHOST": where["host"],
        "PGPORT": where["port"],
        "PGUSER": service.package,
        "PGDATABASE": service.package,
        "PGPASSWORD": unquote(address.password or ""),
        "PGAPPNAME": f"{service.name} by hand",
    }
    os.execve(found, [found], environment)


def new_migration(name: str | None, what: str | None) -> Path:
    """The file of a new migration behind the newest one, numbered by the day. Raises CannotStart."""
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    service = _named(name, "make migration NAME=add_something")
    if not what or not NAME.fullmatch(what):
        raise CannotStart(
            "Say what the migration does, in small letters: `make migration SERVICE=risk-svc NAME=add_notes`"
        )
    config = Config()
    config.set_main_option("script_location", str(SERVICES_FOLDER / service.name / "migrations"))
    config.set_main_option("path_separator", "os")
    config.set_main_option("file_template", "%%(rev)s")
    revision = f"{datetime.now(UTC).date():%Y_%m_%d}_{what}"
    scripts = ScriptDirectory.from_config(config)
    if any(script.revision == revision for script in scripts.walk_revisions()):
        raise CannotStart(f"There is a migration {revision} already")
    made = scripts.generate_revision(revision, what.replace("_", " ").capitalize() + ".", head="head")
    assert made is not None
    return Path(made.path)


def _named(name: str | None, command: str) -> Service:
    if name not in BY_NAME:
        wish = f"No service is called {name}" if name else "Say which service"
        raise CannotStart(f"{wish}: `{command} SERVICE=risk-svc`; there are {', '.join(BY_NAME)}")
    return BY_NAME[name]
