"""The token executor: moves tokens over the table, for processes that proof.py found equal to SpiffWorkflow.

A waiting token is a place (node, visit). A join keeps count of what arrived on each of its flows; an inclusive one goes
on when no token is left that could still arrive on another (BPMN 2.0, formal/2011-01-03, 13.3.3).
"""

from typing import TypeAlias

import orjson

from workflow_svc.engine.conditions import Judge
from workflow_svc.engine.table import WAITS, Node, NodeKind, Table
from workflow_svc.engine.values import Place, Position

Before: TypeAlias = dict[int, dict[int, frozenset[int]]]


class TokenExecutor:
    """Executes a table. Stateless: everything about a case is in its position."""

    def __init__(self, table: Table) -> None:
        self._table, self._before = table, before_joins(table)

    def start(self, judge: Judge) -> Position:
        """A new case."""
        run = _Run((self._table, self._before), judge, set(), [0] * len(self._table.nodes), {})
        run.leave(self._table.nodes[self._table.start])
        return run.position()

    def resume(self, position: Position, place: Place, judge: Judge) -> Position:
        """Goes on after what was waited for at `place`."""
        visits, arrived = orjson.loads(position.body)
        run = _Run(
            (self._table, self._before),
            judge,
            set(position.waits),
            visits,
            {int(flow): n for flow, n in arrived.items()},
        )
        run.happened(place)
        return run.position()


def before_joins(table: Table) -> Before:
    """By inclusive join and flow into it: the nodes from which a token can reach the flow without passing the join."""
    sources = {flow: node.index for node in table.nodes for flow in node.outgoing}
    inward: dict[int, set[int]] = {node.index: {sources[flow] for flow in node.incoming} for node in table.nodes}
    for node in table.nodes:
        if node.host is not None:
            inward[node.index].add(node.host)
    joins = [node for node in table.nodes if node.kind is NodeKind.INCLUSIVE and len(node.incoming) > 1]
    return {join.index: {flow: _behind(sources[flow], inward, join.index) for flow in join.incoming} for join in joins}


def _behind(first: int, inward: dict[int, set[int]], join: int) -> frozenset[int]:
    seen, left = set[int](), [first]
    while left:
        node = left.pop()
        if node not in seen and node != join:
            seen.add(node)
            left += inward[node]
    return frozenset(seen)


class _Run:
    """One step of one case."""

    __slots__ = ("arrived", "before", "ended", "judge", "nodes", "taken", "targets", "visits", "waits")

    def __init__(
        self,
        compiled: tuple[Table, Before],
        judge: Judge,
        waits: set[Place],
        visits: list[int],
        arrived: dict[int, int],
    ) -> None:
        table, self.before = compiled
        self.nodes, self.targets, self.judge = table.nodes, table.targets, judge
        self.waits, self.visits, self.arrived = waits, visits, arrived
        self.ended: list[int] = []
        self.taken: list[int] = []

    def position(self) -> Position:
        waits = tuple(sorted(self.waits))
        body = orjson.dumps((self.visits, self.arrived), option=orjson.OPT_NON_STR_KEYS).decode()
        return Position(waits, body, tuple(self.ended), stuck=not waits and bool(self.arrived), taken=tuple(self.taken))

    def happened(self, place: Place) -> None:
        """Takes the token from the place, with what waited beside it, and moves it on."""
        node = self.nodes[place.node]
        self.waits.remove(place)
        if node.kind is NodeKind.BOUNDARY:
            if node.interrupting and node.host is not None:
                host = self.nodes[node.host]
                self.waits.discard(Place(host.index, place.visit))
                self._forget(host.timers, place.visit)
        elif node.after_choice:
            self.taken.append(node.incoming[0])
            choice = next(n for n in self.nodes if n.kind is NodeKind.CHOICE and node.incoming[0] in n.outgoing)
            self._forget([self.targets[flow] for flow in choice.outgoing], place.visit)
        else:
            self._forget(node.timers, place.visit)
        self.leave(node)

    def _forget(self, nodes: tuple[int, ...] | list[int], visit: int) -> None:
        for node in nodes:
            self.waits.discard(Place(node, visit))

    def leave(self, node: Node) -> None:
        """Moves a token out of a node, and on until every token waits or has ended."""
        moving = list(node.outgoing[::-1])
        while moving or (moving := self._joined_inclusively()):
            flow = moving.pop()
            self.taken.append(flow)
            node = self.nodes[self.targets[flow]]
            if node.kind in WAITS:
                self._wait(node)
            elif node.kind is NodeKind.EXCLUSIVE:
                moving.append(self._chosen(node))
            elif node.kind is NodeKind.PARALLEL:
                if self._joined(node, flow):
                    moving.extend(node.outgoing[::-1])
            elif node.kind is NodeKind.INCLUSIVE:
                if len(node.incoming) == 1:
                    moving.extend(self._chosen_all(node)[::-1])
                else:
                    self.arrived[flow] = self.arrived.get(flow, 0) + 1
            elif node.kind is NodeKind.CHOICE:
                self.visits[node.index] += 1
                for option in node.outgoing:
                    self.waits.add(Place(self.targets[option], self.visits[node.index]))
            else:
                self.ended.append(node.index)
                if node.terminates:
                    self.waits.clear()
                    self.arrived.clear()
                    return

    def _wait(self, node: Node) -> None:
        self.visits[node.index] += 1
        visit = self.visits[node.index]
        self.waits.add(Place(node.index, visit))
        for timer in node.timers:
            self.waits.add(Place(timer, visit))

    def _chosen(self, node: Node) -> int:
        default = node.default if node.default is not None else node.outgoing[0]
        return next((flow for flow in node.outgoing if flow != default and self.judge(flow)), default)

    def _chosen_all(self, node: Node) -> list[int]:
        if len(node.outgoing) == 1:
            return list(node.outgoing)
        held = [flow for flow in node.outgoing if flow != node.default and self.judge(flow)]
        return held or [flow for flow in node.outgoing if flow == node.default]

    def _joined_inclusively(self) -> list[int]:
        """The flows behind an inclusive join that no other token can reach; it takes one from each of its own."""
        for index, before in self.before.items():
            node = self.nodes[index]
            filled = [flow for flow in node.incoming if self.arrived.get(flow)]
            if not filled or self._may_come(node, before, filled):
                continue
            for flow in filled:
                self.arrived[flow] -= 1
                if not self.arrived[flow]:
                    del self.arrived[flow]
            return self._chosen_all(node)[::-1]
        return []

    def _may_come(self, join: Node, before: dict[int, frozenset[int]], filled: list[int]) -> bool:
        """Whether a token elsewhere reaches an empty flow of the join, and none of those that have a token."""
        empty = [flow for flow in join.incoming if flow not in filled]
        at = {place.node for place in self.waits} | {self.targets[flow] for flow in self.arrived} - {join.index}
        return any(
            any(node in before[flow] for flow in empty) and not any(node in before[flow] for flow in filled)
            for node in at
        )

    def _joined(self, node: Node, flow: int) -> bool:
        """Whether a token has now arrived on every flow; then one is taken from each."""
        if len(node.incoming) == 1:
            return True
        self.arrived[flow] = self.arrived.get(flow, 0) + 1
        if any(not self.arrived.get(other) for other in node.incoming):
            return False
        for other in node.incoming:
            self.arrived[other] -= 1
            if not self.arrived[other]:
                del self.arrived[other]
        return True
