"""The levels of a case that is moved: what it waits for at each, what is known there, and what goes on inside its
steps."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from workflow_svc.engine.conditions import Scalar, Single
from workflow_svc.engine.inside.library import Library
from workflow_svc.engine.inside.scopes import Scope
from workflow_svc.engine.steps import Definition
from workflow_svc.engine.table import Node
from workflow_svc.engine.values import Inside, Place, State, Wait

NOWHERE = Place(0, 0)


@dataclass(slots=True, eq=False)
class Group:
    """What goes on inside one step: how often it is done, the levels that go on, by number, and whether it is
    enough."""

    total: int
    items: list[Single]
    started: int = 0
    done: int = 0
    enough: bool = False
    running: "dict[int, Level]" = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Level:
    """A level of a case that is moved. `own` are the variables of a process, or those known at a level of it alone;
    `handed` are those that a step was handed in, by where it waits."""

    definition: Definition
    scope: Scope
    own: dict[str, Scalar]
    above: "Level | None" = None
    at: Place = NOWHERE
    number: int = 0
    waits: dict[Place, int | None] = field(default_factory=dict)
    body: str = ""
    groups: dict[Place, Group] = field(default_factory=dict)
    handed: dict[Place, Mapping[str, Scalar]] = field(default_factory=dict)
    pending: set[Place] = field(default_factory=set)
    result: str | None = None
    error: str | None = None

    @property
    def embedded(self) -> bool:
        """Whether it is a level of the process above, whose variables it shares."""
        return self.above is not None and self.above.definition is self.definition

    def known(self, at: Place = NOWHERE) -> dict[str, Scalar]:
        """The variables that can be read here, or in the step that waits at a place."""
        handed = self.handed.get(at, {})
        if self.embedded and self.above is not None:
            return {**self.above.known(), **self.own, **handed}
        return {**self.own, **self.definition.figures, **handed}

    def tell(self, at: Place, name: str, value: Scalar) -> None:
        """Keeps what a step was answered: in what it was handed in, if that has the name, and else as the case's."""
        if name in self.handed.get(at, {}):
            self.handed[at] = {**self.handed[at], name: value}
        else:
            self.keep(name, value)

    def forget(self, name: str) -> None:
        """A variable is not known any more."""
        level = self
        while level.embedded and level.above is not None:
            level = level.above
        level.own.pop(name, None)

    def node(self, place: Place) -> Node:
        """The step of a place."""
        return self.scope.table.nodes[place.node]

    def keep(self, name: str, value: Scalar) -> None:
        """Sets a variable where it is known, else that of the process."""
        level = self
        while level.embedded and level.above is not None and name not in level.own:
            level = level.above
        if name in level.own or name in level.definition.reads:
            level.own[name] = value

    def wait_id(self, place: Place) -> str:
        """The id of a wait: `manual_review.2`; inside a step `visits.1[2]/visit.1`, which is the second time."""
        id = f"{self.scope.table.nodes[place.node].id}.{place.visit}"
        return id if self.above is None else f"{self.above.wait_id(self.at)}[{self.number}]/{id}"

    def all(self) -> Iterator["Level"]:
        """This level and those inside its steps."""
        yield self
        for group in self.groups.values():
            for level in group.running.values():
                yield from level.all()

    def state(self) -> State:
        """What is kept of it."""
        embedded = self.embedded
        return State(
            "" if embedded else self.definition.code,
            0 if embedded else self.definition.version,
            self.own,
            tuple(Wait(place, due) for place, due in self.waits.items()),
            self.body,
            self.result,
            tuple(
                Inside(
                    place,
                    g.total,
                    g.started,
                    g.done,
                    g.items,
                    tuple((n, each.state()) for n, each in g.running.items()),
                )
                for place, g in self.groups.items()
            ),
            tuple(self.handed.items()),
        )


def level_of(
    state: State,
    definition: Definition,
    scope: Scope,
    library: Library,
    above: Level | None = None,
    at: Place = NOWHERE,
    number: int = 0,
) -> Level:
    """The level that a state is of, with those inside it."""
    own, waits = dict(state.variables), {wait.place: wait.due for wait in state.waits}
    level = Level(definition, scope, own, above, at, number, waits, state.body, result=state.result)
    level.handed = dict(state.handed)
    for inside in state.insides:
        group = Group(inside.total, list(inside.items), inside.started, inside.done)
        level.groups[inside.place] = group
        inner = scope.inside[inside.place.node]
        for n, running in inside.running:
            if inner.calls:
                own_definition = library.version(running.process, running.version)
                own_scope = own_definition.scope
            else:
                assert inner.scope is not None
                own_definition, own_scope = definition, inner.scope
            group.running[n] = level_of(running, own_definition, own_scope, library, level, inside.place, n)
    return level
