"""The inbox and its tasks over HTTP."""

from collections.abc import Callable
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Response

from loan_servicekit.core import Caller, NotFound
from loan_servicekit.http import Cursor, Page, Router, page, problems, requires
from workflow_svc.api.people.noted import note
from workflow_svc.api.ports import Context
from workflow_svc.api.sight import Sight
from workflow_svc.api.tasks.asked import Kind, Listed, place_of, position_of, sees_every_inbox
from workflow_svc.api.tasks.views import CompletionBody, ReassignmentBody, TaskCountsView, TaskView
from workflow_svc.domain.tasks.task import Task
from workflow_svc.use_cases.tasks.work_on_task import CompleteTask, ReassignTask, WorkOnTask

router = Router(prefix="/v1")
REFUSALS = problems(404, 409)
TaskContext = Annotated[Context, requires("task.work")]


@router.get("/tasks", operation_id="list_tasks", responses=problems())
async def list_tasks(
    context: Annotated[Context, requires("task.read")],
    cursor: Annotated[Cursor, Depends()],
    asked: Annotated[Listed, Depends()],
) -> Page[TaskView]:
    """The inbox of the caller's roles: what waits, the overdue first, then by due time; behind it what is closed, the
    newest first. Auditors see every role's."""
    await note(context)
    inbox = asked.inbox(context.caller, context.now, context.ports.processes().definitions.called)
    found = await context.ports.tasks.tasks(inbox, place_of(cursor), cursor.limit + 1)
    last = position_of(found[cursor.limit - 1]) if len(found) > cursor.limit else None
    return page([_shown(task, context.caller) for task in found], cursor, last)


@router.get("/tasks/counts", operation_id="count_tasks", responses=problems())
async def count_tasks(
    context: Annotated[Context, requires("task.read")], asked: Annotated[Kind, Depends()]
) -> TaskCountsView:
    """How many tasks wait in the inbox of the caller's roles, by role, branch, stage and product; exact at one moment.
    Auditors see every role's."""
    caller = context.caller
    return TaskCountsView.of(await context.ports.tasks.counts(asked.inbox(caller), caller.subject, context.now))


@router.get("/tasks/{task_id}", operation_id="get_task", responses=problems(404))
async def get_task(task_id: UUID, context: Annotated[Context, requires("task.read")]) -> TaskView:
    """One task of the caller's inbox, or one that he has worked on; auditors see every task."""
    task = await context.ports.tasks.task(task_id)
    if task is None or not is_for(task, context.caller):
        raise NotFound("task-not-found", f"there is no task {task_id} for you")
    return _shown(task, context.caller)


def is_for(task: Task, caller: Caller) -> bool:
    """Whether the caller may see the task: it is of his branch and role, or he has had it in his hands."""
    if not caller.all_branches and task.branch != caller.branch:
        return False
    worked = task.assignee == caller.subject or any(vote.subject == caller.subject for vote in task.votes)
    return worked or sees_every_inbox(caller) or task.role in caller.roles


def _shown(task: Task, caller: Caller) -> TaskView:
    return TaskView.of(task, Sight.of(caller, task.branch))


async def subject_of(task_id: UUID, context: Context) -> UUID | None:
    """The application that a task is about: what people do with it belongs to the application's one trace."""
    task = await context.ports.tasks.task(task_id)
    return task.application_id if task else None


@router.post("/tasks/{task_id}/claim", operation_id="claim_task", responses=REFUSALS, response_model=TaskView)
async def claim_task_route(task_id: UUID, context: TaskContext) -> Response:
    """The caller takes the task."""
    await note(context)
    command, about = WorkOnTask(context.caller, task_id), await subject_of(task_id, context)
    return await context.perform(context.ports.operations.claim_task, command, view_for(context), about=about)


@router.post("/tasks/{task_id}/release", operation_id="release_task", responses=REFUSALS, response_model=TaskView)
async def release_task_route(task_id: UUID, context: TaskContext) -> Response:
    """The caller gives the task back to the inbox."""
    command, about = WorkOnTask(context.caller, task_id), await subject_of(task_id, context)
    return await context.perform(context.ports.operations.release_task, command, view_for(context), about=about)


@router.post("/tasks/{task_id}/reassignment", operation_id="reassign_task", responses=REFUSALS, response_model=TaskView)
async def reassign_task_route(task_id: UUID, body: ReassignmentBody, context: TaskContext) -> Response:
    """The caller hands the task to another person, who has worked here and may work on it (`list_colleagues`)."""
    command, about = ReassignTask(context.caller, task_id, body.to), await subject_of(task_id, context)
    return await context.perform(context.ports.operations.reassign_task, command, view_for(context), about=about)


@router.post("/tasks/{task_id}/completion", operation_id="complete_task", responses=REFUSALS, response_model=TaskView)
async def complete_task_route(task_id: UUID, body: CompletionBody, context: TaskContext) -> Response:
    """Decides the task, or votes on it; the case goes on in the same commit."""
    command = CompleteTask(context.caller, task_id, body.verdict(), body.form)
    about = await subject_of(task_id, context)
    return await context.perform(context.ports.operations.complete_task, command, view_for(context), about=about)


def view_for(context: Context) -> Callable[[Task], TaskView]:
    """How the caller sees a task."""
    return lambda task: _shown(task, context.caller)
