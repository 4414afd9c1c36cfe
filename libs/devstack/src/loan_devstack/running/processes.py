"""A process of the system as the supervisor sees it, and how running ones are recognised and ended."""

import contextlib
import os
import pwd
import signal
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from loan_contracts.message import JsonObject
from loan_devstack.errors import CannotStart

START_TIME_TOLERANCE_S = 0.5


async def always_ready() -> bool:
    """The probe of a process that is ready as soon as it runs."""
    return True


def nothing() -> None:
    """The preparation of a process that needs none."""


async def no_more() -> None:
    """What follows readiness where nothing follows."""


def as_user(user: str | None) -> JsonObject:
    """Arguments of `subprocess` that start a process as another user, with that user's group alone."""
    return {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []} if user else {}


@dataclass(frozen=True, slots=True)
class Process:
    """What one process is: its command, when it may start, when it is ready, how it is ended.

    `after` names what has to be ready before it starts. `prepare` blocks and may raise CannotStart; `command` is asked
    for after it, at every start. `ready` is asked until it says yes; `then` runs at the first yes of each start, again
    where it fails, and the process is ready when it is done. A `one_shot`
    runs to its end and is ready when that was a success. `ports` are those that have to be free.
    """

    name: str
    command: Callable[[], list[str]]
    after: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    ports: tuple[int, ...] = ()
    prepare: Callable[[], None] = nothing
    ready: Callable[[], Awaitable[bool]] = always_ready
    then: Callable[[], Awaitable[None]] = no_more
    one_shot: bool = False
    user: str | None = None
    stop_signal: signal.Signals = signal.SIGTERM
    grace_s: float = 15.0
    start_timeout_s: float = 180.0  # generous: a machine may be busy


@dataclass(frozen=True, slots=True)
class Identity:
    """A process that cannot be mistaken for a later one with the same number. `started`: see `started_at`."""

    pid: int
    started: float

    def find(self) -> psutil.Process | None:
        """The process while it runs."""
        try:
            process = psutil.Process(self.pid)
            same = abs(started_at(self.pid) - self.started) < START_TIME_TOLERANCE_S
            return process if same and process.status() != psutil.STATUS_ZOMBIE else None
        except psutil.NoSuchProcess:
            return None


def identify(pid: int) -> Identity:
    """The identity of a running process; raises psutil.NoSuchProcess."""
    return Identity(pid, started_at(pid))


def started_at(pid: int) -> float:
    """When a process began: seconds since the machine was started, since 1970 where that is not known.

    Seconds since the start do not move when the clock of the machine is set. Raises psutil.NoSuchProcess.
    """
    try:
        after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return int(after_name[19]) / os.sysconf("SC_CLK_TCK")  # field 22 of proc(5)
    except (FileNotFoundError, ProcessLookupError):
        return float(psutil.Process(pid).create_time())


def end_all(found: Iterable[tuple[Identity, signal.Signals]], grace_s: float) -> None:
    """Asks each by its signal, and kills with all its group what still runs after `grace_s`.

    Raises CannotStart for a process of another user.
    """
    running = [(identity, process) for identity, how in found if (process := _asked(identity, how))]
    deadline = time.monotonic() + grace_s
    while any(identity.find() for identity, _ in running) and time.monotonic() < deadline:
        time.sleep(0.05)
    for identity, _ in running:
        kill_group(identity.pid)


def kill_group(pid: int) -> None:
    """Kills what is left of the process group that a process led."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


def _asked(identity: Identity, how: signal.Signals) -> psutil.Process | None:
    process = identity.find()
    if process:
        try:
            process.send_signal(how)
        except psutil.AccessDenied:
            whose = process.username()
            raise CannotStart(
                f"Process {identity.pid} of this system belongs to {whose}: end it as that user"
            ) from None
        except psutil.NoSuchProcess:
            pass
    return process
