"""Who sits in a committee, and how it votes (domain.md §15.7): members and a chair, openly or in secret. Proposed by
one person and approved by another."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NamedTuple

from loan_servicekit.core import Caller, Conflict, FieldError, Forbidden, Invalid
from workflow_svc.domain.authority.verdict import Choice, Verdict
from workflow_svc.domain.committee.vote import Vote, outcome_of
from workflow_svc.domain.proposals.proposed import Proposed, ProposedStatus

LEAST = 3


@dataclass(frozen=True, slots=True)
class Sitting:
    """A committee as it hears a task: nobody else votes; the chair speaks last, where it has voted in favour."""

    members: tuple[str, ...]
    chair: str | None = None
    secret: bool = False

    def require_member(self, caller: Caller, votes: int, quorum: int) -> None:
        """Raises Forbidden `not-a-member`, Conflict `chair-speaks-last`, `votes-complete`."""
        if caller.subject == self.chair:
            if votes < quorum:
                raise Conflict("chair-speaks-last", f"{quorum - votes} votes are missing; the chair speaks after them")
        elif caller.subject not in self.members:
            raise Forbidden("not-a-member", "only members of the committee vote")
        elif votes >= quorum:
            raise Conflict("votes-complete", "the members have voted; the chair has the word")


def require_downwards(voted: Verdict, said: Verdict) -> None:
    """The chair may turn an approval down, lower its amount or add conditions, never the other way. Raises Invalid
    `veto-upwards`."""
    if said.choice is not Choice.APPROVE:
        return
    if (said.amount_minor or 0) > (voted.amount_minor or 0):
        detail = f"the committee has approved {voted.amount_minor} minor units; the chair may name less, not more"
        raise Invalid("veto-upwards", detail, [FieldError("/amount_minor", "veto-upwards", detail)])


def outcome_with(sitting: Sitting, votes: Sequence[Vote], quorum: int, otherwise: Choice) -> Verdict | None:
    """What the votes amount to, the chair's word included; None while a vote, or his word on an approval, is missing.

    Of a secret ballot the order of comments follows from what they say, not from who voted when.
    """
    cast = sorted(votes[:quorum], key=lambda v: v.verdict.comment_sha256) if sitting.secret else votes[:quorum]
    if len(cast) < quorum:
        return None
    voted = outcome_of(cast, otherwise)
    if sitting.chair is None or voted.choice is not Choice.APPROVE:
        return voted
    return _chaired(voted, votes[quorum].verdict) if len(votes) > quorum else None


def _chaired(voted: Verdict, said: Verdict) -> Verdict:
    comment = f"{voted.comment}\n{said.comment}"
    if said.choice is not Choice.APPROVE:
        return replace(said, comment=comment)
    before_contract = _both(voted.conditions_before_contract, said.conditions_before_contract)
    conditions = tuple(c for c in _both(voted.conditions, said.conditions) if c not in before_contract)
    return replace(
        voted,
        comment=comment,
        amount_minor=said.amount_minor,
        conditions=conditions,
        conditions_before_contract=before_contract,
        exceptions=said.exceptions,
    )


def _both(one: Iterable[str], other: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*one, *other]))


@dataclass(eq=False, kw_only=True)
class Committee(Proposed):
    """A committee of a branch, or of all, from a day on."""

    AUDITED_AS = "committee"

    branch: str | None
    members: tuple[str, ...]
    chair: str | None
    secret: bool
    valid_from: date
    reason: str

    def said(self) -> dict[str, str]:
        """What is audited of it."""
        told = {"members": str(len(self.members)), "ballot": "SECRET" if self.secret else "OPEN"}
        told |= {"valid_from": self.valid_from.isoformat()}
        return told | {n: v for n, v in (("branch", self.branch), ("chair", self.chair)) if v is not None}

    def require_sound(self, today: date) -> None:
        """Raises Invalid `committee-malformed`, `committee-date-passed`."""
        if len(set(self.members)) < len(self.members) or len(self.members) < LEAST:
            raise _refused("/members", "committee-malformed", f"a committee has {LEAST} different members at least")
        if self.chair in self.members:
            raise _refused("/chair", "committee-malformed", "the chair has the last word, and no vote beside it")
        if self.valid_from < today:
            raise _refused("/valid_from", "committee-date-passed", f"a committee sits from {today} on, or later")

    @property
    def sitting(self) -> Sitting:
        """How it hears a task."""
        return Sitting(self.members, self.chair, self.secret)


class Seats(NamedTuple):
    """The committees of a day."""

    committees: Sequence[Committee] = ()

    def of(self, branch: str, quorum: int, barred: Collection[str]) -> Sitting | None:
        """Who hears a task of a branch: its own committee, else that of all. None where nobody was appointed, or too
        few may vote: then whoever has the role votes, as before. A chair who may not take part leaves his word out."""
        own = [each for each in self.committees if each.branch == branch]
        common = [each for each in self.committees if each.branch is None]
        for committee in (*own[:1], *common[:1]):
            sitting = committee.sitting
            if len(set(sitting.members).difference(barred)) >= quorum:
                chair = None if sitting.chair in barred else sitting.chair
                return Sitting(sitting.members, chair, sitting.secret)
        return None


def seats_on(day: date, committees: Iterable[Committee]) -> Seats:
    """Those that sit on a day, the one that began last first."""
    sit = [each for each in committees if each.status is ProposedStatus.APPROVED and each.valid_from <= day]
    return Seats(sorted(sit, key=_begun, reverse=True))


def _begun(committee: Committee) -> tuple[date, datetime]:
    assert committee.decided_at is not None, "it was approved"
    return committee.valid_from, committee.decided_at


def _refused(field: str, code: str, detail: str) -> Invalid:
    return Invalid(code, detail, [FieldError(field, code, detail)])
