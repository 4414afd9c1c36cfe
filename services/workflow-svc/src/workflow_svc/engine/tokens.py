"""The token executor: moves tokens over the table, for processes that proof.py found equal to SpiffWorkflow.

A waiting token is a place (node, visit). A parallel join keeps count of what arrived on each of its flows.
"""

import orjson

from workflow_svc.engine.conditions import Judge
from workflow_svc.engine.table import WAITS, Node, NodeKind, Table
from workflow_svc.engine.values import Place, Position


class TokenExecutor:
    """Executes a table. Stateless: everything about a case is in its position."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def start(self, judge: Judge) -> Position:
        """A new case."""
        run = _Run(self._table, judge, set(), [0] * len(self._table.nodes), {})
        run.leave(self._table.nodes[self._table.start])
        return run.position()

    def resume(self, position: Position, place: Place, judge: Judge) -> Position:
        """Goes on after what was waited for at `place`."""
        visits, arrived = orjson.loads(position.body)
        run = _Run(self._table, judge, set(position.waits), visits, {int(flow): n for flow, n in arrived.items()})
        run.happened(place)
        return run.position()


class _Run:
    """One step of one case."""

    __slots__ = ("arrived", "ended", "judge", "nodes", "targets", "visits", "waits")

    def __init__(
        self, table: Table, judge: Judge, waits: set[Place], visits: list[int], arrived: dict[int, int]
    ) -> None:
        self.nodes, self.targets, self.judge = table.nodes, table.targets, judge
        self.waits, self.visits, self.arrived = waits, visits, arrived
        self.ended: list[int] = []

    def position(self) -> Position:
        waits = tuple(sorted(self.waits))
        body = orjson.dumps((self.visits, self.arrived), option=orjson.OPT_NON_STR_KEYS).decode()
        return Position(waits, body, tuple(self.ended), stuck=not waits and bool(self.arrived))

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
        while moving:
            flow = moving.pop()
            node = self.nodes[self.targets[flow]]
            if node.kind in WAITS:
                self._wait(node)
            elif node.kind is NodeKind.EXCLUSIVE:
                moving.append(self._chosen(node))
            elif node.kind is NodeKind.PARALLEL:
                if self._joined(node, flow):
                    moving.extend(node.outgoing[::-1])
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
