"""What people do with tasks beside deciding them, over HTTP: notes, standing still, laying aside, going back."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from fastapi import Response
from pydantic import BaseModel, Field

from loan_servicekit.core import NotFound
from loan_servicekit.core.texts import text
from loan_servicekit.http import Body, Instant, Page, Router, problems, requires
from workflow_svc.api.ports import Context
from workflow_svc.api.tasks.asked import WRITTEN
from workflow_svc.api.tasks.routes import REFUSALS, TaskContext, is_for, subject_of, view_for
from workflow_svc.api.tasks.views import Subject, TaskView
from workflow_svc.domain.tasks.note import Attached, Note
from workflow_svc.use_cases.tasks.note_on_task import NoteOnTask
from workflow_svc.use_cases.tasks.pause_task import SnoozeTask
from workflow_svc.use_cases.tasks.step_back import StepBack, earlier_of
from workflow_svc.use_cases.tasks.work_on_task import WorkOnTask

router = Router(prefix="/v1")


class AttachedBody(Body):
    """A document of application-svc, with the hash of the content that is meant."""

    document_id: Annotated[UUID, Field(examples=["019bd906-1280-798f-a429-4925d566d08d"])]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$", examples=["ab" * 32])]


class NoteBody(Body):
    """A note about a task. The text stays here; messages tell its hash."""

    text: Annotated[str, text(1, 2000, lines=True), Field(examples=["请核实流水"])]
    mentions: Annotated[
        list[Subject], Field(max_length=20, description="Colleagues who are told, by their user ids")
    ] = []
    documents: Annotated[list[AttachedBody], Field(max_length=20)] = []

    def attached(self) -> tuple[Attached, ...]:
        """In the domain's words."""
        return tuple(Attached(each.document_id, each.sha256) for each in self.documents)


class AttachedView(BaseModel):
    """A document that a note names."""

    document_id: UUID
    sha256: str


class NoteView(BaseModel):
    """A note about a task."""

    id: UUID
    task_id: UUID
    by: str
    at: datetime
    text: str
    mentions: list[str]
    documents: list[AttachedView]

    @classmethod
    def of(cls, note: Note) -> Self:
        """The view of a note."""
        documents = [AttachedView(document_id=each.document_id, sha256=each.sha256) for each in note.documents]
        told = {name: getattr(note, name) for name in ("id", "task_id", "by", "at", "text", "mentions")}
        return cls.model_validate(told | {"documents": documents})


class SnoozeBody(Body):
    """Until when the task is laid aside."""

    until: Annotated[Instant, Field(examples=["2026-10-08T01:00:00Z"])]


class StepBackBody(Body):
    """To which task the case goes back, and why: whoever does it anew reads it."""

    stage: Annotated[
        str | None,
        Field(
            pattern=WRITTEN, max_length=100, description="Absent: the task that was completed last", examples=["verify"]
        ),
    ] = None
    reason: Annotated[str, text(10, 2000, lines=True), Field(examples=["收入证明与流水不符，请重新核实"])]


async def _require_sight(task_id: UUID, context: Context) -> None:
    task = await context.ports.tasks.task(task_id)
    if task is None or not is_for(task, context.caller):
        raise NotFound("task-not-found", f"there is no task {task_id} for you")


@router.get("/tasks/{task_id}/notes", operation_id="list_task_notes", responses=problems(404))
async def list_task_notes(task_id: UUID, context: Annotated[Context, requires("task.read")]) -> Page[NoteView]:
    """What was written about a task, in order; there is little, so one page holds it."""
    await _require_sight(task_id, context)
    return Page(items=[NoteView.of(note) for note in await context.ports.tasks.notes_of_task(task_id)])


@router.post(
    "/tasks/{task_id}/notes",
    operation_id="note_on_task",
    status_code=201,
    responses=problems(404),
    response_model=NoteView,
)
async def note_on_task_route(task_id: UUID, body: NoteBody, context: TaskContext) -> Response:
    """Writes about a task; who is mentioned is told, wherever he works."""
    await _require_sight(task_id, context)
    command = NoteOnTask(context.caller, task_id, body.text, tuple(body.mentions), body.attached())
    about = await subject_of(task_id, context)
    return await context.perform(context.ports.operations.note_on_task, command, NoteView.of, 201, about=about)


@router.post("/tasks/{task_id}/suspension", operation_id="suspend_task", responses=REFUSALS, response_model=TaskView)
async def suspend_task_route(task_id: UUID, context: TaskContext) -> Response:
    """The caller lets the time of his task stand still, while something outside is awaited."""
    command, about = WorkOnTask(context.caller, task_id), await subject_of(task_id, context)
    return await context.perform(context.ports.operations.suspend_task, command, view_for(context), about=about)


@router.post("/tasks/{task_id}/resumption", operation_id="resume_task", responses=REFUSALS, response_model=TaskView)
async def resume_task_route(task_id: UUID, context: TaskContext) -> Response:
    """Somebody of its role lets it go on, in the hands in which it was, with the working time that was left."""
    command, about = WorkOnTask(context.caller, task_id), await subject_of(task_id, context)
    return await context.perform(context.ports.operations.resume_task, command, view_for(context), about=about)


@router.post("/tasks/{task_id}/snooze", operation_id="snooze_task", responses=REFUSALS, response_model=TaskView)
async def snooze_task_route(task_id: UUID, body: SnoozeBody, context: TaskContext) -> Response:
    """The caller lays his task aside and is reminded then; its due time runs on."""
    command, about = SnoozeTask(context.caller, task_id, body.until), await subject_of(task_id, context)
    return await context.perform(context.ports.operations.snooze_task, command, view_for(context), about=about)


@router.post("/tasks/{task_id}/return", operation_id="send_task_back", responses=REFUSALS, response_model=TaskView)
async def send_task_back_route(task_id: UUID, context: TaskContext) -> Response:
    """The caller gives the task back to who handed it over to him."""
    command, about = WorkOnTask(context.caller, task_id), await subject_of(task_id, context)
    return await context.perform(context.ports.operations.send_task_back, command, view_for(context), about=about)


@router.post("/tasks/{task_id}/retrieval", operation_id="take_task_back", responses=REFUSALS, response_model=TaskView)
async def take_task_back_route(task_id: UUID, context: TaskContext) -> Response:
    """The caller takes back what he handed over, while it waits."""
    command, about = WorkOnTask(context.caller, task_id), await subject_of(task_id, context)
    return await context.perform(context.ports.operations.take_task_back, command, view_for(context), about=about)


@router.post("/tasks/{task_id}/step-back", operation_id="step_back", responses=REFUSALS, response_model=TaskView)
async def step_back_route(task_id: UUID, body: StepBackBody, context: TaskContext) -> Response:
    """Who has a task sends its case back to an earlier one (退回). It opens anew, in the hands of who has done it if he
    still may. His own task is closed, and comes again. The answer is the task that was opened."""
    task = await context.ports.tasks.task(task_id)
    tasks = await context.ports.tasks.tasks_of(task.case_id) if task is not None else []
    earlier = earlier_of(task, list(tasks), body.stage) if task is not None else None
    command = StepBack(context.caller, task_id, earlier, body.reason)
    about = task.application_id if task is not None else None
    return await context.perform(context.ports.operations.step_back, command, view_for(context), about=about)
