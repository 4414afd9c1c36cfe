"""The committee's vote: a quorum of different members, at least two thirds in favour (domain.md §1.1, §15.7)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from workflow_svc.domain.authority.verdict import Choice, Verdict


@dataclass(frozen=True, slots=True)
class Vote:
    """One person's verdict; up to how much he could approve alone then, where he gave it alone."""

    subject: str
    verdict: Verdict
    at: datetime
    authority_minor: int | None = None


def outcome_of(votes: Sequence[Vote], otherwise: Choice = Choice.DECLINE) -> Verdict:
    """What the votes amount to once the quorum is there; the order in which they came changes nothing but the comment.

    Approved if at least two thirds are in favour, on the terms of the most careful of them: of the lowest amount that
    one named, at the rate that came with it, the dearest where several named that amount, under the conditions of all
    of them, the earlier where they differ on when. Otherwise declined (of a review: upheld), for all the reasons named:
    first what most members named, then what stood further up in a list.
    """
    in_favour = [vote.verdict for vote in votes if vote.verdict.choice is Choice.APPROVE]
    comment = "\n".join(vote.verdict.comment for vote in votes)
    if 3 * len(in_favour) >= 2 * len(votes):
        before_contract = _all(verdict.conditions_before_contract for verdict in in_favour)
        careful = min(in_favour, key=lambda verdict: (verdict.amount_minor or 0, -(verdict.annual_rate or 0)))
        return Verdict(
            choice=Choice.APPROVE,
            comment=comment,
            amount_minor=careful.amount_minor,
            annual_rate=careful.annual_rate,
            answer=careful.answer,
            exceptions=careful.exceptions,
            exception_reason=careful.exception_reason,
            conditions=tuple(c for c in _all(v.conditions for v in in_favour) if c not in before_contract),
            conditions_before_contract=before_contract,
        )
    against = next(vote.verdict for vote in votes if vote.verdict.choice is not Choice.APPROVE)
    ranked = _ranked([vote.verdict.reason_codes for vote in votes])
    return Verdict(otherwise, comment, reason_codes=ranked, answer=against.answer)


def _all(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for codes in lists for code in codes))


def _ranked(lists: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    named = Counter(code for codes in lists for code in set(codes))
    place = {code: min(codes.index(code) for codes in lists if code in codes) for code in named}
    return tuple(sorted(named, key=lambda code: (-named[code], place[code], code)))
