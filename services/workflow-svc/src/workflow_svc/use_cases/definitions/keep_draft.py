"""Drafts are begun, saved and discarded by who works on them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from loan_servicekit.core import Caller, new_id
from workflow_svc.domain.definitions.draft import DefinitionDraft, DraftKind
from workflow_svc.use_cases.definitions.draft_ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class BeginDraft:
    """Keep what has been drawn so far."""

    caller: Caller
    kind: DraftKind
    name: str
    content: str
    code: str | None
    based_on: int | None


@dataclass(frozen=True, slots=True)
class SaveDraft:
    """Keep this in the place of what was kept; `expect` checks that nobody has saved it meanwhile."""

    caller: Caller
    draft_id: UUID
    name: str
    content: str
    expect: Callable[[int], None]


@dataclass(frozen=True, slots=True)
class DiscardDraft:
    """Work on it no more."""

    caller: Caller
    draft_id: UUID
    expect: Callable[[int], None]


async def begin_draft(command: BeginDraft, uow: UnitOfWork, now: datetime) -> DefinitionDraft:
    """A draft of the caller's own."""
    draft = DefinitionDraft(
        id=new_id(),
        kind=command.kind,
        name=command.name,
        content=command.content,
        owner=command.caller.subject,
        begun_at=now,
        saved_at=now,
        code=command.code,
        based_on=command.based_on,
    )
    draft.begin()
    uow.definition_drafts.add(draft)
    return draft


async def save_draft(command: SaveDraft, uow: UnitOfWork, now: datetime) -> DefinitionDraft:
    """Raises Conflict `precondition-failed` where it was saved meanwhile, and what `DefinitionDraft.save` raises."""
    draft = await uow.definition_drafts.get(command.draft_id)
    command.expect(draft.sequence)
    draft.save(command.caller.subject, command.name, command.content, now)
    return draft


async def discard_draft(command: DiscardDraft, uow: UnitOfWork, now: datetime) -> DefinitionDraft:
    """Raises what `save_draft` raises."""
    draft = await uow.definition_drafts.get(command.draft_id)
    command.expect(draft.sequence)
    draft.discard(command.caller.subject, now)
    return draft
