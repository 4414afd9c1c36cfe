"""Where drafts lie, and the reads of them."""

from collections.abc import Sequence
from uuid import UUID

from loan_servicekit.core import NotFound
from loan_servicekit.db.columns import Column, aggregates, enumerated
from loan_servicekit.db.queries import Reader
from workflow_svc.domain.definitions.draft import DefinitionDraft, DraftKind, DraftStatus

DEFINITION_DRAFTS = aggregates(
    "definition_drafts",
    DefinitionDraft,
    (
        Column("id", "uuid"),
        enumerated("kind", DraftKind),
        Column("name", "text"),
        Column("content", "text"),
        Column("owner", "text"),
        Column("begun_at", "timestamptz"),
        Column("saved_at", "timestamptz"),
        Column("code", "text"),
        Column("based_on", "int"),
        enumerated("status", DraftStatus),
    ),
    missing="definition-draft-not-found",
)


class SqlDrafts:
    """Implements `DraftQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def draft(self, id: UUID) -> DefinitionDraft:
        """The draft; raises NotFound `definition-draft-not-found`."""
        found = await self._reader.aggregates(DEFINITION_DRAFTS, "id = $1", id)
        if not found:
            raise NotFound(DEFINITION_DRAFTS.missing, f"there is no draft {id}")
        return found[0]

    async def drafts(
        self, kind: DraftKind | None, owner: str | None, after: UUID | None, limit: int
    ) -> Sequence[DefinitionDraft]:
        """Drafts that are worked on, those that were begun last first."""
        where, told = ["status = 'OPEN'"], list[object]()
        for condition, value in (("kind = ", kind and kind.value), ("owner = ", owner), ("id < ", after)):
            if value is not None:
                told.append(value)
                where.append(f"{condition}${len(told)}")
        listed = f"{' and '.join(where)} order by id desc limit ${len(told) + 1}"
        return await self._reader.aggregates(DEFINITION_DRAFTS, listed, *told, limit)
