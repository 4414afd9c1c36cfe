"""Decisions over HTTP: checked, tried, proposed by one person and put in force by another, and what cases asked."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Response

from loan_servicekit.core import Invalid, NotFound
from loan_servicekit.http import Page, Router, problems, requires
from workflow_svc.api.definitions.change_views import (
    ChangeView,
    DecisionBody,
    DecisionCheckView,
    DecisionSimulationBody,
    DecisionView,
    EvaluationView,
    TrialBody,
    TrialView,
    WrittenDecisionView,
)
from workflow_svc.api.definitions.draft_views import DecisionSimulationView, FindingView
from workflow_svc.api.definitions.drafts import history
from workflow_svc.api.definitions.routes import ProcessCode, Version
from workflow_svc.api.ports import Context
from workflow_svc.domain.cases.case import case_id_of
from workflow_svc.domain.definitions.change import ChangeKind
from workflow_svc.engine import parse_decision as parsed
from workflow_svc.use_cases.definitions.change_definitions import ProposeChange
from workflow_svc.use_cases.definitions.history import known_of
from workflow_svc.use_cases.definitions.ports import Given

router = Router(prefix="/v1")


@router.post("/decision-checks", operation_id="check_decision", responses=problems())
async def check_decision(
    body: DecisionBody, context: Annotated[Context, requires("process.propose")]
) -> DecisionCheckView:
    """All that keeps a decision from being published; nothing is kept."""
    try:
        await context.ports.publisher.decided(parsed(body.content))
    except Invalid as refusal:
        return DecisionCheckView(publishable=False, findings=[FindingView.of(each) for each in refusal.errors])
    return DecisionCheckView(publishable=True, findings=[])


@router.post(
    "/decisions", operation_id="propose_decision", status_code=201, responses=problems(), response_model=ChangeView
)
async def propose_decision(body: DecisionBody, context: Annotated[Context, requires("process.propose")]) -> Response:
    """Checks a decision against its examples and proposes it. Another person publishes it:
    POST /v1/definition-changes/{change_id}/approval."""
    document = parsed(body.content)
    content = await context.ports.publisher.decided(document)
    report: dict[str, Any] = {"examples": len(content.document.examples)}
    command = ProposeChange(
        context.caller, ChangeKind.DECISION, content.code, content.document.name, document, content.text, report
    )
    return await context.perform(context.ports.operations.propose_change, command, ChangeView.of, 201)


@router.get("/decisions", operation_id="list_decisions", responses=problems())
async def list_decisions(context: Annotated[Context, requires("process.read")]) -> Page[DecisionView]:
    """Every published version; there are few, so one page holds them all."""
    return Page(items=[DecisionView.of(d) for d in await context.ports.changes.decisions()])


@router.get("/decisions/{code}/versions/{version}", operation_id="get_decision", responses=problems(404))
async def get_decision(
    code: ProcessCode, version: Version, context: Annotated[Context, requires("process.read")]
) -> WrittenDecisionView:
    """A version as it was written."""
    for d in await context.ports.changes.decisions():
        if (d.code, d.version) == (code, version):
            return WrittenDecisionView.of(d)
    raise NotFound("decision-not-found", f"{code} has no version {version}")


@router.post("/decisions/{code}/versions/{version}/trials", operation_id="try_decision", responses=problems(404))
async def try_decision(
    code: ProcessCode, version: Version, body: TrialBody, context: Annotated[Context, requires("process.propose")]
) -> TrialView:
    """What a version gives of what it is told, with its trace; nothing is kept."""
    found = await context.ports.publisher.tried(code, version, dict(body.given))
    return TrialView.model_validate(found, from_attributes=True)


@router.post("/decision-simulations", operation_id="simulate_decision", responses=problems())
async def simulate_decision(
    body: DecisionSimulationBody, context: Annotated[Context, requires("process.propose")]
) -> DecisionSimulationView:
    """What a draft would have said of the newest cases, and the version in force beside it; nothing is kept. What a
    case did not know is missing for a draft that asks for it."""
    content = await context.ports.publisher.decided(parsed(body.content))
    if body.history_of is not None:
        told = [known_of(facts) for facts in await history(body.history_of, body.cases, context)]
    else:
        asked = await context.ports.changes.asked(content.code, body.cases)
        told = [Given(str(each.application_id), each.given) for each in asked]
    return DecisionSimulationView.of(await context.ports.publisher.replayed(content, told))


@router.get(
    "/applications/{application_id}/decision-evaluations",
    operation_id="list_decision_evaluations",
    responses=problems(404),
)
async def list_decision_evaluations(
    application_id: UUID, context: Annotated[Context, requires("assessment.read")]
) -> Page[EvaluationView]:
    """The decisions that an application's case asked: what they were told, what they gave, and by which rules."""
    case = await context.ports.cases.case(case_id_of(application_id))
    if case is None:
        raise NotFound("case-not-found", f"no case of application {application_id}")
    context.caller.require_branch(case.submitted.branch)
    return Page(items=[EvaluationView.of(e) for e in await context.ports.changes.evaluated(application_id)])
