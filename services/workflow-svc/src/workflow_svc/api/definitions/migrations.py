"""Running cases and other versions of their process, over HTTP: a dry run, and what is proposed on its report."""

import json
from typing import Annotated, Any

from fastapi import Response
from pydantic import BaseModel

from loan_servicekit.core import NotFound
from loan_servicekit.http import Router, problems, requires
from workflow_svc.api.definitions.change_views import ChangeView, MigrationBody
from workflow_svc.api.definitions.routes import ProcessCode
from workflow_svc.api.ports import Context
from workflow_svc.domain.definitions.change import ChangeKind
from workflow_svc.use_cases.definitions.change_definitions import ProposeChange
from workflow_svc.use_cases.definitions.move_cases import reported

router = Router(prefix="/v1")


class GapView(BaseModel):
    """Why a case cannot be moved."""

    element: str
    code: str
    detail: str


class MovedView(BaseModel):
    """What would become of a case."""

    case_id: str
    from_version: int
    movable: bool
    gaps: list[GapView]
    timers: list[str]


class MigrationView(BaseModel):
    """What would become of the cases; nothing is changed."""

    movable: int
    cases: list[MovedView]


@router.post("/processes/{code}/migration-checks", operation_id="check_migration", responses=problems(404))
async def check_migration(
    code: ProcessCode, body: MigrationBody, context: Annotated[Context, requires("process.propose")]
) -> MigrationView:
    """A dry run: which of the chosen cases could go to a version, why not the others, and which timers would begin."""
    return MigrationView.model_validate(await _report(code, body, context))


@router.post(
    "/processes/{code}/migrations",
    operation_id="propose_migration",
    status_code=201,
    responses=problems(404),
    response_model=ChangeView,
)
async def propose_migration(
    code: ProcessCode, body: MigrationBody, context: Annotated[Context, requires("process.propose")]
) -> Response:
    """The chosen cases shall go to a version. Another person does it, in one commit: those that can be moved then."""
    content = {"to_version": body.to_version, "case_ids": [str(id) for id in body.case_ids]}
    report = await _report(code, body, context)
    text, name = json.dumps(content, sort_keys=True), f"{len(body.case_ids)} → {code}:{body.to_version}"
    command = ProposeChange(context.caller, ChangeKind.MIGRATION, code, name, content, text, {"dry_run": report})
    return await context.perform(context.ports.operations.propose_change, command, ChangeView.of, 201)


async def _report(code: str, body: MigrationBody, context: Context) -> dict[str, Any]:
    if not await context.ports.publisher.startable(code, body.to_version):
        raise NotFound("process-not-found", f"{code} {body.to_version} is called by other processes alone")
    rows = []
    for id in body.case_ids:
        case = await context.ports.cases.case(id)
        if case is None:
            raise NotFound("case-not-found", f"there is no case {id}")
        rows.append(reported(case, code, body.to_version, context.ports.processes(), context.now)[0])
    return {"movable": sum(bool(row["movable"]) for row in rows), "cases": rows}
