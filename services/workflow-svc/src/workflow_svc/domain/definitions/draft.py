"""A process or a decision that somebody is still working on: kept for him, seen by who designs, in force for nobody."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from loan_servicekit.core import Aggregate, Conflict, Forbidden


class DraftKind(StrEnum):
    """What is drawn or written: BPMN 2.0 XML, or a decision as JSON."""

    PROCESS = "PROCESS"
    DECISION = "DECISION"


class DraftStatus(StrEnum):
    """Nothing is done with what is DISCARDED, and nothing of it is kept."""

    OPEN = "OPEN"
    DISCARDED = "DISCARDED"


@dataclass(eq=False)
class DefinitionDraft(Aggregate):
    """`content` is kept as it was sent: half of a process is no process, and is checked when it is proposed. `code` and
    `based_on` say which process or decision it shall be a version of, and from which one it began."""

    AUDITED_AS = "definition-draft"

    id: UUID
    kind: DraftKind
    name: str
    content: str
    owner: str
    begun_at: datetime
    saved_at: datetime
    code: str | None = None
    based_on: int | None = None
    status: DraftStatus = DraftStatus.OPEN

    def begin(self) -> None:
        """Tells that it is there."""
        self.audit("begin_draft", {"kind": self.kind.value})

    def save(self, by: str, name: str, content: str, now: datetime) -> None:
        """Raises Forbidden `not-own-draft`, Conflict `draft-discarded`."""
        self._require_own(by)
        self.name, self.content, self.saved_at = name, content, now
        self.audit("save_draft")

    def discard(self, by: str, now: datetime) -> None:
        """Raises Forbidden `not-own-draft`, Conflict `draft-discarded`."""
        self._require_own(by)
        self.status, self.content, self.saved_at = DraftStatus.DISCARDED, "", now
        self.audit("discard_draft")

    def _require_own(self, by: str) -> None:
        if by != self.owner:
            raise Forbidden("not-own-draft", "who has begun it works on it; begin another one with its content")
        if self.status is DraftStatus.DISCARDED:
            raise Conflict("draft-discarded", f"it was discarded at {self.saved_at.isoformat()}")
