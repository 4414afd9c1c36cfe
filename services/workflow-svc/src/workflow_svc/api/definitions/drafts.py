"""Drafts over HTTP: what keeps one from being published, what it changes, what would become of cases on it."""

from typing import Annotated

from fastapi import Query

from loan_servicekit.core import Invalid, NotFound
from loan_servicekit.http import Page, Router, problems, requires
from workflow_svc.api.definitions.draft_views import (
    ChangeView,
    CheckView,
    FindingView,
    PlayedView,
    SimulationBody,
    SimulationView,
)
from workflow_svc.api.definitions.routes import ProcessCode, Version
from workflow_svc.api.definitions.views import ProcessBody
from workflow_svc.api.ports import Context
from workflow_svc.engine import Facts
from workflow_svc.use_cases.definitions.history import facts_of

router = Router(prefix="/v1")
REFUSED = "process-not-publishable"


@router.post("/process-checks", operation_id="check_process", responses=problems())
async def check_process(body: ProcessBody, context: Annotated[Context, requires("process.propose")]) -> CheckView:
    """All that keeps a draft from being published, by element; nothing is kept."""
    try:
        publication = await context.ports.publisher.checked(body.document())
    except Invalid as refusal:
        if refusal.code != REFUSED:
            raise
        return CheckView(publishable=False, findings=[FindingView.of(each) for each in refusal.errors])
    definition = publication.definition
    return CheckView(
        publishable=True,
        findings=[],
        code=definition.code,
        next_version=definition.version,
        executor=definition.executor.value,
        dialogues=publication.proof.steps,
    )


@router.get(
    "/processes/{code}/versions/{version}/changes", operation_id="list_process_changes", responses=problems(404)
)
async def list_process_changes(
    code: ProcessCode,
    version: Version,
    context: Annotated[Context, requires("process.read")],
    since: Annotated[int | None, Query(ge=1, le=10**6, description="Absent: the version before")] = None,
) -> Page[ChangeView]:
    """What a version has that an earlier one has not: elements, attributes, figures, flows and their conditions."""
    files = {p.version: p.bpmn for p in await context.ports.definitions.processes() if p.code == code}
    before = since or version - 1
    if version not in files or before not in files:
        raise NotFound("process-not-found", f"{code} has no version {version}, or none {before}")
    found = await context.ports.publisher.changes(files[before], files[version])
    return Page(items=[ChangeView.of(each) for each in found])


@router.post("/process-simulations", operation_id="simulate_process", responses=problems())
async def simulate_process(
    body: SimulationBody, context: Annotated[Context, requires("process.propose")]
) -> SimulationView:
    """Plays a draft over given facts, or over what the cases that were decided last were answered, and the version in
    force beside it. A step that the facts do not answer runs out of time. Nothing is asked of anybody, nothing kept."""
    document = body.document()
    facts = [each.facts() for each in body.facts] or await history(body.history_of, body.cases, context)
    played = await context.ports.publisher.simulated(document, facts, context.now)
    code = body.beside or body.history_of or ""
    in_force = await context.ports.publisher.simulated_in_force(code, facts, context.now)
    return SimulationView.of([PlayedView.of(each) for each in played], [PlayedView.of(each) for each in in_force])


async def history(code: str | None, cases: int, context: Context) -> list[Facts]:
    """What the cases of a process that were decided last were answered."""
    if code is None:
        return []
    found = await context.ports.cases.decided(code, cases)
    return [facts_of(case, await context.ports.tasks.tasks_of(case.id)) for case in found]
