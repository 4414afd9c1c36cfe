"""What drafts need of the unit of work, and the reads of them."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from workflow_svc.domain.definitions.draft import DefinitionDraft, DraftKind


class DefinitionDrafts(Protocol):
    """The drafts of this unit of work."""

    async def get(self, id: UUID) -> DefinitionDraft:
        """The draft; raises NotFound `definition-draft-not-found`."""

    def add(self, aggregate: DefinitionDraft) -> None:
        """Takes in a new draft."""


class UnitOfWork(Protocol):
    """One transaction."""

    definition_drafts: DefinitionDrafts


class DraftQueries(Protocol):
    """Reads for the API."""

    async def draft(self, id: UUID) -> DefinitionDraft:
        """The draft; raises NotFound `definition-draft-not-found`."""

    async def drafts(
        self, kind: DraftKind | None, owner: str | None, after: UUID | None, limit: int
    ) -> Sequence[DefinitionDraft]:
        """Drafts that are worked on, those that were begun last first, from behind `after` on."""
