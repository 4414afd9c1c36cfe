"""Whom a task may go to: everybody known, with what he has in his hands (domain.md §15.7)."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from loan_contracts.access import APPROVER, COMMITTEE_MEMBER, MANAGEMENT
from loan_servicekit.core import Conflict, FieldError, Invalid
from workflow_svc.domain.people.person import Absence

MOST_TOLD = 20


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody known, and how many tasks he has claimed."""

    subject: str
    roles: tuple[str, ...]
    branch: str | None
    all_branches: bool
    absence: Absence | None
    load: int

    def may_take(self, role: str, branch: str) -> bool:
        """Whether a task of this role and branch is his to work on."""
        return role in self.roles and (self.all_branches or self.branch == branch)

    def is_away(self, now: datetime) -> bool:
        """Whether somebody stands in for him now."""
        return self.absence is not None and self.absence.covers(now)


class Staff:
    """Everybody known."""

    def __init__(self, colleagues: Sequence[Colleague]) -> None:
        self._by_subject = {each.subject: each for each in colleagues}

    def require(self, subject: str, role: str, branch: str) -> None:
        """Raises Invalid `assignee-unknown` for a user id that nobody has signed in with, `assignee-unfit` for somebody
        whose roles or branch do not let him work on such a task."""
        known = self._by_subject.get(subject)
        if known is None:
            raise _unfit("assignee-unknown", f"nobody with the user id {subject} has worked here yet")
        if not known.may_take(role, branch):
            raise _unfit("assignee-unfit", f"{subject} does not work on tasks of {role} in the branch {branch}")

    def require_known(self, subjects: Sequence[str]) -> None:
        """Raises Invalid `assignee-unknown` where somebody is mentioned whom nobody knows."""
        if unknown := [each for each in subjects if each not in self._by_subject]:
            raise _unfit("assignee-unknown", f"nobody with the user id {', '.join(unknown)} works here", "/mentions")

    def require_deputy(self, subject: str, absence: Absence) -> None:
        """Raises Invalid `assignee-unknown`, Conflict `delegation-loop` where the deputies end with who is away."""
        if absence.deputy is None:
            return
        if absence.deputy not in self._by_subject:
            raise _unfit("assignee-unknown", f"nobody with the user id {absence.deputy} has worked here yet")
        seen, at = {subject}, str(absence.deputy)
        while at not in seen:
            seen.add(at)
            theirs = self._by_subject[at].absence if at in self._by_subject else None
            if theirs is None or theirs.deputy is None or not _meet(theirs, absence):
                return
            at = theirs.deputy
        raise Conflict("delegation-loop", f"the deputies of {subject} stand in for one another")

    def next_for(
        self, role: str, branch: str, held_by: str | None, barred: Collection[str], now: datetime
    ) -> str | None:
        """Who takes a task over: the deputy of who has it, else who has least in his hands."""
        holder = self._by_subject.get(held_by or "")
        deputy = self._deputy(holder, now) if holder else None
        fit = {each.subject: each for each in self._fit(role, branch, now) if each.subject not in {*barred, held_by}}
        if deputy in fit:
            return deputy
        least = min(fit.values(), key=lambda each: (each.load, each.subject), default=None)
        return least.subject if least else None

    def told(self, role: str, branch: str, barred: Collection[str], now: datetime) -> tuple[str, ...]:
        """Who hears of a task that is in nobody's hands."""
        fit = sorted(each.subject for each in self._fit(role, branch, now) if each.subject not in barred)
        return tuple(fit[:MOST_TOLD])

    def above(self, role: str, branch: str, now: datetime) -> tuple[str, ...]:
        """Who hears that a task of this role is late."""
        above = MANAGEMENT if role in (APPROVER, COMMITTEE_MEMBER) else APPROVER
        return self.told(above, branch, (), now)

    def _deputy(self, holder: Colleague, now: datetime) -> str | None:
        return holder.absence.deputy if holder.absence is not None and holder.absence.covers(now) else None

    def fit(self, role: str, branch: str, barred: Collection[str], now: datetime) -> list[Colleague]:
        """Who may work on such a task now, but for those who are barred from it."""
        return [each for each in self._fit(role, branch, now) if each.subject not in barred]

    def _fit(self, role: str, branch: str, now: datetime) -> Iterator[Colleague]:
        return (e for e in self._by_subject.values() if e.may_take(role, branch) and not e.is_away(now))


def _meet(one: Absence, other: Absence) -> bool:
    return one.begins < other.ends and other.begins < one.ends


def _unfit(code: str, detail: str, pointer: str = "/to") -> Invalid:
    return Invalid(code, detail, [FieldError(pointer, code, detail)])
