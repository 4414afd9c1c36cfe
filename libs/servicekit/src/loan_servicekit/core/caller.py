"""The signed-in person or client behind a request."""

from dataclasses import dataclass, replace
from uuid import UUID

from loan_servicekit.core.errors import Forbidden


@dataclass(frozen=True, slots=True)
class Caller:
    """What a verified token says, and what follows from it."""

    subject: str
    name: str
    roles: tuple[str, ...]
    branch: str | None
    permissions: frozenset[str]
    everywhere: frozenset[str] = frozenset()  # those of the permissions that hold for all branches
    all_branches: bool = False  # in this act
    owner_id: UUID | None = None  # whose records are his own, where he is no member of staff

    def acting(self, permission: str) -> "Caller":
        """The caller in an act that needs the permission: a role that sees all branches opens them for what it may do
        itself, not for what another role of the same person may.

        Raises Forbidden unless one of the caller's roles carries the permission.
        """
        if permission not in self.permissions:
            raise Forbidden("permission-missing", f"this needs the permission {permission}")
        all_branches = permission in self.everywhere
        return self if all_branches == self.all_branches else replace(self, all_branches=all_branches)

    def owner(self) -> UUID:
        """Whose records are the caller's own. Raises Forbidden `owner-missing` where the token names nobody."""
        if self.owner_id is None:
            raise Forbidden("owner-missing", "the token does not say whose records are the caller's own")
        return self.owner_id

    def owning(self, branch: str) -> "Caller":
        """The caller in an act on a record that was found to be his own: whichever branch keeps it, it is his."""
        return replace(self, branch=branch)

    def require_branch(self, branch: str) -> None:
        """Raises Forbidden unless the caller sees the data of this branch."""
        if not self.all_branches and branch != self.branch:
            raise Forbidden("other-branch", "the record belongs to another branch")

    @property
    def branch_scope(self) -> str | None:
        """The branch to filter lists by; None for callers who see all."""
        return None if self.all_branches else (self.branch or "")
