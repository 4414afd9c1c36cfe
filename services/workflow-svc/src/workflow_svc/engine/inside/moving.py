"""Moves a waiting case to another version of its process: every place that it waits at must mean the same there. Or
back to an earlier task of its own version, where nothing else goes on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

import orjson

from loan_servicekit.core import Conflict
from workflow_svc.engine.conditions import Scalar
from workflow_svc.engine.findings import Finding
from workflow_svc.engine.inside.levels import Level
from workflow_svc.engine.inside.scopes import Scope
from workflow_svc.engine.inside.turns import TIMERS
from workflow_svc.engine.steps import Definition, ExecutorName, read
from workflow_svc.engine.table import Node, NodeKind, Table
from workflow_svc.engine.values import Inside, Place, Position, State, Wait, milliseconds


@dataclass(frozen=True, slots=True)
class Moved:
    """The state on the other version; with `gaps` there is none. `begun` are the timers that begin to run there."""

    state: State | None
    gaps: tuple[Finding, ...]
    begun: tuple[str, ...] = ()


def moved(before: Definition, state: State, after: Definition, facts: Mapping[str, object], now: datetime) -> Moved:
    """What becomes of a case on another version of its process. `facts` are what else is known of the case, for what
    the other version reads and this one did not keep. Tasks that are open, and what was asked, stay as they are."""
    moving = _Moving(milliseconds(now))
    if ExecutorName.SPIFF in (before.executor, after.executor):
        moving.gap(before.code, "executor-differs", "a version that was not proven equal to the table keeps its cases")
        return Moved(None, tuple(moving.gaps))
    told = read(after, facts)
    if unknown := sorted(after.reads - before.reads - told.keys() - _set_later(before, after)):
        moving.gap(after.code, "variable-unknown", f"nothing is known of {', '.join(unknown)}, which it reads")
    kept = {name: value for name, value in state.variables.items() if name in after.reads}
    found = moving.level(state, before.scope, after.scope, told | kept)
    if moving.gaps or found is None:
        return Moved(None, tuple(moving.gaps))
    return Moved(
        State(
            after.code,
            after.version,
            found.variables,
            found.waits,
            found.body,
            found.result,
            found.insides,
            found.handed,
        ),
        (),
        tuple(moving.begun),
    )


def _set_later(before: Definition, after: Definition) -> frozenset[str]:
    """What a step of the other version sets that this one has not: it will be known when that step is over."""
    return frozenset(after.variables.keys() - before.variables.keys())


class _Moving:
    def __init__(self, at: int) -> None:
        self._at = at
        self.gaps: list[Finding] = []
        self.begun: list[str] = []

    def gap(self, element: str, code: str, detail: str) -> None:
        """The case cannot be moved."""
        self.gaps.append(Finding(element, code, detail))

    def level(self, state: State, before: Scope, after: Scope, variables: Mapping[str, Scalar]) -> State | None:
        """One level of the case."""
        by_id = {node.id: node for node in after.table.nodes}
        waits = list(self._waits(state, before, after, by_id))
        insides = tuple(inside for each in state.insides for inside in self._inside(each, before, after, by_id))
        body = self._body(state.body, before, after, by_id)
        if self.gaps or body is None:
            return None
        waits += list(self._new_timers(waits, after))
        ordered = tuple(sorted(waits, key=lambda wait: wait.place))
        handed = tuple(
            (Place(by_id[before.table.nodes[place.node].id].index, place.visit), told) for place, told in state.handed
        )
        return State(state.process, state.version, variables, ordered, body, state.result, insides, handed)

    def _waits(self, state: State, before: Scope, after: Scope, by_id: Mapping[str, Node]) -> Iterator[Wait]:
        for wait in state.waits:
            old = before.table.nodes[wait.place.node]
            new = by_id.get(old.id)
            if new is None and old.kind is NodeKind.BOUNDARY:
                continue  # a timer on the edge of a task that the other version has no more
            if new is None:
                self.gap(old.id, "element-gone", f"the case waits at {old.id}, which the other version has not")
            elif new.kind is not old.kind or new.after_choice is not old.after_choice:
                self.gap(old.id, "kind-changed", f"{old.id} is another kind of step there")
            elif told := _changed(old, new, before, after):
                self.gap(old.id, "step-changed", f"{old.id} has another {told} there; what is open would not fit it")
            else:
                yield Wait(Place(new.index, wait.place.visit), wait.due)

    def _new_timers(self, waits: list[Wait], after: Scope) -> Iterator[Wait]:
        at = {wait.place for wait in waits}
        for wait in waits:
            for on in after.table.nodes[wait.place.node].timers:
                place, node = Place(on, wait.place.visit), after.table.nodes[on]
                if place not in at:
                    self.begun.append(node.id)
                    yield Wait(place, self._at + 1000 * node.seconds if node.kind in TIMERS and node.seconds else None)

    def _body(self, body: str, before: Scope, after: Scope, by_id: Mapping[str, Node]) -> str | None:
        visits, arrived = orjson.loads(body)
        flows = {id: number for number, id in enumerate(after.table.flow_ids)}
        counted = [0] * len(after.table.nodes)
        for node, count in zip(before.table.nodes, visits, strict=True):
            if node.id in by_id:
                counted[by_id[node.id].index] = count
        there: dict[int, int] = {}
        for flow, number in arrived.items():
            id = before.table.flow_ids[int(flow)]
            if id not in flows or after.table.nodes[after.table.targets[flows[id]]].kind not in (
                NodeKind.PARALLEL,
                NodeKind.INCLUSIVE,
            ):
                self.gap(id, "join-changed", f"a branch has arrived over {id}, which leads to no join there")
                return None
            there[flows[id]] = number
        return orjson.dumps((counted, there), option=orjson.OPT_NON_STR_KEYS).decode()

    def _inside(self, inside: Inside, before: Scope, after: Scope, by_id: Mapping[str, Node]) -> Iterator[Inside]:
        old = before.table.nodes[inside.place.node]
        new = by_id.get(old.id)
        if new is None or new.kind is not NodeKind.INSIDE:
            return  # told at its wait
        was, now = before.inside[old.index], after.inside[new.index]
        if was.calls != now.calls or (was.repeat is None) != (now.repeat is None):
            self.gap(old.id, "inside-changed", f"{old.id} calls or repeats something else there")
            return
        running = []
        for number, state in inside.running:
            found: State | None = state
            if was.scope is not None and now.scope is not None:
                found = self.level(state, was.scope, now.scope, state.variables)
            if found is not None:
                running.append((number, found))
        yield Inside(Place(new.index, inside.place.visit), *inside[1:5], running=tuple(running))


def _changed(old: Node, new: Node, before: Scope, after: Scope) -> str:
    """What of a step is other than it was, as far as what is open depends on it."""
    for name in ("topic", "role", "outcomes", "quorum", "interrupting"):
        if getattr(old, name) != getattr(new, name):
            return name
    if _names(before, old) != _names(after, new):
        return "input"
    return "form" if before.forms.get(old.index) != after.forms.get(new.index) else ""


def _names(scope: Scope, node: Node) -> list[str]:
    return sorted(each.name for each in scope.inputs.get(node.index, ()))


def back_at(level: Level, place: Place, to: str) -> Position:
    """Where a level is that was sent back from a task to an earlier one. Raises Conflict
    `step-back-misplaced`: both are tasks of people at the level of the process itself, nothing else goes on beside
    them, and no join behind the earlier one waits for others."""
    table, (visits, arrived) = level.scope.table, orjson.loads(level.body)
    node = next((each for each in table.nodes if each.id == to and each.kind is NodeKind.HUMAN), None)
    beside = [at for at in level.waits if at != place and level.node(at).host != place.node]
    if level.above is not None or beside or arrived or level.definition.executor is not ExecutorName.TOKEN:
        raise Conflict("step-back-misplaced", "something else goes on beside this step, which would go on alone")
    if node is None or node.quorum > 1 or node.index == place.node or not visits[node.index]:
        raise Conflict("step-back-misplaced", f"{to} is no earlier task of one person in this process")
    if _joins_alone(level.scope.table, node):
        raise Conflict("step-back-misplaced", f"{to} goes on beside other steps, which a join behind it waits for")
    visits[node.index] += 1
    visit = visits[node.index]
    waits = sorted(Place(index, visit) for index in (node.index, *node.timers))
    return Position(tuple(waits), orjson.dumps((visits, arrived)).decode())


def _joins_alone(table: Table, node: Node) -> bool:
    """Whether a token of this node can come to a parallel join without having passed a fork first."""
    seen, left = set[int](), [node.index]
    while left:
        at = table.nodes[left.pop()]
        if at.index in seen:
            continue
        seen.add(at.index)
        if at.kind is NodeKind.PARALLEL and len(at.incoming) > 1:
            return True
        if at.kind is not NodeKind.PARALLEL:
            left += [table.targets[flow] for flow in at.outgoing] + list(at.timers)
    return False
