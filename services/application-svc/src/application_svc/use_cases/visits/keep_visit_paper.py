"""Keeps a photograph of a visit, or what the customer drew: its content goes to the store first, under its hash."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application_svc.domain.documents.documents import DocumentKind, inspect_document
from application_svc.domain.visits.visit import Position, VisitPaper, VisitPaperKind
from application_svc.use_cases.customers.ports import Vault
from application_svc.use_cases.documents.attach_document import content_key
from application_svc.use_cases.documents.ports import DocumentStore, Upload
from application_svc.use_cases.ports import UnitOfWork
from application_svc.use_cases.visits.ports import Papers, VisitQueries
from application_svc.use_cases.visits.positions import told_position
from loan_servicekit.core import Caller, new_id

LARGEST_BYTES = 10 * 2**20


@dataclass(frozen=True, slots=True)
class Shot:
    """What is told of a picture when it is sent: when and where it was taken."""

    kind: VisitPaperKind
    taken_at: datetime
    position: Position | None


@dataclass(frozen=True, slots=True)
class KeepVisitPaper:
    """A picture whose content lies in the store."""

    caller: Caller
    visit_id: UUID
    paper: VisitPaper


async def store_picture(
    visits: VisitQueries,
    store: DocumentStore,
    vault: Vault,
    caller: Caller,
    visit_id: UUID,
    shot: Shot,
    upload: tuple[bytes, str],
    now: datetime,
) -> KeepVisitPaper:
    """Inspects and stores a content, before any transaction begins. Raises NotFound `visit-not-found`, Forbidden
    `visit-of-another`, Conflict as `Visit.require_planned` does, and what `inspect_document` and `VisitPaper.of`
    raise."""
    visit = await visits.visit(visit_id)
    visit.require_assignee(caller.subject)
    visit.require_planned()
    id, picture = new_id(), Upload(DocumentKind.OTHER, *upload)
    document = inspect_document(
        picture.content, picture.declared_type, picture.kind, LARGEST_BYTES, id, caller.subject, now
    )
    position = vault.seal(id, {"position": told_position(shot.position)})["position"]
    paper = VisitPaper.of(visit_id, shot.kind, document, shot.taken_at, position)
    await store.put(content_key(visit_id, document.sha256), picture.content)
    return KeepVisitPaper(caller, visit_id, paper)


async def keep_visit_paper(command: KeepVisitPaper, papers: Papers, uow: UnitOfWork, now: datetime) -> VisitPaper:
    """The picture; one that is there already stays as it was."""
    visit = await uow.visits.get(command.visit_id)
    visit.require_assignee(command.caller.subject)
    known = {each.sha256: each for each in papers.get(visit.id, ())}
    visit.add_paper(command.paper.sha256, known)
    if command.paper.sha256 in known:
        return known[command.paper.sha256]
    uow.visit_papers.append(command.paper)
    return command.paper
