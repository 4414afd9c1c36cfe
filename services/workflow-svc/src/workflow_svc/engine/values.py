"""What goes into the engine and what comes out of it: states, waits, effects. Plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import NamedTuple, Protocol

import orjson

from workflow_svc.engine.conditions import Fault, Judge, Scalar

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)


class Place(NamedTuple):
    """Where a token waits: a node, and the how many-th time the case waits there. A timer has the visit of its task."""

    node: int
    visit: int


@dataclass(frozen=True, slots=True)
class Position:
    """Where a case stands, without its data: the places it waits at, the end events it has just reached.

    `body` is the executor's own text, restored with `waits`. `stuck` means that tokens are left which wait for nothing.
    """

    waits: tuple[Place, ...]
    body: str
    ended: tuple[int, ...] = ()
    stuck: bool = False


class Executor(Protocol):
    """Moves tokens: SpiffWorkflow does (spiff.py), and the token table (tokens.py). Neither sees data or time."""

    def start(self, judge: Judge) -> Position:
        """The position of a new case after its first steps; `judge` says which conditions hold."""
        ...

    def resume(self, position: Position, place: Place, judge: Judge) -> Position:
        """The position after what was waited for at `place` has happened."""
        ...


class Wait(NamedTuple):
    """Something a case waits for. `due` is when a timer fires, in milliseconds since 1970; None for all others."""

    place: Place
    due: int | None


@dataclass(frozen=True, slots=True)
class State:
    """A case's state, pinned to a version of its process. `stored()` is what a row keeps, `restored()` reads it."""

    process: str
    version: int
    variables: Mapping[str, Scalar]
    waits: tuple[Wait, ...]
    body: str
    result: str | None = None

    @property
    def finished(self) -> bool:
        """Whether nothing is left to happen."""
        return not self.waits

    def stored(self) -> bytes:
        """The compact form."""
        waits = [(*wait.place, wait.due) for wait in self.waits]
        return orjson.dumps((self.process, self.version, self.variables, waits, self.body, self.result))

    @classmethod
    def restored(cls, stored: bytes) -> "State":
        """Reads the compact form."""
        process, version, variables, waits, body, result = orjson.loads(stored)
        return cls(process, version, variables, tuple(Wait(Place(n, v), d) for n, v, d in waits), body, result)


@dataclass(frozen=True, slots=True)
class Request:
    """A request to emit. `answer_by` is when the case stops waiting for the answer."""

    wait_id: str
    topic: str
    answer_by: datetime | None


@dataclass(frozen=True, slots=True)
class HumanTask:
    """A task to open for a role. `due_hours` are working hours, `quorum` is how many people must vote."""

    wait_id: str
    node_id: str
    name: str
    role: str
    due_hours: int
    outcomes: tuple[str, ...]
    quorum: int


@dataclass(frozen=True, slots=True)
class Turn:
    """A flow that a step took where it could have taken another: at a gateway, or because a timer ran out.

    `condition` is empty for the flow that is taken when no condition holds; `values` are what the gateway's conditions
    read.
    """

    at: str
    flow: str
    label: str
    condition: str
    values: Mapping[str, Scalar]


@dataclass(frozen=True, slots=True)
class Effects:
    """What has to be done after a step, in the order of the process file. Wait ids are unique within a case.

    `closed_tasks` are tasks that nobody needs to complete any more. `result` is that of the case if it has ended, None
    while it goes on. `faults` are conditions that could not be computed. Timers are no effects: they stand among the
    state's waits. `turns` are told where the step opens a task:
    why a person has to look, whatever conditions its process has.
    """

    requests: tuple[Request, ...] = ()
    tasks: tuple[HumanTask, ...] = ()
    closed_tasks: tuple[str, ...] = ()
    result: str | None = None
    faults: tuple[Fault, ...] = ()
    turns: tuple[Turn, ...] = ()


def milliseconds(moment: datetime) -> int:
    """Milliseconds since 1970 of an aware moment; part of a millisecond is dropped."""
    return (moment - EPOCH) // MILLISECOND


def moment(milliseconds: int) -> datetime:
    """The moment of milliseconds since 1970, in UTC."""
    return EPOCH + milliseconds * MILLISECOND
