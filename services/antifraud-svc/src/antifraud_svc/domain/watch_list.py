"""The institution's watch list: what gets on it and what leaves it is proposed by one person
and confirmed by another."""

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


@dataclass(frozen=True, slots=True)
class Removal:
    """That an entry should leave the list, and why."""

    proposed_by: str
    reason: str
    proposed_at: datetime


@dataclass
class WatchEntry(Aggregate):
    """A keyed hash of something that applicants should not share with known fraud.

    `application_id` is the application that showed it, where the proposer named one. An entry whose removal is proposed
    counts until another person has confirmed that (`removal`). What it is about never changes: another kind, token or
    reason is another entry. Reasons are text and stay in their row; messages tell kind and status alone.
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
    removal: Removal | None = None
    removed_by: str | None = None

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

    def withdraw(self, by: str) -> None:
        """An entry that never counted is taken back by its proposer, or turned down by another person.

        Raises Conflict `watch-entry-not-proposed`: what counts leaves the list by two persons.
        """
        if self.status is not WatchStatus.PROPOSED:
            raise Conflict(
                "watch-entry-not-proposed", f"the entry is {self.status}, only PROPOSED ones can be withdrawn"
            )
        self.status, self.removed_by = WatchStatus.REMOVED, by
        self._tell("withdraw_watch_entry")

    def propose_removal(self, by: str, reason: str, now: datetime) -> None:
        """It should leave the list; it counts until another person agrees.

        Raises Conflict `watch-entry-not-active`, `watch-removal-proposed`.
        """
        if self.status is not WatchStatus.ACTIVE:
            raise Conflict("watch-entry-not-active", f"the entry is {self.status}, only ACTIVE ones can be removed")
        if self.removal is not None:
            raise Conflict("watch-removal-proposed", f"{self.removal.proposed_by} has proposed its removal already")
        self.removal = Removal(by, reason, now)
        self._tell("propose_watch_removal")

    def confirm_removal(self, by: str) -> None:
        """A second person takes it off the list; the record stays.

        Raises Conflict `watch-removal-not-proposed`, Forbidden `maker-not-checker`.
        """
        if self._proposed_removal().proposed_by == by:
            raise Forbidden("maker-not-checker", "another person than the proposer must confirm a removal")
        self.status, self.removed_by = WatchStatus.REMOVED, by
        self._tell("confirm_watch_removal")

    def reject_removal(self, by: str) -> None:
        """It stays on the list: the proposer takes his proposal back, or another person turns it down.

        Raises Conflict `watch-removal-not-proposed`.
        """
        self._proposed_removal()
        self.removal = None
        self._tell("reject_watch_removal")

    def _proposed_removal(self) -> Removal:
        if self.status is not WatchStatus.ACTIVE or self.removal is None:
            raise Conflict(
                "watch-removal-not-proposed", f"the entry is {self.status} and nobody has proposed a removal"
            )
        return self.removal

    def _tell(self, action: str) -> None:
        detail = {"kind": self.kind.value, "status": self.status.value}
        if self.application_id:
            detail["application_id"] = str(self.application_id)
        self.audit(action, detail)
