"""One application across all services: its spans where it was sampled, its messages by cause always, as a tree."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from rich.markup import escape
from rich.tree import Tree

from loan_contracts.envelope import TRACES_IN_THOUSAND, is_traced
from loan_contracts.message import JsonObject
from loan_devstack.errors import CannotStart
from loan_devstack.running.terminal import Terminal
from loan_replay.api import Api
from loan_replay.target import Target

WIDE = 200  # columns of what is not shown in a terminal: lines of a tree are not to be broken there
LATEST = 5
PAGE, MOST_PAGES = 200, 50  # in which the application of a number is looked for
KEEP_ALL = "`make down` and `TRACE_RATIO=1 make up` keep those of all"
KEPT = f"spans are kept of {TRACES_IN_THOUSAND / 10:g} applications in a hundred; {KEEP_ALL}"


async def show_trace(application_id: str) -> None:
    """Prints the trees: messages of the application, and spans of its trace. Raises CannotStart, Refused."""
    target = Target.running()
    id = _uuid(application_id)
    if id is None:
        async with target.as_user("auditor") as api:
            id = await _numbered(application_id, api) if application_id else None
            if id is None:
                raise CannotStart(await _which(application_id, api))
    async with target.as_user("operations") as api:
        found = await traced(api, str(id))
    console = Terminal()
    if not console.is_terminal:
        console = Terminal(width=WIDE)
    console.print(_tree(f"messages of application {id}", found["messages"], _message))
    for trace in found["traces"]:
        title = f"trace {trace['trace_id']}: {len(trace['spans'])} spans of {', '.join(trace['services'])}"
        console.print(_tree(title, trace["spans"], _span))
    if not found["traces"]:
        console.print(_no_spans(id), soft_wrap=True)


async def traced(api: Api, application_id: str) -> JsonObject:
    """Messages and traces of an application, as reporting-svc tells them. Raises Refused."""
    found: JsonObject = await api.get("reporting-svc", f"/v1/applications/{application_id}/trace")
    return found


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


async def _numbered(number: str, api: Api) -> UUID | None:
    """The application of this number, or None: the lists are gone through from the latest on."""
    cursor = None
    for _ in range(MOST_PAGES):
        page = await api.get("application-svc", "/v1/applications", limit=PAGE, cursor=cursor)
        for line in page["items"]:
            if line["application_no"].casefold() == number.strip().casefold():
                return UUID(line["id"])
        cursor = page.get("next_cursor")
        if not cursor:
            return None
    return None


async def _which(given: str, api: Api) -> str:
    """What to type, with the latest applications."""
    page = await api.get("application-svc", "/v1/applications", limit=LATEST)
    latest = "".join(f"\n  {line['id']}  {line['application_no']}  {line['status']}" for line in page["items"])
    wish = (
        f"{given!r} is neither the id (a UUID) nor the number of an application" if given else "Say which application"
    )
    known = f"the latest are{latest}" if latest else "there are none yet (`make demo` sends some)"
    return f"{wish}: `make trace ID=<its id or number>`; {known}"


def _no_spans(id: UUID) -> str:
    if is_traced(id, TRACES_IN_THOUSAND):
        return "No spans have come yet: they follow within seconds, and are forgotten after a while."
    return f"No spans of this one: {KEPT}."


def _tree(title: str, nodes: Sequence[JsonObject], label: Any) -> Tree:
    """The nodes come in the order of the tree, each with its depth."""
    root = Tree(title)
    branches = {-1: root}
    for node in nodes:
        depth = node["depth"]
        parent = branches[max(level for level in branches if level < depth)]
        branches = {level: branch for level, branch in branches.items() if level < depth}
        branches[depth] = parent.add(label(node))
    return root


def _message(node: JsonObject) -> str:
    waited = f"  [dim]after {node['waited_ms']:,.1f} ms[/dim]" if node.get("waited_ms") is not None else ""
    return f"+{node['offset_ms']:,.1f} ms  [bold]{node['type']}[/bold]  {node['source']}{waited}"


def _span(node: JsonObject) -> str:
    mark = "" if node["status"] != "ERROR" else "  [red]error[/red]"
    began, took = f"+{node['offset_ms']:,.1f} ms", f"[dim]{node['duration_ms']:,.1f} ms[/dim]"
    return f"{began}  [bold]{node['service']}[/bold]  {escape(node['name'])}  {took}{mark}"
