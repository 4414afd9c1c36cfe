"""From one state to the next: which variables a case has, and which effects the new position asks for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from loan_servicekit.core import Conflict, FieldError, Invalid
from workflow_svc.domain.definitions.vocabulary import Variable
from workflow_svc.engine.conditions import Conditions, Fault, Scalar
from workflow_svc.engine.table import Node, NodeKind, Table
from workflow_svc.engine.values import (
    Effects,
    Executor,
    HumanTask,
    Place,
    Position,
    Request,
    State,
    Turn,
    Wait,
    milliseconds,
    moment,
)

TIMERS = frozenset({NodeKind.TIMER, NodeKind.BOUNDARY})


class ExecutorName(StrEnum):
    """Who moves the tokens of a definition."""

    SPIFF = "spiff"
    TOKEN = "token"


@dataclass(frozen=True, slots=True, eq=False)
class Definition:
    """A version of a process, compiled. What has to be kept of it is `bpmn`, `version` and `executor`."""

    code: str
    version: int
    name: str
    bpmn: bytes
    sha256: str
    executor: ExecutorName
    table: Table
    conditions: Conditions
    variables: Mapping[str, Variable]
    running: Executor

    def wait_id(self, place: Place) -> str:
        """The id of a wait: the node and the how many-th time the case waits there, `manual_review.2`."""
        return f"{self.table.nodes[place.node].id}.{place.visit}"


def read(definition: Definition, data: Mapping[str, Any], known: Mapping[str, Scalar]) -> dict[str, Scalar]:
    """`known` with what conditions read of `data`. Raises Invalid `case-data-malformed`."""
    variables = dict(known)
    for name in definition.conditions.reads & data.keys():
        if not definition.variables[name].accepts(data[name]):
            kind = definition.variables[name].kind
            error = FieldError(f"/{name}", "kind", f"allowed is {kind}")
            raise Invalid("case-data-malformed", f"{name} must be {kind}", [error])
        variables[name] = data[name]
    return variables


def stepped(
    definition: Definition,
    before: State,
    position: Position,
    variables: dict[str, Scalar],
    answered: Place | None,
    faults: list[Fault],
    judged: Mapping[int, bool],
    now: datetime,
) -> tuple[State, Effects]:
    """The state at a new position, and what has to be done: what waits there newly, what it no longer waits for.

    Raises Conflict `process-stuck`, `process-without-result`: only a process too large to be played through at its
    publication can come there.
    """
    if position.stuck:
        raise Conflict("process-stuck", f"{definition.code} {definition.version} has tokens left that wait for nothing")
    nodes, at = definition.table.nodes, milliseconds(now)
    had: dict[Place, int | None] = dict(before.waits)
    waits, requests, tasks = list[Wait](), list[Request](), list[HumanTask]()
    for place in position.waits:
        if place in had:
            waits.append(Wait(place, had.pop(place)))
            continue
        node, due = nodes[place.node], None
        if node.kind is NodeKind.REQUEST:
            requests.append(Request(definition.wait_id(place), node.topic, _answer_by(nodes, node, at)))
        elif node.kind is NodeKind.HUMAN:
            tasks.append(_human_task(definition, place, node))
        elif node.kind in TIMERS and node.seconds:
            due = at + 1000 * node.seconds
        waits.append(Wait(place, due))
    if answered is not None:
        had.pop(answered, None)
    result = next((nodes[end].result for end in reversed(position.ended) if nodes[end].result), before.result)
    if not waits and result is None:
        raise Conflict("process-without-result", f"{definition.code} {definition.version} ends without a result")
    state = State(before.process, before.version, variables, tuple(waits), position.body, result)
    closed = human_tasks(definition, had)
    turns = _turns(definition, answered, judged, variables) if tasks else ()
    return state, Effects(tuple(requests), tuple(tasks), closed, None if waits else result, tuple(faults), turns)


def human_tasks(definition: Definition, places: Iterable[Place]) -> tuple[str, ...]:
    """Wait ids of the human tasks among places."""
    return tuple(
        definition.wait_id(place) for place in places if definition.table.nodes[place.node].kind is NodeKind.HUMAN
    )


def _turns(
    definition: Definition, answered: Place | None, judged: Mapping[int, bool], variables: Mapping[str, Scalar]
) -> tuple[Turn, ...]:
    """Where the step turned, in its order: the timer that ran out, and each gateway whose conditions were judged."""
    table, conditions, turns = definition.table, definition.conditions, list[Turn]()

    def turn(node: Node, flow: int) -> Turn:
        values = conditions.seen(node.outgoing, variables)
        return Turn(node.id, table.flow_ids[flow], table.flow_names[flow], conditions.text(flow), values)

    if answered is not None and table.nodes[answered.node].kind in TIMERS:
        node = table.nodes[answered.node]
        turns.append(turn(node, node.outgoing[0]))
    gateways = {node.index: node for flow in judged for node in table.nodes if flow in node.outgoing}
    for node in gateways.values():
        default = node.default if node.default is not None else node.outgoing[0]
        held = [flow for flow in node.outgoing if flow != default and judged.get(flow)] or [default]
        turns += [turn(node, taken) for taken in (held if node.kind is NodeKind.INCLUSIVE else held[:1])]
    return tuple(turns)


def _answer_by(nodes: tuple[Node, ...], node: Node, at: int) -> datetime | None:
    seconds = [nodes[on].seconds for on in node.timers if nodes[on].interrupting and nodes[on].seconds]
    return moment(at + 1000 * min(seconds)) if seconds else None


def _human_task(definition: Definition, place: Place, node: Node) -> HumanTask:
    id = definition.wait_id(place)
    return HumanTask(id, node.id, node.name, node.role, node.due_hours, node.outcomes, node.quorum)
