"""Which tasks a request asks for: what its query says, within what its caller may see."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Query

from loan_contracts.access import APPROVER, EVERY_INBOX
from loan_servicekit.core import Caller, FieldError, Invalid
from loan_servicekit.core.days import BUSINESS_ZONE
from loan_servicekit.http import Cursor, Day
from workflow_svc.domain.tasks.task import Task, TaskStatus
from workflow_svc.use_cases.tasks.ports import Inbox, Place

CLOSED = "closed"  # stands in the cursor behind a closed task's place
EARLIEST, LATEST = date(1900, 1, 1), date(9000, 1, 1)
NOBODY: tuple[str, ...] = ()  # the roles of an inbox that is empty
WRITTEN = r"^[^\x00-\x1f\x7f]+$"


def _named(description: str, *examples: str) -> object:
    return Query(max_length=100, pattern=WRITTEN, description=description, examples=list(examples))


Role = Annotated[str | None, _named("One of the caller's roles alone; of another's there is nothing", APPROVER)]
Branch = Annotated[str | None, _named("One branch alone; of one that the caller does not see there is nothing")]
Stage = Annotated[str | None, _named("What waits at this place of a process alone", "manual_review")]
Product = Annotated[str | None, _named("What waits of this product alone", "PCL-ONLINE")]


def sees_every_inbox(caller: Caller) -> bool:
    """Whether somebody reads the tasks of all roles."""
    return not EVERY_INBOX.isdisjoint(caller.roles)


class Kind:
    """The query parameters of what is listed and of what is counted."""

    def __init__(
        self, role: Role = None, branch: Branch = None, stage: Stage = None, product_code: Product = None
    ) -> None:
        self._role, self._branch, self._stage, self._product = role, branch, stage, product_code

    def inbox(self, caller: Caller) -> Inbox:
        """What is asked for of what the caller may see."""
        roles = None if sees_every_inbox(caller) else tuple(caller.roles)
        if self._role is not None:
            roles = (self._role,) if roles is None or self._role in roles else NOBODY
        seen = caller.branch_scope
        if seen is not None and self._branch not in (None, seen):
            roles = NOBODY
        return Inbox(roles, self._branch if seen is None else seen, stage=self._stage, product_code=self._product)


class Listed:
    """The query parameters of a list of tasks."""

    def __init__(
        self,
        kind: Annotated[Kind, Depends()],
        status: Annotated[
            TaskStatus | None,
            Query(
                description="Absent: what waits, and behind it what is closed; what is SUSPENDED is asked for by name"
            ),
        ] = None,
        mine: Annotated[
            bool, Query(description="In the caller's hands, or closed by a decision or vote of his")
        ] = False,
        assignee: Annotated[str | None, _named("The same of another person", "u-approver")] = None,
        overdue: Annotated[bool | None, Query(description="What waits and is past its due time, or is not")] = None,
        application_id: UUID | None = None,
        number: Annotated[
            str | None,
            Query(
                pattern=r"^[A-Z0-9-]{12,40}$",
                description="The number of the application, or its beginning",
                examples=["AP202601208AA94QAPDM4D"],
            ),
        ] = None,
        q: Annotated[
            str | None,
            Query(
                min_length=2,
                max_length=60,
                pattern=WRITTEN,
                description="Words, each in the name of the task or its stage, the product or the role; or all of them"
                " in a note about it; or the beginning of the application's number",
                examples=["人工复核"],
            ),
        ] = None,
        closed_from: Annotated[Day | None, Query(description="Closed on this business day or later")] = None,
        closed_to: Annotated[Day | None, Query(description="Closed on this business day or before")] = None,
    ) -> None:
        self._kind, self._status, self._mine, self._assignee = kind, status, mine, assignee
        self._overdue, self._application, self._number = overdue, application_id, number
        self._words = [word for word in (q or "").lower().split() if len(word) > 1]
        self._closed_from, self._closed_to = closed_from, closed_to

    def inbox(self, caller: Caller, now: datetime, called: Callable[[str], Sequence[str]]) -> Inbox:
        """What is asked for of what the caller may see; `called` gives the stages whose name has a word. Raises Invalid
        `days-reversed`."""
        if self._closed_from and self._closed_to and self._closed_to < self._closed_from:
            detail = "closed_to lies before closed_from"
            raise Invalid("days-reversed", detail, [FieldError("/closed_to", "days-reversed", detail)])
        inbox = self._kind.inbox(caller)
        if self._mine and self._assignee not in (None, caller.subject):
            inbox = replace(inbox, roles=NOBODY)
        return replace(
            inbox,
            statuses=(self._status,) if self._status else (),
            person=caller.subject if self._mine else self._assignee,
            application_id=self._application,
            number=self._number,
            words=[(word, called(word)) for word in self._words],
            due_until=now if self._overdue else None,
            due_after=now if self._overdue is False else None,
            closed_from=begin_of(self._closed_from) if self._closed_from else None,
            closed_before=begin_of(self._closed_to, 1) if self._closed_to else None,
        )


def begin_of(day: date, later: int = 0) -> datetime:
    """When a business day begins, or the one so many days later. Days that no task can be closed on are as good as the
    first and the last."""
    day = min(max(day, EARLIEST), LATEST)
    return datetime.combine(day, time(), BUSINESS_ZONE) + timedelta(days=later)


def place_of(cursor: Cursor) -> Place | None:
    """The place behind which a page begins. Raises Invalid `cursor-invalid`."""
    closed = bool(cursor.after and cursor.after[-1] == CLOSED)
    if closed and cursor.after:
        cursor.after = cursor.after[:-1]
    found = cursor.time_and_uuid()
    return Place(*found, closed) if found else None


def position_of(task: Task) -> Sequence[object]:
    """A task's place, as a cursor holds it."""
    place = Place.of(task)
    return [place.at.isoformat(), str(place.id), *([CLOSED] if place.closed else [])]
