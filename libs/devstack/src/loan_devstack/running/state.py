"""What the supervisor tells the world: var/run/state.json, replaced whole at every change."""

import contextlib
import json
import os
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path

from loan_contracts.message import JsonObject
from loan_devstack.running.processes import Identity


class Phase(StrEnum):
    """Where a process stands. DONE is the end of a one-shot, FAILED that of a system that could not start."""

    WAITING = "waiting"
    PREPARING = "preparing"
    STARTING = "starting"
    READY = "ready"
    DONE = "done"
    RESTARTING = "restarting"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(slots=True)
class ProcessState:
    """One process now. `restarts` counts deaths that were mended, `message` says why it is not ready."""

    phase: Phase = Phase.WAITING
    identity: Identity | None = None
    restarts: int = 0
    message: str = ""
    stop_signal: int = 15
    ports: tuple[int, ...] = ()

    @property
    def well(self) -> bool:
        """Whether it does what it is there for."""
        return self.phase in (Phase.READY, Phase.DONE)


@dataclass(slots=True)
class SystemState:
    """The supervisor and its processes. `failure` is why the system gave up starting."""

    supervisor: Identity
    port_base: int
    processes: dict[str, ProcessState] = field(default_factory=dict)
    failure: str = ""

    @property
    def well(self) -> bool:
        """Whether every process does what it is there for."""
        return bool(self.processes) and all(process.well for process in self.processes.values())


def path(run: Path) -> Path:
    """The file in the folder `run` of a system."""
    return run / "state.json"


def write(run: Path, state: SystemState) -> None:
    """Replaces the file in one step: a reader never sees half of it."""
    run.mkdir(parents=True, exist_ok=True)
    draft = path(run).with_suffix(f".{os.getpid()}")
    draft.write_text(json.dumps(asdict(state), indent=1))
    draft.replace(path(run))


def read(run: Path) -> SystemState | None:
    """The last state that was written, or None. It may be that of a supervisor long gone."""
    with contextlib.suppress(FileNotFoundError, ValueError, KeyError, TypeError):
        told: JsonObject = json.loads(path(run).read_text())
        processes = {name: _process(kept) for name, kept in told["processes"].items()}
        return SystemState(Identity(**told["supervisor"]), told["port_base"], processes, told["failure"])
    return None


def live(run: Path) -> SystemState | None:
    """What the supervisor says of its processes; None where none runs."""
    found = read(run)
    return found if found and found.supervisor.find() else None


def _process(kept: JsonObject) -> ProcessState:
    identity = Identity(**kept["identity"]) if kept["identity"] else None
    return ProcessState(
        Phase(kept["phase"]), identity, kept["restarts"], kept["message"], kept["stop_signal"], tuple(kept["ports"])
    )
