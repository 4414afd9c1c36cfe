"""Where notes about tasks lie, and how they are read."""

from collections.abc import Sequence
from uuid import UUID

from pydantic import TypeAdapter

from loan_servicekit.db.columns import Column, rows, structured
from loan_servicekit.db.queries import Reader
from loan_servicekit.db.tables import Fetched, load_json
from workflow_svc.domain.tasks.note import Attached, Note

MOST = 500  # of a case; who writes more is not read to the end
ATTACHED = TypeAdapter(tuple[Attached, ...])
TASK_NOTES = rows(
    "task_notes",
    Note,
    (
        Column("id", "uuid"),
        Column("task_id", "uuid"),
        Column("case_id", "uuid"),
        Column("by", "text"),
        Column("at", "timestamptz"),
        Column("text", "text"),
        Column("mentions", "json", write=list),
        structured("documents", ATTACHED),
    ),
)
READ = (
    'select id, task_id, case_id, "by", "at", text, mentions::text as mentions, documents::text as documents'
    f" from task_notes where {{by}} = $1 order by id limit {MOST}"
)


async def notes_of_task(reader: Reader, task_id: UUID) -> Sequence[Note]:
    """What was written about a task, in order."""
    return [_note(row) for row in await reader.rows(READ.format(by="task_id"), task_id)]


async def notes_of_case(reader: Reader, case_id: UUID) -> Sequence[Note]:
    """What was written about the tasks of a case, in order."""
    return [_note(row) for row in await reader.rows(READ.format(by="case_id"), case_id)]


def _note(row: Fetched) -> Note:
    return Note(
        id=row.id,
        task_id=row.task_id,
        case_id=row.case_id,
        by=row.by,
        at=row.at,
        text=row.text,
        mentions=tuple(load_json(row.mentions)),
        documents=ATTACHED.validate_python(load_json(row.documents)),
    )
