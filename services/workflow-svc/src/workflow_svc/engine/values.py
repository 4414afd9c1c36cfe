"""What goes into the engine and what comes out of it: states, waits, effects. Plain values."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import orjson

from workflow_svc.engine.conditions import Fault, Judge, Scalar, Single

if TYPE_CHECKING:
    from workflow_svc.domain.tasks.plan import Evidence
    from workflow_svc.engine.inside.forms import Form
    from workflow_svc.engine.inside.library import Evaluation

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
    `taken` are the flows of the last step, as far as the executor tells them: SpiffWorkflow's does not.
    """

    waits: tuple[Place, ...]
    body: str
    ended: tuple[int, ...] = ()
    stuck: bool = False
    taken: tuple[int, ...] = field(default=(), compare=False)


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


class Inside(NamedTuple):
    """What goes on in a step that has something inside: of `total` times `started` have begun and `done` have ended;
    `items` are those of the collection. `running` are the states of those that go on, by their number."""

    place: Place
    total: int
    started: int
    done: int
    items: Sequence[Single]
    running: tuple[tuple[int, "State"], ...]


@dataclass(frozen=True, slots=True)
class State:
    """A case's state, pinned to a version of its process. `stored()` is what a row keeps, `restored()` reads it.

    What goes on inside a step is a state of its own: of a level of the same process (without a version, `variables` are
    those known there alone) or of a process that is called. `handed` is what the steps that are waited at were handed
    in.
    """

    process: str
    version: int
    variables: Mapping[str, Scalar]
    waits: tuple[Wait, ...]
    body: str
    result: str | None = None
    insides: tuple[Inside, ...] = ()
    handed: tuple[tuple[Place, Mapping[str, Scalar]], ...] = ()

    @property
    def finished(self) -> bool:
        """Whether nothing is left to happen."""
        return not self.waits

    def timers(self) -> Iterator[int]:
        """When each timer fires that runs in it, at any level."""
        yield from (wait.due for wait in self.waits if wait.due is not None)
        for inside in self.insides:
            for _, state in inside.running:
                yield from state.timers()

    def stored(self) -> bytes:
        """The compact form."""
        return orjson.dumps(self._row())

    def _row(self) -> list[object]:
        waits = [(*wait.place, wait.due) for wait in self.waits]
        row: list[object] = [self.process, self.version, self.variables, waits, self.body, self.result]
        if self.insides or self.handed:
            row.append([[[*i.place], *i[1:5], [[n, s._row()] for n, s in i.running]] for i in self.insides])
        if self.handed:
            row.append([[[*place], told] for place, told in self.handed])
        return row

    @classmethod
    def restored(cls, stored: bytes) -> "State":
        """Reads the compact form."""
        return cls._of(orjson.loads(stored))

    @classmethod
    def _of(cls, row: Sequence[Any]) -> "State":
        process, version, variables, waits, body, result, *more = row
        at = tuple(Wait(Place(n, v), d) for n, v, d in waits)
        insides = tuple(
            Inside(Place(*place), total, started, done, items, tuple((n, cls._of(state)) for n, state in running))
            for place, total, started, done, items, running in (more[0] if more else ())
        )
        handed = tuple((Place(*place), told) for place, told in (more[1] if len(more) > 1 else ()))
        return cls(process, version, variables, at, body, result, insides, handed)


@dataclass(frozen=True, slots=True)
class Request:
    """A request to emit. `answer_by` is when the case stops waiting for the answer."""

    wait_id: str
    topic: str
    answer_by: datetime | None


@dataclass(frozen=True, slots=True)
class HumanTask:
    """A task to open for a role, in the hands of `assignee` where one is named. `due_hours` and `follow_up_hours` are
    working hours, `quorum` is how many people must vote, `given` what the task is handed in."""

    wait_id: str
    node_id: str
    name: str
    role: str
    due_hours: int
    outcomes: tuple[str, ...]
    quorum: int
    form: "Form | None" = None
    assignee: str | None = None
    priority: int | None = None
    follow_up_hours: int = 0
    evidence: "Evidence | None" = None
    given: Mapping[str, Scalar] = field(default_factory=dict)


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
    why a person has to look, whatever conditions its process has. `evaluations` are the decisions that were asked.
    `taken` are the flows of the step and `at` the elements that the case now waits at, at all levels (turns.py).
    """

    requests: tuple[Request, ...] = ()
    tasks: tuple[HumanTask, ...] = ()
    closed_tasks: tuple[str, ...] = ()
    result: str | None = None
    faults: tuple[Fault, ...] = ()
    turns: tuple[Turn, ...] = ()
    evaluations: "tuple[Evaluation, ...]" = ()
    taken: tuple[str, ...] = field(default=(), compare=False)
    at: tuple[str, ...] = ()


def milliseconds(moment: datetime) -> int:
    """Milliseconds since 1970 of an aware moment; part of a millisecond is dropped."""
    return (moment - EPOCH) // MILLISECOND


def moment(milliseconds: int) -> datetime:
    """The moment of milliseconds since 1970, in UTC."""
    return EPOCH + milliseconds * MILLISECOND
