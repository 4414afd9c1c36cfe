"""An answer of which nothing was read: what it says is kept sealed until a person has looked at it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from integration_gateway.domain.desk.work import WorkItem
from integration_gateway.domain.sources.answer import Unread
from integration_gateway.domain.sources.request import Collect
from loan_contracts.values import Source
from loan_servicekit.core import Aggregate, Conflict


class Looked(StrEnum):
    """Whether somebody has dealt with it."""

    OPEN = "OPEN"
    CLOSED = "CLOSED"


class Purpose(StrEnum):
    """What somebody reads one for."""

    ADAPTER_REPAIR = "ADAPTER_REPAIR"
    COMPLAINT = "COMPLAINT"
    AUDIT = "AUDIT"


@dataclass(eq=False)
class Quarantined(Aggregate):
    """One answer. `code` names the incident: shape-changed, malformed, wrong-subject, bad-signature; `fault` says where
    in it, without anything of the person. `text` is sealed."""

    AUDITED_AS = "quarantined-answer"

    id: UUID
    source: Source
    provider: str
    code: str
    fault: str
    application_id: UUID
    request_id: UUID
    came_at: datetime
    text: str
    state: Looked = Looked.OPEN
    closed_by: str | None = None
    closed_at: datetime | None = None
    finding: str | None = None

    @classmethod
    def of(
        cls, id: UUID, item: WorkItem[Collect], source: Source, unread: Unread, sealed: str, at: datetime
    ) -> "Quarantined":
        """A new one; the incident is told to the audit log."""
        made = cls(
            id=id,
            source=source,
            provider=unread.provider,
            code=unread.code,
            fault=unread.fault,
            application_id=item.work.application_id,
            request_id=item.id,
            came_at=at,
            text=sealed,
        )
        made.audit("quarantine_answer", {"source": source.value, "provider": unread.provider, "code": unread.code})
        return made

    def read(self, purpose: Purpose) -> None:
        """Somebody reads it, for a purpose that the audit log keeps."""
        self.audit("read_quarantined_answer", {"purpose": purpose.value})

    def close(self, finding: str, by: str, now: datetime) -> None:
        """Somebody has found out what it was. Raises Conflict where it is closed."""
        if self.state is Looked.CLOSED:
            raise Conflict("quarantined-answer-closed", "somebody has closed it already")
        self.state, self.finding, self.closed_by, self.closed_at = Looked.CLOSED, finding, by, now
        self.audit("close_quarantined_answer", {"code": self.code, "provider": self.provider})
