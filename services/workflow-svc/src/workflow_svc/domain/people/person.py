"""A person who may be given a task: what his last verified token said, and when somebody stands in for him."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID, uuid5

from loan_contracts.access import MANAGEMENT, TASK_ROLES
from loan_servicekit.core import Aggregate, Caller, FieldError, Invalid

PEOPLE = UUID("6f1d5a52-7f0f-5d57-9d8c-0b5c1f7a9e21")
TOLD = TASK_ROLES | {MANAGEMENT}  # who works on tasks, or is told that they are late
SEEN_ANEW = timedelta(days=1)


def person_id_of(subject: str) -> UUID:
    """The id of the row that is about a subject."""
    return uuid5(PEOPLE, subject)


class Absence(NamedTuple):
    """From when until when somebody is away, and who stands in for him."""

    begins: datetime
    ends: datetime
    deputy: str | None

    def covers(self, moment: datetime) -> bool:
        """Whether he is away then."""
        return self.begins <= moment < self.ends


@dataclass(eq=False)
class Person(Aggregate):
    """Somebody with a role that works on tasks. The identity provider knows who he is; nothing of his name is here."""

    AUDITED_AS = "person"

    id: UUID
    subject: str
    roles: tuple[str, ...]
    branch: str | None
    all_branches: bool
    seen_at: datetime
    absence: Absence | None = None

    @classmethod
    def of(cls, caller: Caller, now: datetime) -> "Person":
        """Who calls for the first time."""
        person = cls(person_id_of(caller.subject), caller.subject, (), None, False, now)
        person.seen(caller, now)
        return person

    def seen(self, caller: Caller, now: datetime) -> None:
        """What his token says by now."""
        roles = tuple(sorted(TOLD.intersection(caller.roles)))
        self.roles, self.branch, self.all_branches, self.seen_at = roles, caller.branch, caller.all_branches, now
        self.audit("see_person", {"roles": ", ".join(roles), "branch": caller.branch or ""})

    def may_take(self, role: str, branch: str) -> bool:
        """Whether a task of this role and branch is his to work on."""
        return role in self.roles and (self.all_branches or self.branch == branch)

    def away(self, absence: Absence | None) -> None:
        """He will be away, or is back. Raises Invalid `absence-malformed`."""
        if absence is not None and absence.begins >= absence.ends:
            raise _refused("/ends", "an absence ends after it has begun")
        if absence is not None and absence.deputy == self.subject:
            raise _refused("/deputy", "nobody stands in for himself")
        self.absence = absence
        self.audit("note_absence", {"deputy": (absence and absence.deputy) or ""})


def _refused(field: str, detail: str) -> Invalid:
    return Invalid("absence-malformed", detail, [FieldError(field, "absence-malformed", detail)])
