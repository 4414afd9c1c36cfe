"""The institution's watch list: who is on it is proposed by one person and confirmed by another."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import Aggregate, Conflict, Forbidden


class WatchKind(StrEnum):
    """What the token stands for."""

    PERSON = "PERSON"
    MOBILE = "MOBILE"
    CARD = "CARD"
    DEVICE = "DEVICE"


class WatchStatus(StrEnum):
    """Only ACTIVE entries count."""

    PROPOSED = "PROPOSED"
    ACTIVE = "ACTIVE"
    REMOVED = "REMOVED"


@dataclass
class WatchEntry(Aggregate):
    """A keyed hash of something that applicants should not share with known fraud."""

    id: UUID
    kind: WatchKind
    token: str
    reason: str
    status: WatchStatus
    proposed_by: str
    confirmed_by: str | None
    proposed_at: datetime

    @classmethod
    def propose(cls, id: UUID, kind: WatchKind, token: str, reason: str, by: str, now: datetime) -> "WatchEntry":
        """A new entry that does not count yet."""
        entry = cls(id, kind, token, reason, WatchStatus.PROPOSED, by, None, now)
        entry._audit("propose_watch_entry")
        return entry

    def confirm(self, by: str) -> None:
        """A second person makes it count; the proposer may not (maker and checker differ)."""
        if self.status is not WatchStatus.PROPOSED:
            raise Conflict(
                "watch-entry-not-proposed", f"the entry is {self.status}, only PROPOSED ones can be confirmed"
            )
        if by == self.proposed_by:
            raise Forbidden("maker-is-checker", "another person than the proposer must confirm")
        self.status, self.confirmed_by = WatchStatus.ACTIVE, by
        self._audit("confirm_watch_entry")

    def remove(self) -> None:
        """Takes it off the list; the record stays."""
        if self.status is WatchStatus.REMOVED:
            raise Conflict("watch-entry-removed", "the entry has been removed already")
        self.status = WatchStatus.REMOVED
        self._audit("remove_watch_entry")

    def _audit(self, action: str) -> None:
        detail = {"kind": self.kind.value, "status": self.status.value}
        self.record(AuditRecorded, subject_type="watch-entry", subject_id=str(self.id), action=action, detail=detail)
