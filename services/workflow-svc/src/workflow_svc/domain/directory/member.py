"""Somebody who works here, as whoever signs people in has told: his user id, roles and branch, no name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID, uuid5

from loan_contracts.access import STAFF_ROLES, held_apart, permissions_of
from loan_servicekit.core import Aggregate, Conflict, FieldError, Invalid

DIRECTORY = UUID("0b7c7f5e-3b0e-5f0c-8a55-6b3c3f0a1d42")
PROPOSES, APPROVES = "staff.propose", "staff.approve"


def member_id_of(subject: str) -> UUID:
    """The id of the row that is about a user id."""
    return uuid5(DIRECTORY, subject)


class Post(NamedTuple):
    """Somebody's roles and branch; without a role he does not work here."""

    subject: str
    roles: tuple[str, ...]
    branch: str | None


@dataclass(eq=False)
class Member(Aggregate):
    """One person."""

    AUDITED_AS = "staff-member"

    id: UUID
    subject: str
    roles: tuple[str, ...]
    branch: str | None
    reported_at: datetime

    @classmethod
    def of(cls, post: Post, now: datetime) -> "Member":
        """Who is told of for the first time."""
        member = cls(member_id_of(post.subject), post.subject, (), None, now)
        member.told(post, now)
        return member

    @property
    def post(self) -> Post:
        """What he does where."""
        return Post(self.subject, self.roles, self.branch)

    def told(self, post: Post, now: datetime) -> None:
        """What he does by now, as whoever signs him in says."""
        self.roles, self.branch, self.reported_at = post.roles, post.branch, now
        self.audit("report_staff_member", {"roles": ", ".join(post.roles), "branch": post.branch or ""})


class Directory:
    """Everybody who works here."""

    def __init__(self, posts: Iterable[Post]) -> None:
        self._posts = {post.subject: post for post in posts}

    def post_of(self, subject: str) -> Post:
        """What somebody does where; nothing for who is not known."""
        return self._posts.get(subject, Post(subject, (), None))

    def require_possible(self, wanted: Post) -> None:
        """Raises Invalid `role-unknown`, `roles-held-apart`, Conflict `last-administrator`."""
        if unknown := [role for role in wanted.roles if role not in STAFF_ROLES]:
            raise _refused(
                "role-unknown", f"{', '.join(unknown)}: roles of persons are {', '.join(sorted(STAFF_ROLES))}"
            )
        if apart := held_apart(wanted.roles):
            raise _refused("roles-held-apart", f"no one person holds {apart[0]} and {apart[1]}")
        posts = [*(post for post in self._posts.values() if post.subject != wanted.subject), wanted]
        for permission in (PROPOSES, APPROVES):
            if _holds(self._posts.values(), permission) and not _holds(posts, permission):
                detail = f"nobody would be left who holds {permission}: roles could never be changed again"
                raise Conflict("last-administrator", detail)


def _holds(posts: Iterable[Post], permission: str) -> bool:
    return any(permission in permissions_of(post.roles) for post in posts)


def _refused(code: str, detail: str) -> Invalid:
    return Invalid(code, detail, [FieldError("/roles", code, detail)])


def sorted_roles(roles: Sequence[str]) -> tuple[str, ...]:
    """Roles as they are compared: each once, in their order."""
    return tuple(sorted(set(roles)))
