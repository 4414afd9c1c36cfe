"""The institution's watch list: who is on it is proposed by one person and confirmed by another."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from loan_servicekit.core import Aggregate, Conflict, FieldError, Forbidden, Invalid


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


@dataclass(frozen=True, slots=True)
class Sighting:
    """What an application that was screened showed of each kind: keyed hashes, which no other service gives out."""

    application_id: UUID
    tokens: Mapping[WatchKind, str]

    def token(self, kind: WatchKind) -> str:
        """The keyed hash of a kind. Raises Invalid `watch-kind-not-seen` where the application came without one."""
        if (token := self.tokens.get(kind)) is None:
            seen = ", ".join(self.tokens)
            raise Invalid(
                "watch-kind-not-seen",
                f"application {self.application_id} came without a {kind}; it showed {seen}",
                [FieldError("/kind", "not-seen", seen)],
            )
        return token


@dataclass
class WatchEntry(Aggregate):
    """A keyed hash of something that applicants should not share with known fraud.

    `application_id` is the application that showed it, where the proposer named one.
    """

    AUDITED_AS = "watch-entry"

    id: UUID
    kind: WatchKind
    token: str
    reason: str
    status: WatchStatus
    proposed_by: str
    confirmed_by: str | None
    proposed_at: datetime
    application_id: UUID | None

    @classmethod
    def propose(
        cls, id: UUID, kind: WatchKind, token: str, application_id: UUID | None, reason: str, by: str, now: datetime
    ) -> "WatchEntry":
        """A new entry that does not count yet."""
        entry = cls(id, kind, token, reason, WatchStatus.PROPOSED, by, None, now, application_id)
        entry._tell("propose_watch_entry")
        return entry

    def confirm(self, by: str) -> None:
        """A second person makes it count; the proposer may not (maker and checker differ)."""
        if self.status is not WatchStatus.PROPOSED:
            raise Conflict(
                "watch-entry-not-proposed", f"the entry is {self.status}, only PROPOSED ones can be confirmed"
            )
        if by == self.proposed_by:
            raise Forbidden("maker-not-checker", "another person than the proposer must confirm")
        self.status, self.confirmed_by = WatchStatus.ACTIVE, by
        self._tell("confirm_watch_entry")

    def remove(self) -> None:
        """Takes it off the list; the record stays."""
        if self.status is WatchStatus.REMOVED:
            raise Conflict("watch-entry-removed", "the entry has been removed already")
        self.status = WatchStatus.REMOVED
        self._tell("remove_watch_entry")

    def _tell(self, action: str) -> None:
        detail = {"kind": self.kind.value, "status": self.status.value}
        if self.application_id:
            detail["application_id"] = str(self.application_id)
        self.audit(action, detail)
