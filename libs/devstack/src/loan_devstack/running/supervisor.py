"""Starts the processes of a system in order, mends those that die, ends all of them. One supervisor a system."""

import asyncio
import contextlib
import fcntl
import logging
import os
import shutil
import signal
import socket
import time
from collections.abc import Coroutine, Iterable, Iterator
from pathlib import Path
from typing import IO, Any

import psutil

from loan_devstack.errors import CannotStart
from loan_devstack.running import state
from loan_devstack.running.processes import Process, as_user, end_all, identify, kill_group
from loan_devstack.running.state import Phase, ProcessState, SystemState
from loan_devstack.settings import HOST, Settings

log = logging.getLogger(__name__)

PROBE_PAUSE_S = 0.1
FIRST_BACK_OFF_S = 0.2
LONGEST_BACK_OFF_S = 10.0
STEADY_AFTER_S = 10.0
ATTEMPTS_TO_START = 3
NOTICED_AFTER_S = 0.2  # until the end of what others need is known here, which they may see first
LOG_CAP_BYTES = 16 * 1024 * 1024
LOG_CHECK_S = 10.0
FREE_SPACE_BYTES = 512 * 1024 * 1024
ORPHAN_GRACE_S = 10.0
WELL = (Phase.READY, Phase.DONE)


class Supervisor:
    """Keeps `processes` running until it is told to stop.

    A process starts once all that it waits for are ready. One that dies is started again at once, then with growing
    pauses. One that never answered in three attempts, a one-shot that failed, or a lack that a process or its
    preparation names (CannotStart; an end with os.EX_CONFIG, whose last line is the reason) ends the whole system, with
    the reason in the state. What fails while something that it waits for is away is no attempt: it is started again
    when that is back.
    """

    def __init__(self, settings: Settings, processes: Iterable[Process]) -> None:
        self._settings = settings
        self._processes = tuple(processes)
        self._state = SystemState(identify(os.getpid()), settings.port_base)
        for process in self._processes:
            self._state.processes[process.name] = ProcessState(
                stop_signal=process.stop_signal.value, ports=process.ports
            )
        self._well = {process.name: asyncio.Event() for process in self._processes}
        self._answered: set[str] = set()  # those whose probe has said yes once
        self._gone = {process.name: asyncio.Event() for process in self._processes}
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Asks for the end of the system; `run` returns when it is reached."""
        self._stopping.set()

    async def run(self) -> bool:
        """Runs the system; whether it ended because it was asked to. Raises CannotStart before anything is started."""
        with _only_one(self._settings.run):
            end_orphans(self._settings.run)
            check_space(self._settings.var)
            check_ports(self._processes)
            self._settings.logs.mkdir(parents=True, exist_ok=True)
            self._tell()
            keepers = [asyncio.create_task(self._keep(process)) for process in self._processes]
            trimmer = asyncio.create_task(self._trim_logs())
            await self._stopping.wait()
            trimmer.cancel()
            await asyncio.gather(*keepers, return_exceptions=True)
            self._tell()
        return not self._state.failure

    async def _keep(self, process: Process) -> None:
        """The life of one process, from waiting for others to the end of the system."""
        try:
            await self._keep_running(process)
        except CannotStart as refusal:
            self._give_up(process, str(refusal))
        except Exception as fault:  # a fault of the supervisor itself has to end the system too
            log.exception("%s", process.name)
            self._give_up(process, f"{type(fault).__name__}: {fault}")
        finally:
            self._gone[process.name].set()

    async def _keep_running(self, process: Process) -> None:
        for other in process.after:
            if other in self._well and await self._unless_stopping(self._well[other].wait()):
                return
        now = self._state.processes[process.name]
        attempts, pause = 0, FIRST_BACK_OFF_S
        while not self._stopping.is_set():
            self._enter(process, Phase.PREPARING)
            await asyncio.to_thread(process.prepare)
            if self._stopping.is_set():
                return
            began, needed = time.monotonic(), self._needed_by(process)
            ended = await self._run_once(process)
            if self._stopping.is_set() or now.phase is Phase.DONE:
                return
            await self._unless_stopping(asyncio.sleep(NOTICED_AFTER_S))
            let_down = any(phase not in WELL for phase, _ in needed) or self._needed_by(process) != needed
            attempts += 0 if let_down else 1
            useless = ended == _told(os.EX_CONFIG) or (
                not let_down and (process.one_shot or attempts >= ATTEMPTS_TO_START)
            )
            if useless and process.name not in self._answered:
                raise CannotStart(self._why(process, ended, attempts))
            if time.monotonic() - began > STEADY_AFTER_S:
                pause = FIRST_BACK_OFF_S
            now.restarts += 1
            log.warning("%s %s; again in %.1f s", process.name, ended, pause)
            self._enter(process, Phase.RESTARTING, ended)
            if await self._unless_stopping(asyncio.sleep(pause)):
                return
            if process.name not in self._answered and await self._unless_stopping(self._until_needed_are_well(process)):
                return
            pause = min(pause * 2, LONGEST_BACK_OFF_S)

    def _needed_by(self, process: Process) -> list[tuple[Phase, int]]:
        """Where those stand that the process waits for, and how often they have died."""
        needed = [self._state.processes[name] for name in process.after if name in self._state.processes]
        return [(other.phase, other.restarts) for other in needed]

    async def _until_needed_are_well(self, process: Process) -> None:
        while any(phase not in WELL for phase, _ in self._needed_by(process)):
            await asyncio.sleep(PROBE_PAUSE_S)

    async def _run_once(self, process: Process) -> str:
        """Starts the process and waits for its end, or for that of the system. Returns how it ended."""
        with _opened(self._log(process)) as output:
            child = await asyncio.create_subprocess_exec(
                *process.command(),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                env={**self._settings.environment, **process.environment},
                cwd="/" if process.user else None,
                **as_user(process.user),
                start_new_session=True,
            )
        now = self._state.processes[process.name]
        with contextlib.suppress(psutil.NoSuchProcess):
            now.identity = identify(child.pid)
        self._enter(process, Phase.STARTING)
        getting_ready = asyncio.create_task(self._await_ready(process))
        stopping = asyncio.create_task(self._stopping.wait())
        ending = asyncio.create_task(child.wait())
        try:
            await asyncio.wait({stopping, ending, getting_ready}, return_when=asyncio.FIRST_COMPLETED)
            if getting_ready.done():
                if getting_ready.exception():
                    self.stop()  # who waits for this process would wait on, and its end for theirs
                getting_ready.result()
                await asyncio.wait({stopping, ending}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            getting_ready.cancel()
            stopping.cancel()
            if not ending.done():
                await self._dependents_gone(process)
            await _end(process, child, ending)
            now.identity = None
        if process.one_shot and child.returncode == 0:
            self._well[process.name].set()
            self._enter(process, Phase.DONE)
        elif self._stopping.is_set():
            self._enter(process, Phase.STOPPED)
        return _told(child.returncode or 0)

    async def _dependents_gone(self, process: Process) -> None:
        """Waits until those that need the process have ended: a service ends its work while its database still runs."""
        waits = [self._gone[other.name].wait() for other in self._processes if process.name in other.after]
        await asyncio.gather(*waits)

    async def _await_ready(self, process: Process) -> None:
        if process.one_shot:
            await asyncio.Event().wait()
        deadline = time.monotonic() + process.start_timeout_s
        while not await self._is_well(process):
            if time.monotonic() > deadline and not self._well[process.name].is_set():
                within = f"{process.start_timeout_s:.0f} s"
                raise CannotStart(f"it runs, but was not ready within {within}{self._last_words(process)}")
            await asyncio.sleep(PROBE_PAUSE_S)
        self._well[process.name].set()
        self._enter(process, Phase.READY)

    async def _is_well(self, process: Process) -> bool:
        """Whether the process answers and what follows that is done. What fails on the way, because the process dies
        just then, is tried again while it runs; its end is dealt with where that is waited for."""
        try:
            if not await process.ready():
                return False
            self._answered.add(process.name)
            await process.then()
        except CannotStart:
            raise
        except Exception as fault:
            log.warning("%s answers, and then: %s: %s", process.name, type(fault).__name__, fault)
            await asyncio.sleep(FIRST_BACK_OFF_S)
            return False
        return True

    def _give_up(self, process: Process, reason: str) -> None:
        self.stop()
        self._state.failure = f"{process.name}: {reason}"
        self._enter(process, Phase.FAILED, reason.partition("\n")[0])

    def _why(self, process: Process, ended: str, attempts: int) -> str:
        """Why a process never got ready: the sentence that it ended with, or how it ended and its last words."""
        sentence = tail(self._log(process), 1) if ended == _told(os.EX_CONFIG) else ""
        times = f", {attempts} times" if attempts > 1 else ""
        return sentence or f"it {ended} before it was ready{times}{self._last_words(process)}"

    def _last_words(self, process: Process) -> str:
        said = tail(self._log(process))
        return f"\n{self._log(process)}:\n{said}" if said else ""

    def _log(self, process: Process) -> Path:
        return self._settings.logs / f"{process.name}.log"

    def _enter(self, process: Process, phase: Phase, message: str = "") -> None:
        now = self._state.processes[process.name]
        now.phase, now.message = phase, message
        log.info("%s %s %s", process.name, phase.value, message)
        self._tell()

    def _tell(self) -> None:
        state.write(self._settings.run, self._state)

    async def _unless_stopping(self, wanted: Coroutine[Any, Any, object]) -> bool:
        """Waits for `wanted`, or for the order to stop; whether it was the latter."""
        task = asyncio.create_task(wanted)
        stopping = asyncio.create_task(self._stopping.wait())
        await asyncio.wait({task, stopping}, return_when=asyncio.FIRST_COMPLETED)
        task.cancel()
        stopping.cancel()
        return self._stopping.is_set()

    async def _trim_logs(self) -> None:
        """Keeps each log under its cap: what is there moves to `.1`, and writers, who append, go on at the start."""
        while True:
            await asyncio.sleep(LOG_CHECK_S)
            for file in self._settings.logs.glob("*.log"):
                if file.stat().st_size > LOG_CAP_BYTES:
                    await asyncio.to_thread(shutil.copyfile, file, file.with_suffix(".log.1"))
                    os.truncate(file, 0)


def end_orphans(run: Path) -> list[str]:
    """Ends what a killed supervisor left running, by recorded number and start time; the names of what it found."""
    left = state.read(run)
    if left is None or left.supervisor.find():
        return []
    found = {name: old for name, old in left.processes.items() if old.identity and old.identity.find()}
    if found:
        log.warning("ending what an earlier supervisor left: %s", ", ".join(found))
    told = [(old.identity, signal.Signals(old.stop_signal)) for old in found.values() if old.identity]
    end_all(told, ORPHAN_GRACE_S)
    return list(found)


async def _end(process: Process, child: asyncio.subprocess.Process, ending: asyncio.Task[int]) -> None:
    """Ends the child if it still runs, by its signal first, and whatever is left of its group."""
    if not ending.done():
        with contextlib.suppress(ProcessLookupError):
            child.send_signal(process.stop_signal)
        await asyncio.wait({ending}, timeout=process.grace_s)
    kill_group(child.pid)
    await ending


@contextlib.contextmanager
def _only_one(run: Path) -> Iterator[None]:
    run.mkdir(parents=True, exist_ok=True)
    with (run / "supervisor.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CannotStart(f"The system of {run.parent} already runs") from None
        yield


def check_space(var: Path) -> None:
    """Raises CannotStart where too little room is left beside `var`."""
    free = shutil.disk_usage(var).free
    if free < FREE_SPACE_BYTES:
        raise CannotStart(
            f"{free // 2**20} MB are free where {var} lies, {FREE_SPACE_BYTES // 2**20} MB are needed: make room, "
            "or set XINLIU_VAR to another place"
        )


def check_ports(processes: Iterable[Process]) -> None:
    """Raises CannotStart naming the ports that are taken, and by whom where that can be seen."""
    wanted = [(port, process.name) for process in processes for port in process.ports]
    taken = [f"{port} ({name}{_holder(port)})" for port, name in wanted if _taken(port)]
    if taken:
        raise CannotStart(f"Ports are taken: {', '.join(taken)}. End what holds them, or set another PORT_BASE")


def _taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return True
    return False


def _holder(port: int) -> str:
    with contextlib.suppress(psutil.Error):
        for connection in psutil.net_connections("tcp"):
            if connection.laddr and connection.laddr.port == port and connection.pid:
                return f", held by process {connection.pid} {psutil.Process(connection.pid).name()}"
    return ""


def _opened(path: Path) -> IO[bytes]:
    return path.open("ab", buffering=0)


def tail(path: Path, lines: int = 12) -> str:
    """The last lines of a log."""
    with contextlib.suppress(OSError), path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 8192))
        return "\n".join(file.read().decode(errors="replace").splitlines()[-lines:])
    return ""


def _told(code: int) -> str:
    return f"was killed by {signal.Signals(-code).name}" if code < 0 else f"ended with code {code}"
