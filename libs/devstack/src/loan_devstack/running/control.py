"""`System`: starts, looks at and ends one system, whole or in part. For tests, benchmarks and the command line.

    with System(var=tmp, only=("postgres", "kafka", "edge")) as system:
        connect(system.database_url("risk-svc"), system.kafka("risk-svc"), system.issuer_url)
        system.kill("kafka")
        system.wait_healthy("kafka")

Everything is plain and blocking; from a coroutine call it through `asyncio.to_thread`.
"""

import contextlib
import os
import random
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from pathlib import Path
from types import TracebackType

import psutil

from loan_devstack import secret_store
from loan_devstack.broker import kafka
from loan_devstack.database import postgres
from loan_devstack.errors import CannotStart
from loan_devstack.origin import sign_in
from loan_devstack.running import state, supervisor
from loan_devstack.running.processes import end_all
from loan_devstack.running.state import Phase, ProcessState, SystemState
from loan_devstack.running.system import own_environment
from loan_devstack.services import BY_NAME
from loan_devstack.settings import HOST, PORTS, Settings, from_environment
from loan_servicekit.broker import BrokerAccess

POLL_S = 0.05
STOP_GRACE_S = 60.0
# What a system makes in its folder. What tells the folder from any other goes last: an end in the midst of removing
# leaves it one that can be removed.
MADE = (
    "postgres",
    "postgres.new",
    "kafka",
    "simulator",
    "documents",
    "log",
    "demo.json",
    "demo-borrowers",
    "issuer-key.json",
    "issuer-key.new",
    "secrets.new",
    ".secrets.lock",
    "run",
    "secrets.json",
)
LOWEST_FREE_BASE, HIGHEST_FREE_BASE = 20000, 32000  # below the ports that the kernel hands out itself


class System:
    """One system in `var` on the ports from `port_base` (free ones unless told).

    `only` names the processes to run, all of them unless told. `environment` adds to that of the caller, which every
    process inherits and which the settings are read from; `settings`, where given, stand for both.
    With `foreground` (the default here) the system ends with the process that started it, even when that is killed;
    without it the system goes on until `down`.
    """

    def __init__(
        self,
        var: Path,
        port_base: int | None = None,
        only: Collection[str] | None = None,
        foreground: bool = True,
        environment: Mapping[str, str] | None = None,
        settings: Settings | None = None,
    ) -> None:
        found = settings or from_environment({**os.environ, **(environment or {})})
        self.settings = replace(found, var=Path(var).resolve(), port_base=port_base or free_port_base())
        self._only = tuple(only) if only is not None else None
        self._foreground = foreground
        self._supervisor: subprocess.Popen[bytes] | None = None

    @classmethod
    def of(cls, settings: Settings, only: Collection[str] | None = None, foreground: bool = False) -> "System":
        """The system that `settings` describe."""
        return cls(settings.var, settings.port_base, only, foreground, settings=settings)

    def __enter__(self) -> "System":
        self.up()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.down()

    # --- addresses ---

    @property
    def kafka_bootstrap(self) -> str:
        """Where Kafka clients connect."""
        return self.settings.kafka_bootstrap

    def kafka(self, user: str = secret_store.ADMIN) -> BrokerAccess:
        """The broker as one of its users: a service, `operations`, or who may do everything."""
        return kafka.access(self.settings, self.secrets(), user)

    @property
    def issuer_url(self) -> str:
        """The issuer of tokens."""
        return self.settings.issuer_url

    @property
    def edge_url(self) -> str:
        """The one origin."""
        return self.settings.edge_url

    def service_url(self, service: str) -> str:
        """Where a service listens itself."""
        return BY_NAME[service].url(self.settings)

    def database_url(self, service: str) -> str:
        """The database of a service, as its own role."""
        return postgres.url(self.settings, self.secrets(), BY_NAME[service].package)

    def admin_url(self, database: str = postgres.SUPERUSER) -> str:
        """Any database, as the superuser."""
        return postgres.url(self.settings, self.secrets(), postgres.SUPERUSER, database)

    def secrets(self) -> secret_store.Secrets:
        """Passwords and keys of the system."""
        return secret_store.load(self.settings.var)

    def token(self, user: str) -> str:
        """An access token of a person, got by signing in."""
        return sign_in.user_token(self.issuer_url, user).access_token

    def client_token(self, client: str = secret_store.CHANNEL) -> str:
        """An access token of a confidential client."""
        return sign_in.client_token(self.issuer_url, client, self.secrets().clients[client]).access_token

    # --- life ---

    def up(self, timeout_s: float = 300.0, progress: Callable[[str, ProcessState], None] | None = None) -> None:
        """Starts the system and returns when all of it is well. Raises CannotStart with the reason."""
        running = self.state()
        if running is None:
            self._launch()
        else:
            check_ports_of(running, self.settings)
        seen: dict[str, ProcessState] = {}
        deadline = time.monotonic() + timeout_s
        while time.monotonic() < deadline:
            found = state.read(self.settings.run)
            self._check_launched()
            if running and self.state() is None:
                raise CannotStart((found and found.failure) or f"The system of {self.settings.var} was ended meanwhile")
            if found and found.supervisor.find():
                for name, process in found.processes.items():
                    if progress and (name not in seen or seen[name].phase != process.phase):
                        progress(name, process)
                seen = found.processes
                if found.well:
                    return
            time.sleep(POLL_S)
        late = ", ".join(f"{name} ({process.phase})" for name, process in seen.items() if not process.well)
        raise CannotStart(f"Not well after {timeout_s:.0f} s: {late}; see {self.settings.logs}")

    def down(self) -> list[str]:
        """Ends the system, data stay. Also ends what a killed supervisor has left. The names of what ran.

        Raises CannotStart where it is another user's.
        """
        running = self.state()
        ended = [name for name, process in running.processes.items() if process.identity] if running else []
        if running:
            end_all([(running.supervisor, signal.SIGTERM)], STOP_GRACE_S)
        if self._supervisor:
            if self._supervisor.stdin:
                self._supervisor.stdin.close()
            self._supervisor.wait()
            self._supervisor = None
        ended += supervisor.end_orphans(self.settings.run)
        postgres.remove_socket_directory(self.settings)
        return ended

    def remove(self) -> list[str]:
        """Ends the system and removes what it made; the names of it. Leaves a folder alone that is no system's."""
        var = self.settings.var
        if state.read(self.settings.run) is None and not secret_store.holds(var):
            return []
        self.down()
        removed = [name for name in MADE if (var / name).exists()]
        for name in removed:
            if (var / name).is_dir():
                shutil.rmtree(var / name)
            else:
                (var / name).unlink()
        with contextlib.suppress(OSError):  # something else lies there: models that were trained, benchmarks
            var.rmdir()
        return removed

    def state(self) -> SystemState | None:
        """What the supervisor says of its processes; None where none runs."""
        return state.live(self.settings.run)

    def process(self, name: str) -> ProcessState:
        """The state of one process; raises CannotStart where the system does not run or has no such process."""
        running = self.state()
        if running is None or name not in running.processes:
            raise CannotStart(f"{name} is not running")
        return running.processes[name]

    def pid(self, name: str) -> int:
        """The number of a process that runs; raises CannotStart where it does not."""
        identity = self.process(name).identity
        if identity is None:
            raise CannotStart(f"{name} is not running")
        return identity.pid

    def kill(self, name: str, how: signal.Signals = signal.SIGKILL) -> None:
        """Kills a process as a crash would; the supervisor starts it again."""
        os.kill(self.pid(name), how)

    def restart(self, name: str, timeout_s: float = 60.0) -> None:
        """Ends a process in good order and waits until its successor is well."""
        pid = self.pid(name)
        self.kill(name, signal.Signals(self.process(name).stop_signal))
        self.wait_healthy(name, timeout_s, other_than=pid)

    def wait_healthy(self, name: str, timeout_s: float = 60.0, other_than: int | None = None) -> None:
        """Returns when a process is well, and is not the process `other_than`. Raises TimeoutError."""
        deadline = time.monotonic() + timeout_s
        while time.monotonic() < deadline:
            now = self.process(name)
            if now.phase is Phase.DONE:
                return
            alive = now.identity is not None and now.identity.pid != other_than and now.identity.find() is not None
            if now.phase is Phase.READY and alive:
                return
            time.sleep(POLL_S)
        raise TimeoutError(f"{name} was not well within {timeout_s:.0f} s: {self.process(name)}")

    def _launch(self) -> None:
        self.settings.logs.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "loan_devstack", "supervise"]
        command += ["--until-stdin-closes"] if self._foreground else []
        command += [f"--only={','.join(self._only)}"] if self._only is not None else []
        with (self.settings.logs / "supervisor.log").open("ab") as output:
            self._supervisor = subprocess.Popen(
                command,
                stdin=subprocess.PIPE if self._foreground else subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
                env={**self.settings.environment, **own_environment(self.settings)},
            )

    def _check_launched(self) -> None:
        """Raises CannotStart where the supervisor that was launched has ended."""
        if self._supervisor is None or self._supervisor.poll() is None:
            return
        told = state.read(self.settings.run)  # what it wrote last, maybe after the caller looked
        reason = told.failure if told and told.supervisor.pid == self._supervisor.pid else ""
        self._supervisor = None
        raise CannotStart(reason or supervisor.tail(self.settings.logs / "supervisor.log", 1))


def addressed(environ: Mapping[str, str] = os.environ) -> Settings:
    """The settings of the environment for whoever means the system that runs in their folder: with that one's ports.

    Raises CannotStart where PORT_BASE names others.
    """
    settings = from_environment(environ)
    running = state.live(settings.run)
    if running and environ.get("PORT_BASE"):
        check_ports_of(running, settings)
    return replace(settings, port_base=running.port_base) if running else settings


def need_running(settings: Settings) -> SystemState:
    """What the supervisor of the system says. Raises CannotStart where none runs."""
    running = state.live(settings.run)
    if running is None:
        raise CannotStart(nothing_runs(settings))
    return running


def nothing_runs(settings: Settings) -> str:
    """That no system runs where one is looked for, and which do run elsewhere."""
    others = [f"PORT_BASE={found.port_base}{_where(found)}" for found in others_running(settings)]
    ran = f". Elsewhere there runs what this says with the command: {'; or '.join(others)}" if others else ""
    return f"Nothing runs in {settings.var}: `make up`{ran}"


def _where(found: Settings) -> str:
    """How its folder is said, where the port does not say it."""
    usual = from_environment({"PORT_BASE": str(found.port_base)}).var
    return "" if found.var == usual else f" XINLIU_VAR={shlex.quote(str(found.var))}"


def others_running(settings: Settings) -> list[Settings]:
    """The systems that run on this machine in other folders, as far as one may see their processes; not those that end
    with the test or benchmark that started them."""
    found: dict[Path, Settings] = {}
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error, CannotStart, ValueError, KeyError):
            words = process.cmdline()
            if not {"loan_devstack", "supervise"} <= set(words) or "--until-stdin-closes" in words:
                continue
            told = process.environ()
            var = Path(told["XINLIU_VAR"])
            running = state.live(var / "run")
            if running and running.supervisor.pid == process.pid and var != settings.var:
                found[var] = Settings(var, running.port_base)
    return sorted(found.values(), key=lambda each: each.port_base)


def check_ports_of(running: SystemState, settings: Settings) -> None:
    """Raises CannotStart where the running system of the folder has other ports than the settings."""
    if running.port_base != settings.port_base:
        raise CannotStart(
            f"The system of {settings.var} already runs on PORT_BASE {running.port_base}, not on {settings.port_base}: "
            f"say PORT_BASE={running.port_base} for that one, or another XINLIU_VAR= for a second one"
        )


def free_port_base() -> int:
    """A PORT_BASE whose ports are all free at this moment."""
    bases = list(range(LOWEST_FREE_BASE, HIGHEST_FREE_BASE, 2 * PORTS))
    random.shuffle(bases)
    for base in bases:
        if all(_is_free(base + offset) for offset in range(PORTS)):
            return base
    raise CannotStart(f"No {PORTS} free ports in a row between {LOWEST_FREE_BASE} and {HIGHEST_FREE_BASE}")


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True
