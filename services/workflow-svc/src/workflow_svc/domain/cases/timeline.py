"""What happened to a case, in the order of time, as far as the service itself was told."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from workflow_svc.domain.cases.case import Case
from workflow_svc.domain.tasks.note import Note
from workflow_svc.domain.tasks.task import Task, TaskStatus


class Event(NamedTuple):
    """Something that happened: what, by whom, about which task."""

    at: datetime
    what: str
    by: str | None = None
    task: Task | None = None


def timeline(case: Case, tasks: Sequence[Task], notes: Sequence[Note] = ()) -> list[Event]:
    """The oldest first. How somebody voted on a task that still waits is nobody's to know, so votes come with its
    end."""
    known = {task.id: task for task in tasks}
    written = (Event(note.at, "NOTED", note.by, known.get(note.task_id)) for note in notes)
    return sorted([*_of_case(case), *(e for task in tasks for e in _of_task(task)), *written], key=lambda e: e.at)


def _of_case(case: Case) -> Iterator[Event]:
    yield Event(case.submitted.submitted_at, "SUBMITTED", case.submitted.submitted_by)
    yield Event(case.opened_at, "CASE_OPENED")
    if case.collected is not None:
        yield Event(case.collected.collected_at, "DATA_COLLECTED")
    if case.fraud is not None:
        yield Event(case.fraud.screened_at, "SCREENED")
    if case.risk is not None:
        yield Event(case.risk.assessed_at, "ASSESSED")
    for at in sorted(set(case.supplied.values())):
        yield Event(at, "SUPPLEMENTED")
    if (decided := case.decision or case.answered) is not None:
        yield Event(decided.decided_at, "DECIDED", decided.decided_by)


def _of_task(task: Task) -> Iterator[Event]:
    yield Event(task.created_at, "TASK_OPENED", None, task)
    if task.status is TaskStatus.COMPLETED:
        if task.is_secret and task.closed_at is not None:
            yield Event(task.closed_at, "TASK_DECIDED", task.decided_by, task)
        else:
            yield from (Event(vote.at, "TASK_DECIDED", vote.subject, task) for vote in task.votes)
    elif task.status is TaskStatus.CANCELLED and task.closed_at is not None:
        yield Event(task.closed_at, "TASK_CANCELLED", None, task)
