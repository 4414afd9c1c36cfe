"""Where a step turned: which flows were taken where others could have been, and why."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from workflow_svc.engine.conditions import Scalar
from workflow_svc.engine.inside.levels import Level
from workflow_svc.engine.inside.scopes import Scope
from workflow_svc.engine.table import Node, NodeKind
from workflow_svc.engine.values import Place, Turn

TIMERS = frozenset({NodeKind.TIMER, NodeKind.BOUNDARY})


class Course(NamedTuple):
    """Ids of flows that were taken, and of elements that are waited at."""

    taken: tuple[str, ...]
    at: tuple[str, ...]


def course_of(levels: Iterable[Level], moved: Iterable[tuple[Level, Sequence[int]]]) -> Course:
    """The flows that were taken, level by level, and the elements that are waited at; those of a process that is called
    stand behind its code."""
    taken = tuple(_shown(level, level.scope.table.flow_ids[flow]) for level, flows in moved for flow in flows)
    waits = ((level, level.node(place)) for level in levels for place in level.waits)
    return Course(taken, tuple(_shown(level, node.id) for level, node in waits if node.kind is not NodeKind.BOUNDARY))


def _shown(level: Level, id: str) -> str:
    top = level
    while top.above is not None:
        top = top.above
    return id if level.definition is top.definition else f"{level.definition.code}/{id}"


def turns_of(
    scope: Scope, answered: Place | None, judged: Mapping[int, bool], variables: Mapping[str, Scalar]
) -> tuple[Turn, ...]:
    """In its order: the timer that ran out, and each gateway whose conditions were judged."""
    table, conditions, turns = scope.table, scope.conditions, list[Turn]()

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
