"""One application across all services: its spans where it was sampled, its messages by cause always, as a tree."""

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.tree import Tree

from loan_replay.target import Target


async def show_trace(application_id: str) -> None:
    """Prints the trees: messages of the application, and spans of its trace."""
    async with Target().as_user("operations") as api:
        found = await api.get("reporting-svc", f"/v1/applications/{application_id}/trace")
    console = Console()
    console.print(_tree(f"messages of application {application_id}", found["messages"], _message))
    for trace in found["traces"]:
        title = f"trace {trace['trace_id']}: {len(trace['spans'])} spans of {', '.join(trace['services'])}"
        console.print(_tree(title, trace["spans"], _span))
    if not found["traces"]:
        console.print("No spans: of every hundred applications only some are sampled (TRACE_RATIO).")


def _tree(title: str, nodes: Sequence[dict[str, Any]], label: Any) -> Tree:
    """The nodes come in the order of the tree, each with its depth."""
    root = Tree(title)
    branches = {-1: root}
    for node in nodes:
        depth = node["depth"]
        parent = branches[max(level for level in branches if level < depth)]
        branches = {level: branch for level, branch in branches.items() if level < depth}
        branches[depth] = parent.add(label(node))
    return root


def _message(node: dict[str, Any]) -> str:
    waited = f"  [dim]after {node['waited_ms']:,.1f} ms[/dim]" if node.get("waited_ms") is not None else ""
    return f"+{node['offset_ms']:,.1f} ms  [bold]{node['type']}[/bold]  {node['source']}{waited}"


def _span(node: dict[str, Any]) -> str:
    mark = "" if node["status"] != "ERROR" else "  [red]error[/red]"
    return f"+{node['offset_ms']:,.1f} ms  [bold]{node['service']}[/bold]  {node['name']}  [dim]{node['duration_ms']:,.1f} ms[/dim]{mark}"
