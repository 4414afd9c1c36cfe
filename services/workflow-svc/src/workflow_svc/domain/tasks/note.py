"""A note about a task: what somebody wrote, whom it mentions, and the papers that it names. Its text stays here."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from loan_contracts.decisions import TaskMentioned
from workflow_svc.domain.people.staff import Staff
from workflow_svc.domain.tasks.task import Task
from workflow_svc.domain.tasks.waiting import told


@dataclass(frozen=True, slots=True)
class Attached:
    """A document that application-svc keeps, and the hash of the content that was meant."""

    document_id: UUID
    sha256: str


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody wrote about a task."""

    id: UUID
    task_id: UUID
    case_id: UUID
    by: str
    at: datetime
    text: str
    mentions: tuple[str, ...] = ()
    documents: tuple[Attached, ...] = ()

    @property
    def text_sha256(self) -> str:
        """What of the text goes outside."""
        return _sha256(self.text)


def tell_note(task: Task, note: Note, staff: Staff) -> None:
    """Those who are mentioned are told; the audit proves what was written and which papers were meant. Raises Invalid
    `assignee-unknown`."""
    staff.require_known(note.mentions)
    detail = {"text_sha256": note.text_sha256}
    if note.documents:
        meant = "\n".join(each.sha256 for each in note.documents)
        detail |= {"documents": str(len(note.documents)), "documents_sha256": _sha256(meant)}
    task.audit("note_on_task", detail)
    if note.mentions:
        task.record(TaskMentioned, **told(task, note.mentions), note_id=note.id, mentioned_by=note.by)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
