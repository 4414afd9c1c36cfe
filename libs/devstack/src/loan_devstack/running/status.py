"""`status`: the processes of a running system, what they cost, and whether they answer now."""

import asyncio
import contextlib
import time
from dataclasses import dataclass

import psutil
import requests
from rich.table import Table

from loan_devstack import secret_store
from loan_devstack.running import state
from loan_devstack.running.control import nothing_runs
from loan_devstack.running.processes import Identity
from loan_devstack.running.state import ProcessState
from loan_devstack.running.system import READY_PATH, processes
from loan_devstack.running.terminal import Terminal
from loan_devstack.services import SERVICES
from loan_devstack.settings import Settings

SUPERVISOR = "supervisor"


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process and its children use: seconds of CPU, bytes of memory (proportional share, PSS)."""

    cpu_s: float = 0.0
    pss_bytes: int = 0


def cost(identity: Identity, with_children: bool = True) -> Cost:
    """The cost of a process and, unless told otherwise, its children; nothing where it is gone."""
    process = identity.find()
    if process is None:
        return Cost()
    with contextlib.suppress(psutil.NoSuchProcess):
        family = [process, *(process.children(recursive=True) if with_children else ())]
        return Cost(sum(map(_cpu, family)), sum(map(_pss, family)))
    return Cost()


def costs(settings: Settings) -> dict[str, Cost]:
    """The cost of every running process by name, with the supervisor's own."""
    found = state.live(settings.run)
    if found is None:
        return {}
    running = {name: process.identity for name, process in found.processes.items() if process.identity}
    own = cost(found.supervisor, with_children=False)
    return {SUPERVISOR: own, **{name: cost(identity) for name, identity in running.items()}}


def show(settings: Settings) -> int:
    """Prints the table; 0 where all is well, 1 where not, 3 where nothing runs."""
    console = Terminal()
    found = state.read(settings.run)
    if found is None or found.supervisor.find() is None:
        left = [name for name, p in (found.processes if found else {}).items() if p.identity and p.identity.find()]
        more = f" The supervisor is gone and left {', '.join(left)}: `up` recovers, `down` ends them." if left else ""
        console.print(f"{nothing_runs(settings)}.{more}", soft_wrap=True)
        return 3
    answers = asyncio.run(_ask(settings, found.processes))
    alarms = _alarms(settings, found.processes)
    table = Table(*("process", "pid", "health", "restarts", "cpu s", "PSS MB", "up", "ports"), box=None)
    table.columns[0].no_wrap = True
    table.columns[0].min_width = max(map(len, found.processes))
    spent = costs(settings)
    for name, process in {SUPERVISOR: ProcessState(state.Phase.READY, found.supervisor), **found.processes}.items():
        health = process.phase.value if answers.get(name, True) else f"{process.phase}, {_unwell(alarms, name)}"
        used = spent.get(name, Cost())
        table.add_row(
            name,
            str(process.identity.pid) if process.identity else "",
            health,
            str(process.restarts or ""),
            f"{used.cpu_s:.1f}",
            f"{used.pss_bytes / 2**20:.0f}",
            _up(process.identity),
            " ".join(map(str, process.ports)),
        )
    table.add_section()
    table.add_row(
        "sum",
        "",
        "",
        "",
        f"{sum(c.cpu_s for c in spent.values()):.1f}",
        f"{sum(c.pss_bytes for c in spent.values()) / 2**20:.0f}",
    )
    console.print(table)
    for name, told in alarms.items():
        for what, why in told.items():
            console.print(f"{name}: {what}: {why}", soft_wrap=True, markup=False)
    return 0 if found.well and all(answers.values()) else 1


def _unwell(alarms: dict[str, dict[str, str]], name: str) -> str:
    return "not well" if name in alarms else "does not answer"


def _alarms(settings: Settings, known: dict[str, ProcessState]) -> dict[str, dict[str, str]]:
    """What the services' own health says that an operator has to look at, and which of their checks fail."""
    told: dict[str, dict[str, str]] = {}
    for service in SERVICES:
        if service.name not in known or not known[service.name].identity:
            continue
        with contextlib.suppress(OSError, requests.RequestException, ValueError):
            health = requests.get(f"{service.url(settings)}{READY_PATH}", timeout=3).json()
            failing = [name for name, good in health.get("checks", {}).items() if not good]
            found = dict(health.get("alarms", {})) | {name: "fails" for name in failing if name not in health["alarms"]}
            if found:
                told[service.name] = found
    return told


async def _ask(settings: Settings, known: dict[str, ProcessState]) -> dict[str, bool]:
    """Asks every process that should be ready whether it is."""
    asked = [
        process
        for process in processes(settings, secret_store.load(settings.var), list(known))
        if not process.one_shot and known[process.name].identity
    ]
    answers = await asyncio.gather(*(process.ready() for process in asked), return_exceptions=True)
    return {process.name: answer is True for process, answer in zip(asked, answers, strict=True)}


def _cpu(process: psutil.Process) -> float:
    with contextlib.suppress(psutil.NoSuchProcess):
        times = process.cpu_times()
        return float(times.user + times.system)
    return 0.0


def _pss(process: psutil.Process) -> int:
    with contextlib.suppress(psutil.NoSuchProcess):
        try:
            return int(process.memory_full_info().pss)
        except (psutil.AccessDenied, AttributeError):
            return int(process.memory_info().rss)
    return 0


def _up(identity: Identity | None) -> str:
    if identity is None:
        return ""
    process = identity.find()
    seconds = max(0, int(time.time() - process.create_time())) if process else 0
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
