"""Where a system lives and which ports it takes: the only module that reads the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from loan_devstack.errors import CannotStart
from loan_servicekit.broker import BrokerAccess
from loan_servicekit.broker.access import AccessIncomplete

HOST = "127.0.0.1"
DEVELOPMENT = "development"
BUILT_CONSOLE = "web/console/dist"
PORT_BASE = 18000  # unless told

EDGE_OFFSET = 0
SIMULATOR_OFFSET = 8
POSTGRES_OFFSET = 9  # never a TCP port: it only names the Unix socket
KAFKA_OFFSET = 10
KAFKA_CONTROLLER_OFFSET = 11
PORTS = 12


@dataclass(frozen=True, slots=True)
class Settings:
    """One system on this machine: two systems differ in `var` and `port_base`.

    `var` keeps data, secrets and logs; `cache` (shared by all systems of a user) keeps the broker's jars and data sets,
    `models` is the folder that `make train` fills for risk-svc, `console` that of the built console.
    `access_token_s` is the lifetime of an access token in seconds. `external_kafka` is the access to a broker to
    use instead of the embedded one, as somebody who may make topics, users and rights there. `wal_archive` is a folder
    into which the database's journal is copied as it is written. `environment` is what started processes inherit beside
    their own settings.
    """

    var: Path
    port_base: int = PORT_BASE
    models: Path | None = None
    console: Path = field(default_factory=lambda: _repository() / BUILT_CONSOLE)
    cache: Path = field(default_factory=lambda: Path.home() / ".cache" / "xinliu")
    profile: str = DEVELOPMENT
    access_token_s: int = 300
    external_kafka: BrokerAccess | None = None
    wal_archive: Path | None = None
    environment: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not 1024 <= self.port_base <= 65535 - PORTS:
            raise CannotStart(f"PORT_BASE is {self.port_base}: allowed are 1024 to {65535 - PORTS}")

    @property
    def logs(self) -> Path:
        """The folder of the log files, one a process."""
        return self.var / "log"

    @property
    def run(self) -> Path:
        """The folder of what describes the running system."""
        return self.var / "run"

    @property
    def edge_url(self) -> str:
        """The one origin of the system."""
        return f"http://{HOST}:{self.port_base + EDGE_OFFSET}"

    @property
    def issuer_url(self) -> str:
        """The issuer, as it stands in the `iss` of every token."""
        return f"{self.edge_url}/auth"

    @property
    def kafka_bootstrap(self) -> str:
        """Where clients find the broker."""
        return self.external_kafka.bootstrap if self.external_kafka else f"{HOST}:{self.port_base + KAFKA_OFFSET}"


def from_environment(environ: Mapping[str, str] = os.environ) -> Settings:
    """The settings of PORT_BASE, XINLIU_VAR, MODELS_DIR, XDG_CACHE_HOME, PROFILE, ACCESS_TOKEN_S, WAL_ARCHIVE,
    KAFKA_*."""
    cache_home, archive = environ.get("XDG_CACHE_HOME"), environ.get("WAL_ARCHIVE")
    port_base = _number(environ, "PORT_BASE", PORT_BASE)
    return Settings(
        var=Path(environ.get("XINLIU_VAR") or _repository() / default_var(port_base)).expanduser().resolve(),
        models=Path(environ.get("MODELS_DIR") or _repository() / "var" / "models").expanduser().resolve(),
        port_base=port_base,
        cache=(Path(cache_home) if cache_home else Path.home() / ".cache") / "xinliu",
        profile=environ.get("PROFILE") or DEVELOPMENT,
        access_token_s=_number(environ, "ACCESS_TOKEN_S", 300),
        external_kafka=_external_kafka(environ),
        wal_archive=Path(archive).expanduser().resolve() if archive else None,
        environment=dict(environ),
    )


def _external_kafka(environ: Mapping[str, str]) -> BrokerAccess | None:
    """A broker of the user's own; without KAFKA_SECURITY_PROTOCOL one that asks for no name."""
    if not environ.get("KAFKA_BOOTSTRAP"):
        return None
    try:
        return BrokerAccess.of({"KAFKA_SECURITY_PROTOCOL": "PLAINTEXT", **environ})
    except AccessIncomplete as lack:
        raise CannotStart(f"KAFKA_BOOTSTRAP names a broker, but {lack}") from None


def default_var(port_base: int) -> str:
    """The folder in the repository: `var`, and `var-<PORT_BASE>` for systems beside the usual one."""
    return "var" if port_base == PORT_BASE else f"var-{port_base}"


def _repository() -> Path:
    """The checkout that this file is part of, or the working directory where the package is installed elsewhere."""
    checkout = Path(__file__).resolve().parents[4]
    return checkout if (checkout / "libs").is_dir() else Path.cwd()


def _number(environ: Mapping[str, str], name: str, default: int) -> int:
    text = environ.get(name) or str(default)
    if not text.isdecimal():
        raise CannotStart(f"{name} is {text!r}: it has to be a whole number")
    return int(text)
