"""Who may approve how much (domain.md §15.7, R-9.8 分级授权): by role or person, branch, product, grade and exception,
from a day on; proposed by one person and approved by another. What no grant says, the parameter of the role says."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import NamedTuple

from loan_servicekit.core import Caller, FieldError, Forbidden, Invalid
from workflow_svc.domain.proposals.proposed import Proposed, ProposedStatus


@dataclass(frozen=True, slots=True)
class Scope:
    """For what a grant holds; what it does not name it holds for, whatever it is."""

    subject: str | None = None
    branch: str | None = None
    product_code: str | None = None
    grade: str | None = None

    @property
    def named(self) -> tuple[bool, int]:
        """How much it names: what names a person counts before everything that names none."""
        return self.subject is not None, sum(getattr(self, each.name) is not None for each in fields(self))

    def covers(self, other: "Scope") -> bool:
        """Whether what it names is so there."""
        return all(getattr(self, each.name) in (None, getattr(other, each.name)) for each in fields(self))


class Matter(NamedTuple):
    """What is approved: where, of which product and grade, and by which exceptions."""

    branch: str
    product_code: str
    grade: str | None = None
    exceptions: tuple[str, ...] = ()


@dataclass(eq=False, kw_only=True)
class Grant(Proposed):
    """Up to `most_minor` whoever has the role may approve alone, within the scope, from `valid_from` to `valid_to`;
    with an `exception` that is so of approvals that need it. Zero takes authority away."""

    AUDITED_AS = "authority"

    role: str
    scope: Scope
    exception: str | None
    most_minor: int
    valid_from: date
    valid_to: date | None
    reason: str

    def said(self) -> dict[str, str]:
        """What is audited of it."""
        named = {each.name: getattr(self.scope, each.name) for each in fields(self.scope)} | {
            "exception": self.exception
        }
        told = {"role": self.role, "most_minor": str(self.most_minor), "valid_from": self.valid_from.isoformat()}
        return told | {name: value for name, value in named.items() if value is not None}

    def require_its_time(self, today: date) -> None:
        """Raises Invalid `authority-date-passed`, `days-reversed`: nobody gets authority for what he has done."""
        if self.valid_from < today:
            raise _refused("/valid_from", "authority-date-passed", f"authority begins on {today} or later")
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise _refused("/valid_to", "days-reversed", "valid_to lies before valid_from")

    def propose(self) -> None:
        """Raises Forbidden `own-authority` to the person whom it names."""
        self._require_no_own(self.proposed_by)
        super().propose()

    def approve(self, by: Caller, reason: str | None, now: datetime) -> None:
        """Raises Forbidden `own-authority` to the person whom it names, and what `Proposed.approve` raises."""
        self._require_no_own(by.subject)
        super().approve(by, reason, now)

    def _require_no_own(self, subject: str) -> None:
        if subject == self.scope.subject:
            raise Forbidden("own-authority", "nobody gives authority to himself")

    def holds_on(self, day: date) -> bool:
        """Whether it counts on a day."""
        in_time = self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)
        return self.status is ProposedStatus.APPROVED and in_time


class Authority:
    """Who may approve how much on a day; `general` is what each role may where no grant says otherwise."""

    def __init__(self, general: Mapping[str, int], grants: Iterable[Grant] = ()) -> None:
        self._general, self._grants = general, _newest(grants)

    def most_minor(self, roles: Sequence[str], matter: Matter, subject: str | None = None) -> int:
        """Up to how much somebody may approve alone: the most that one of his roles gives."""
        scope = Scope(subject, matter.branch, matter.product_code, matter.grade)
        return max((self._of(role, scope, matter.exceptions) for role in roles), default=0)

    def _of(self, role: str, scope: Scope, exceptions: Sequence[str]) -> int:
        """Of a role: the least of what it may in general, and by each of the exceptions for which a grant says more."""
        general = self._said(role, scope, None)
        limits = [self._general.get(role, 0) if general is None else general]
        limits += [most for each in exceptions if (most := self._said(role, scope, each)) is not None]
        return min(limits)

    def _said(self, role: str, scope: Scope, exception: str | None) -> int | None:
        """What the grant says that names most; the lower of two that name as much."""
        fit = [g for g in self._grants if (g.role, g.exception) == (role, exception) and g.scope.covers(scope)]
        most = max((g.scope.named for g in fit), default=None)
        return min((g.most_minor for g in fit if g.scope.named == most), default=None)


def _newest(grants: Iterable[Grant]) -> list[Grant]:
    """Of grants that say something about the same, the one counts that begins last, of these the one approved last."""
    found: dict[object, Grant] = {}
    for grant in sorted(grants, key=_begun):
        found[grant.role, grant.scope, grant.exception] = grant
    return list(found.values())


def _begun(grant: Grant) -> tuple[date, datetime]:
    assert grant.decided_at is not None, "it was approved"
    return grant.valid_from, grant.decided_at


def _refused(field: str, code: str, detail: str) -> Invalid:
    return Invalid(code, detail, [FieldError(field, code, detail)])
