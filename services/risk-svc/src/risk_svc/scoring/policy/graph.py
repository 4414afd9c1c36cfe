"""The nodes and edges of a decision graph."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from loan_contracts.message import JsonObject

INPUT, OUTPUT = "inputNode", "outputNode"
TABLE, EXPRESSIONS, SWITCH = "decisionTableNode", "expressionNode", "switchNode"
KINDS = frozenset({INPUT, OUTPUT, TABLE, EXPRESSIONS, SWITCH})
HIT_POLICIES = frozenset({"first", "collect"})
Part: TypeAlias = Mapping[str, Any]
"""A node, a row, a column, as the JSON of a graph has it."""
OF_A_HIT = ("code", "outcome", "reason", "value", "limit")


class Graph:
    """The nodes and edges of a graph, as its JSON gives them."""

    def __init__(self, content: Part) -> None:
        self.nodes: list[JsonObject] = [n for n in content.get("nodes", ()) if isinstance(n, dict)]
        self.edges: list[JsonObject] = [e for e in content.get("edges", ()) if isinstance(e, dict)]
        self.by_id = {str(node.get("id")): node for node in self.nodes}
        self.names = {str(node.get("name")) for node in self.nodes}

    def of(self, kind: str) -> list[JsonObject]:
        """The nodes of a kind."""
        return [node for node in self.nodes if node.get("type") == kind]

    def before(self, node: str) -> list[str]:
        """The nodes that lead to one."""
        return [e["sourceId"] for e in self.edges if e.get("targetId") == node and e.get("sourceId") in self.by_id]

    def after(self, node: str) -> list[str]:
        """The nodes that one leads to."""
        return [e["targetId"] for e in self.edges if e.get("sourceId") == node and e.get("targetId") in self.by_id]

    def reached(self, start: str, forth: bool) -> set[str]:
        """What can be reached from a node along the edges, or against them."""
        seen, waiting = {start}, [start]
        while waiting:
            here = waiting.pop()
            for there in self.after(here) if forth else self.before(here):
                if there not in seen:
                    seen.add(there)
                    waiting.append(there)
        return seen


def place_of(node: Part) -> str:
    """Where a finding about a node is."""
    return f"node {node.get('id')}"


def listed(values: Iterable[object]) -> str:
    """Values as a list in words."""
    return ", ".join(sorted(str(value) for value in values))


def first_line(error: Exception) -> str:
    """What an error says, short enough to show."""
    return str(error).splitlines()[0][:300] if str(error) else type(error).__name__
