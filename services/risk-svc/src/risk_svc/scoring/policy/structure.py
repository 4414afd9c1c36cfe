"""Whether every node lies on the way from the facts to the answer, and every branch leads somewhere."""

from collections import Counter
from collections.abc import Iterator

from risk_svc.domain.policy.finding import Finding
from risk_svc.scoring.policy.graph import INPUT, KINDS, OUTPUT, SWITCH, Graph, Part, listed, place_of


def structure(graph: Graph) -> Iterator[Finding]:
    """Nodes and edges that do not make one way from the facts to the answer."""
    for what, items in (("node", graph.nodes), ("edge", graph.edges)):
        for id, count in Counter(str(item.get("id")) for item in items).items():
            if count > 1 or id == "None":
                yield Finding(f"{what} {id}", "id-not-unique", f"each {what} has an id of its own")
    for node in graph.nodes:
        if node.get("type") not in KINDS:
            yield Finding(
                place_of(node), "node-kind", f"{node.get('type')} cannot be checked; use tables, expressions, switches"
            )
    for edge in graph.edges:
        if edge.get("sourceId") not in graph.by_id or edge.get("targetId") not in graph.by_id:
            yield Finding(f"edge {edge.get('id')}", "edge-leads-nowhere", "both of its ends are nodes of the graph")
    for kind in (INPUT, OUTPUT):
        if len(graph.of(kind)) != 1:
            yield Finding("graph", "one-input-one-output", f"the graph has one {kind}, not {len(graph.of(kind))}")
            return
    [start], [end] = graph.of(INPUT), graph.of(OUTPUT)
    joined = graph.reached(start["id"], True) & graph.reached(end["id"], False)
    for node in graph.nodes:
        if node["id"] not in joined:
            yield Finding(place_of(node), "not-connected", "it lies on no way from the facts to the recommendation")
        elif node["id"] in set().union(*(graph.reached(n, True) for n in graph.after(node["id"])), set()):
            yield Finding(place_of(node), "cycle", "the graph leads back to it")
        if node.get("type") == SWITCH:
            yield from _switch_edges(graph, node)


def _switch_edges(graph: Graph, node: Part) -> Iterator[Finding]:
    statements = {s.get("id") for s in node.get("content", {}).get("statements", ())}
    handles = {e.get("sourceHandle") for e in graph.edges if e.get("sourceId") == node["id"]}
    if statements - handles:
        yield Finding(
            place_of(node), "branch-leads-nowhere", f"no edge leaves its branch {listed(statements - handles)}"
        )
    if handles - statements:
        yield Finding(
            place_of(node),
            "edge-leads-nowhere",
            f"an edge leaves a branch that it lacks: {listed(handles - statements)}",
        )
