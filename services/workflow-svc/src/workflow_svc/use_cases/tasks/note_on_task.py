"""Somebody writes about a task, mentions colleagues, names papers."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from loan_servicekit.core import Caller, new_id
from workflow_svc.domain.cases.papers import require_papers
from workflow_svc.domain.people.staff import Staff
from workflow_svc.domain.tasks.note import Attached, Note, tell_note
from workflow_svc.use_cases.cases.ports import Cases
from workflow_svc.use_cases.tasks.ports import Tasks


class Notes(Protocol):
    """The append-only table of notes."""

    def append(self, note: Note) -> None:
        """Keeps a note."""


class NotingUnitOfWork(Protocol):
    """One transaction in which something is written about a task."""

    tasks: Tasks
    cases: Cases
    task_notes: Notes


@dataclass(frozen=True, slots=True)
class NoteOnTask:
    """Keep this note."""

    caller: Caller
    task_id: UUID
    text: str
    mentions: tuple[str, ...]
    documents: tuple[Attached, ...]


async def note_on_task(command: NoteOnTask, staff: Staff, uow: NotingUnitOfWork, now: datetime) -> Note:
    """Raises Invalid `assignee-unknown`, `document-unfit`, Forbidden `other-branch`."""
    task = await uow.tasks.get(command.task_id)
    command.caller.require_branch(task.branch)
    if command.documents:
        require_papers(await uow.cases.get(task.case_id), command.documents)
    note = Note(
        id=new_id(),
        task_id=task.id,
        case_id=task.case_id,
        by=command.caller.subject,
        at=now,
        text=command.text,
        mentions=tuple(dict.fromkeys(command.mentions)),
        documents=command.documents,
    )
    tell_note(task, note, staff)
    uow.task_notes.append(note)
    return note
