"""Tasks, cases and processes over HTTP."""

import asyncio
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Path, Response

from loan_contracts.access import EVERY_INBOX
from loan_servicekit.core import Caller, NotFound
from loan_servicekit.http import Cursor, Edge, Page, Router, page, problems, requires
from workflow_svc.api.views import (
    CaseView,
    CompletionBody,
    ProcessBody,
    ProcessView,
    PublicationView,
    ReassignmentBody,
    ReviewsView,
    ReviewView,
    Sight,
    TaskView,
)
from workflow_svc.domain.cases.case import case_id_of
from workflow_svc.domain.tasks.task import Task, TaskStatus
from workflow_svc.engine import Publication
from workflow_svc.use_cases.definitions.publish_process import PublishProcess, publish_process
from workflow_svc.use_cases.ports import Ports
from workflow_svc.use_cases.tasks.work_on_task import (
    CompleteTask,
    ReassignTask,
    WorkOnTask,
    claim_task,
    complete_task,
    reassign_task,
    release_task,
)

router = Router(prefix="/v1")
Worker = Annotated[Edge, requires("task.work")]
ProcessCode = Annotated[str, Path(pattern=r"^[A-Za-z0-9_.-]{1,100}$")]
ProcessVersion = Annotated[int, Path(ge=1, le=10**6)]


def ports(edge: Edge) -> Ports:
    """What wiring handed to the routes."""
    found: Ports = edge.queries
    return found


@router.get("/tasks", operation_id="list_tasks", responses=problems())
async def list_tasks(
    edge: Annotated[Edge, requires("task.read")],
    cursor: Annotated[Cursor, Depends()],
    status: TaskStatus | None = None,
    mine: bool = False,
    application_id: UUID | None = None,
) -> Page[TaskView]:
    """The inbox of the caller's roles, what is due first; auditors see every role's."""
    roles = None if _sees_every_inbox(edge.caller) else edge.caller.roles
    assignee = edge.caller.subject if mine else None
    found = await ports(edge).queries.tasks(roles, edge.caller.branch_scope, status, assignee, application_id,
                                            cursor.time_and_uuid(), cursor.limit + 1)  # fmt: skip
    shown = [_shown(task, edge.caller) for task in found]
    last = shown[cursor.limit - 1] if len(shown) > cursor.limit else None
    return page(shown, cursor, [last.due_at.isoformat(), str(last.id)] if last else None)


@router.get("/tasks/{task_id}", operation_id="get_task", responses=problems(404))
async def get_task(task_id: UUID, edge: Annotated[Edge, requires("task.read")]) -> TaskView:
    """One task of the caller's inbox, or one that he has worked on; auditors see every task."""
    task = await ports(edge).queries.task(task_id)
    if task is None or not _is_for(task, edge.caller):
        raise NotFound("task-not-found", f"there is no task {task_id} for you")
    return _shown(task, edge.caller)


def _is_for(task: Task, caller: Caller) -> bool:
    """Whether the caller may see the task: it is of his branch and role, or he has had it in his hands."""
    if not caller.all_branches and task.branch != caller.branch:
        return False
    worked = task.assignee == caller.subject or any(vote.subject == caller.subject for vote in task.votes)
    return worked or _sees_every_inbox(caller) or task.role in caller.roles


def _sees_every_inbox(caller: Caller) -> bool:
    return not EVERY_INBOX.isdisjoint(caller.roles)


def _shown(task: Task, caller: Caller) -> TaskView:
    return TaskView.of(task, Sight.of(caller, task.branch))


async def _subject(task_id: UUID, edge: Edge) -> UUID | None:
    """The application that a task is about: what people do with it belongs to the application's one trace."""
    task = await ports(edge).queries.task(task_id)
    return task.application_id if task else None


@router.post("/tasks/{task_id}/claim", operation_id="claim_task", responses=problems(404, 409), response_model=TaskView)
async def claim_task_route(task_id: UUID, edge: Worker) -> Response:
    """The caller takes the task."""
    return await edge.perform(claim_task, WorkOnTask(edge.caller, task_id), lambda task: _shown(task, edge.caller), 200,
                              ports(edge).preloads.tasks, await _subject(task_id, edge))  # fmt: skip


@router.post("/tasks/{task_id}/release", operation_id="release_task", responses=problems(404, 409),
             response_model=TaskView)  # fmt: skip
async def release_task_route(task_id: UUID, edge: Worker) -> Response:
    """The caller gives the task back to the inbox."""
    return await edge.perform(release_task, WorkOnTask(edge.caller, task_id), lambda task: _shown(task, edge.caller), 200,
                              ports(edge).preloads.tasks, await _subject(task_id, edge))  # fmt: skip


@router.post("/tasks/{task_id}/reassignment", operation_id="reassign_task", responses=problems(404, 409),
             response_model=TaskView)  # fmt: skip
async def reassign_task_route(task_id: UUID, body: ReassignmentBody, edge: Worker) -> Response:
    """The caller hands the task to another person."""
    command = ReassignTask(edge.caller, task_id, body.to)
    return await edge.perform(reassign_task, command, lambda task: _shown(task, edge.caller), 200,
                              ports(edge).preloads.tasks, await _subject(task_id, edge))  # fmt: skip


@router.post("/tasks/{task_id}/completion", operation_id="complete_task", responses=problems(404, 409),
             response_model=TaskView)  # fmt: skip
async def complete_task_route(task_id: UUID, body: CompletionBody, edge: Worker) -> Response:
    """Decides the task, or votes on it; the case goes on in the same commit."""
    command = CompleteTask(edge.caller, task_id, body.verdict())
    return await edge.perform(complete_task, command, lambda task: _shown(task, edge.caller), 200,
                              ports(edge).preloads.completions, await _subject(task_id, edge))  # fmt: skip


async def _case_view(case_id: UUID, edge: Edge) -> CaseView:
    queries = ports(edge).queries
    case = await queries.case(case_id)
    if case is None:
        raise NotFound("case-not-found", "there is no such case")
    edge.caller.require_branch(case.submitted.branch)
    waiting = ports(edge).processes().waiting(case)
    sight = Sight.of(edge.caller, case.submitted.branch)
    return CaseView.of(case, waiting, list(await queries.tasks_of(case_id)), sight)


@router.get("/cases/{case_id}/view", operation_id="get_case_view", responses=problems(404))
async def get_case_view(case_id: UUID, edge: Annotated[Edge, requires("case.read")], response: Response) -> CaseView:
    """Everything a reviewer decides on, in one answer, as far as the caller's permissions go: what was collected and
    assessed needs `assessment.read`, what was screened and the comments of who decided need `screening.read`. `withheld`
    names what was left out."""
    view = await _case_view(case_id, edge)
    response.headers["ETag"] = f'"{view.sequence}"'
    return view


@router.get("/applications/{application_id}/case", operation_id="get_case_of", responses=problems(404))
async def get_case_of(application_id: UUID, edge: Annotated[Edge, requires("case.read")]) -> CaseView:
    """The case of an application; what it shows depends on the caller as in `get_case_view`."""
    return await _case_view(case_id_of(application_id), edge)


@router.get("/applications/{application_id}/reviews", operation_id="list_reviews", responses=problems(404))
async def list_reviews(application_id: UUID, edge: Annotated[Edge, requires("review.read")]) -> ReviewsView:
    """What the borrower has asked about the decision, and the answers for him."""
    case = await ports(edge).queries.case(case_id_of(application_id))
    if case is None:
        raise NotFound("case-not-found", "there is no such case")
    edge.caller.require_branch(case.submitted.branch)
    tasks = await ports(edge).queries.tasks_of(case.id)
    return ReviewsView(items=[ReviewView.of(task) for task in tasks if task.review is not None])


@router.get("/processes", operation_id="list_processes", responses=problems())
async def list_processes(edge: Annotated[Edge, requires("process.read")]) -> Page[ProcessView]:
    """Every published version; there are few, so one page holds them all."""
    return Page(items=[ProcessView.of(p) for p in await ports(edge).queries.processes()])


@router.get("/processes/{code}/versions/{version}/bpmn", operation_id="get_process_bpmn",
            responses=problems(404) | {200: {"content": {"application/xml": {"schema": {"type": "string"}}}}},
            response_class=Response)  # fmt: skip
async def get_process_bpmn(
    code: ProcessCode, version: ProcessVersion, edge: Annotated[Edge, requires("process.read")]
) -> Response:
    """The BPMN 2.0 XML of a version."""
    for p in await ports(edge).queries.processes():
        if (p.code, p.version) == (code, version):
            return Response(p.bpmn, media_type="application/xml")
    raise NotFound("process-not-found", "no such version is published")


@router.post("/processes", operation_id="publish_process", status_code=201, responses=problems(409),
             response_model=PublicationView)  # fmt: skip
async def publish_process_route(body: ProcessBody, edge: Annotated[Edge, requires("process.publish")]) -> Response:
    """Checks a process, proves which executor may run it, and publishes it as the next version."""
    publisher = ports(edge).publisher
    publication = await publisher.checked(body.bpmn.encode())

    def view(published: Publication) -> PublicationView:
        d = published.definition
        return PublicationView(code=d.code, version=d.version, executor=d.executor, sha256=d.sha256)

    command = PublishProcess(publication, edge.caller.subject)
    answer = await edge.perform(publish_process, command, view, 201, ports(edge).preloads.versions)
    await asyncio.shield(publisher.learn())
    return answer
