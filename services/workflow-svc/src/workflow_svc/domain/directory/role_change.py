"""Other roles for somebody: proposed by one person, approved by another, carried out by whoever signs people in."""

from dataclasses import dataclass
from datetime import datetime

from loan_servicekit.core import Caller, Forbidden
from workflow_svc.domain.directory.member import Directory, Post
from workflow_svc.domain.proposals.proposed import Proposed, ProposedStatus


@dataclass(eq=False, kw_only=True)
class RoleChange(Proposed):
    """`before` is what was known when it was proposed; without roles somebody leaves. It counts as soon as it is
    carried out, which is told of, not assumed."""

    AUDITED_AS = "role-change"

    subject: str
    roles: tuple[str, ...]
    branch: str | None
    before_roles: tuple[str, ...]
    before_branch: str | None
    reason: str
    carried_out_at: datetime | None = None

    @property
    def post(self) -> Post:
        """What he shall do where."""
        return Post(self.subject, self.roles, self.branch)

    @property
    def waits(self) -> bool:
        """Whether it is decided and not carried out yet."""
        return self.status is ProposedStatus.APPROVED and self.carried_out_at is None

    def said(self) -> dict[str, str]:
        """What is audited of it."""
        before, after = ", ".join(self.before_roles), ", ".join(self.roles)
        return {"subject": self.subject, "before": before, "after": after, "branch": self.branch or ""}

    def propose_in(self, directory: Directory) -> None:
        """Raises Forbidden `own-roles` to whom it is about, and what `Directory.require_possible` raises."""
        self._require_not_about(self.proposed_by)
        directory.require_possible(self.post)
        self.propose()

    def approve_in(self, directory: Directory, by: Caller, reason: str | None, now: datetime) -> None:
        """Raises Forbidden `own-roles`, `second-person-required`, Conflict `proposal-decided`, and what
        `Directory.require_possible` raises: others may have left meanwhile."""
        self._require_not_about(by.subject)
        directory.require_possible(self.post)
        self.approve(by, reason, now)

    def carry_out(self, now: datetime) -> None:
        """Whoever signs people in has done it."""
        self.carried_out_at = now
        self.audit("carry_out_role_change", {"subject": self.subject})

    def _require_not_about(self, subject: str) -> None:
        if subject == self.subject:
            raise Forbidden("own-roles", "nobody gives or takes his own roles")
