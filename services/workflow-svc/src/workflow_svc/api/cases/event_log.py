"""The event log of a process as XES (IEEE 1849-2016), for tools of process mining: what happened, when, by which role.
No person stands in it, and a case is known by its application alone."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Annotated, Any

from fastapi import Path, Query, Response
from lxml import etree  # type: ignore[import-untyped]

from loan_servicekit.http import Router, problems, requires
from workflow_svc.api.ports import Context
from workflow_svc.domain.cases.case import Case
from workflow_svc.domain.cases.timeline import Event, timeline
from workflow_svc.domain.tasks.task import Task

router = Router(prefix="/v1")
XES = "http://www.xes-standard.org/"
EXTENSIONS = ("Concept", "Time", "Lifecycle", "Organizational")
TRANSITIONS = {"TASK_OPENED": "schedule", "TASK_DECIDED": "complete", "TASK_CANCELLED": "ate_abort"}
SHOWN: dict[int | str, dict[str, Any]] = {200: {"content": {"application/xml": {"schema": {"type": "string"}}}}}
MOST_CASES = 500


@router.get(
    "/processes/{code}/event-log", operation_id="get_event_log", responses=problems() | SHOWN, response_class=Response
)
async def get_event_log(
    code: Annotated[str, Path(pattern=r"^[A-Za-z0-9_.-]{1,100}$")],
    context: Annotated[Context, requires("funnel.read")],
    cases: Annotated[int, Query(ge=1, le=MOST_CASES, description="How many, those that were begun last")] = 100,
) -> Response:
    """What happened to the decided cases of a process, as XES; of who sees one branch alone, those of the branch."""
    scope = context.caller.branch_scope
    found = [
        (case, await context.ports.tasks.tasks_of(case.id))
        for case in await context.ports.cases.decided(code, cases)
        if scope is None or case.submitted.branch == scope
    ]
    return Response(event_log(code, found), media_type="application/xml")


def event_log(code: str, cases: Iterable[tuple[Case, Sequence[Task]]]) -> bytes:
    """The document: a trace for each case."""
    log = etree.Element(f"{{{XES}}}log", {"xes.version": "1849-2016", "xes.features": ""}, nsmap={None: XES})
    for name in EXTENSIONS:
        prefix = {"Organizational": "org"}.get(name, name.lower())
        etree.SubElement(log, f"{{{XES}}}extension", name=name, prefix=prefix, uri=f"{XES}{prefix}.xesext")
    for scope, keys in (("trace", ("concept:name",)), ("event", ("concept:name", "lifecycle:transition"))):
        told = etree.SubElement(log, f"{{{XES}}}global", scope=scope)
        for key in keys:
            _attribute(told, key, "")
        if scope == "event":
            _attribute(told, "time:timestamp", datetime.fromisoformat("1970-01-01T00:00:00+00:00"))
    etree.SubElement(log, f"{{{XES}}}classifier", name="Step", keys="concept:name lifecycle:transition")
    _attribute(log, "concept:name", code)
    _attribute(log, "lifecycle:model", "standard")
    for case, tasks in cases:
        trace = etree.SubElement(log, f"{{{XES}}}trace")
        _attribute(trace, "concept:name", str(case.application_id))
        _attribute(trace, "process", case.process)
        _attribute(trace, "branch", case.submitted.branch)
        _attribute(trace, "product", case.submitted.product_code)
        for event in timeline(case, tasks):
            _event(trace, event, case)
    return bytes(etree.tostring(log, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _event(trace: Any, event: Event, case: Case) -> None:
    told, task = etree.SubElement(trace, f"{{{XES}}}event"), event.task
    _attribute(told, "concept:name", task.stage if task is not None else event.what.lower())
    _attribute(told, "lifecycle:transition", TRANSITIONS.get(event.what, "complete"))
    _attribute(told, "time:timestamp", event.at)
    if task is not None:
        _attribute(told, "org:role", task.role)
        if event.what == "TASK_DECIDED" and task.verdict is not None and not task.is_secret:
            _attribute(told, "outcome", task.verdict.choice.value)
    elif event.what == "DECIDED" and (decided := case.decision or case.answered) is not None:
        _attribute(told, "outcome", decided.outcome.value)


def _attribute(parent: Any, key: str, value: str | datetime) -> None:
    kind, text = ("date", value.isoformat()) if isinstance(value, datetime) else ("string", value)
    etree.SubElement(parent, f"{{{XES}}}{kind}", key=key, value=text)
