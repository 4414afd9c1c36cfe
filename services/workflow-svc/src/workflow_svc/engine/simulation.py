"""Plays a process over facts: what is asked is answered as they say; where they say nothing, its timer runs out.

Nothing is asked of anybody and nothing is kept.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from workflow_svc.engine.engine import ProcessEngine
from workflow_svc.engine.steps import Definition
from workflow_svc.engine.table import NodeKind
from workflow_svc.engine.values import Effects, State, moment

MOST_STEPS = 200


@dataclass(frozen=True, slots=True)
class Facts:
    """What a case starts with, and the answers in their order, by the id of an element or the topic of a request."""

    name: str
    given: Mapping[str, object]
    answers: Mapping[str, Sequence[Mapping[str, object]]]


@dataclass(frozen=True, slots=True)
class Played:
    """What became of it. `path` are the steps that it waited at, in order; `tasks` the roles that got a task;
    `waits_for` is the step that no fact answers and no timer ends. `timers_s` is how long it waited for timers,
    `due_hours` the working hours that people have for its tasks."""

    name: str
    result: str | None
    path: tuple[str, ...]
    tasks: tuple[str, ...]
    waits_for: str | None = None
    faults: tuple[str, ...] = ()
    timers_s: int = 0
    due_hours: int = 0


@dataclass(slots=True)
class _Playing:
    path: list[str] = field(default_factory=list)
    tasks: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    used: dict[str, int] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    due_hours: int = 0

    def note(self, effects: Effects, waiting: Sequence[str]) -> None:
        """What a step has brought."""
        self.tasks += [task.role for task in effects.tasks]
        self.due_hours += sum(task.due_hours for task in effects.tasks)
        self.faults += [f"{fault.flow}: {fault.problem}" for fault in effects.faults]
        new = [wait for wait in waiting if wait not in self.seen]
        self.seen.update(new)
        self.path += [wait.rpartition(".")[0] for wait in new]

    def next(self, names: Sequence[str], facts: Facts) -> Mapping[str, object] | None:
        """The next answer of the facts to a step of these names; the last one stands for all further ones."""
        for name in names:
            if told := facts.answers.get(name):
                place = self.used.get(name, 0)
                self.used[name] = place + 1
                return told[min(place, len(told) - 1)]
        return None


def play(engine: ProcessEngine, definition: Definition, facts: Facts, now: datetime) -> Played:
    """One case from its start to its end."""
    playing, began = _Playing(), now
    state, effects = engine.start(definition, facts.given, now)
    playing.note(effects, _steps(engine, definition, state))
    for _ in range(MOST_STEPS):
        if state.finished:
            break
        answered = _answer(engine, definition, state, facts, playing)
        if answered is None:
            timers = sorted((wait.due, wait.id) for wait in engine.waits(definition, state) if wait.due is not None)
            if not timers:
                break
            due, to = timers[0]
            now, answered = moment(due), (to, {})
        state, effects = engine.answer(definition, state, answered[0], answered[1], now)
        playing.note(effects, _steps(engine, definition, state))
    waits = None if state.finished else next(iter(_steps(engine, definition, state)), None)
    return Played(
        name=facts.name,
        result=state.result if state.finished else None,
        path=tuple(playing.path),
        tasks=tuple(playing.tasks),
        waits_for=waits and waits.rpartition(".")[0],
        faults=tuple(playing.faults),
        timers_s=int((now - began).total_seconds()),
        due_hours=playing.due_hours,
    )


def _answer(
    engine: ProcessEngine, definition: Definition, state: State, facts: Facts, playing: _Playing
) -> tuple[str, Mapping[str, object]] | None:
    """The first wait that the facts answer, and how."""
    for wait in engine.waits(definition, state):
        node = wait.node
        if wait.due is None and node.kind is not NodeKind.BOUNDARY:
            told = playing.next((node.id, node.topic) if node.topic else (node.id,), facts)
            if told is not None:
                return wait.id, told
    return None


def _steps(engine: ProcessEngine, definition: Definition, state: State) -> list[str]:
    """Waits of a state without what stands on the edge of a task."""
    return [wait.id for wait in engine.waits(definition, state) if wait.node.kind is not NodeKind.BOUNDARY]
