"""One application across all services: its spans where it was sampled, its messages by cause always, as a tree."""

from typing import Any

from rich.console import Console
from rich.tree import Tree

from loan_replay.target import Target


async def show_trace(application_id: str) -> None:
    """Prints the tree."""
    async with Target().as_user("operations") as api:
        found = await api.get("reporting-svc", f"/v1/applications/{application_id}/trace")
    console = Console()
    for title in ("spans", "messages"):
        nodes = found.get(title) or []
        if nodes:
            tree = Tree(f"{title} of {application_id}" + (f" (trace {found['trace_id']})" if found.get("trace_id") else ""))
            for node in nodes:
                _grow(tree, node)
            console.print(tree)
    if not found.get("spans"):
        console.print("No spans: this application was not sampled (TRACE_PER_SECOND, TRACE_RATIO); its messages tell the way.")


def _grow(tree: Tree, node: dict[str, Any]) -> None:
    duration = f" [dim]{node['duration_ms']:.1f} ms[/dim]" if node.get("duration_ms") is not None else ""
    branch = tree.add(f"+{node['offset_ms']:>8.1f} ms  [bold]{node['service']}[/bold]  {node['name']}{duration}")
    for child in node.get("children", ()):
        _grow(branch, child)
