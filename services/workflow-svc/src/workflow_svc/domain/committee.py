"""The committee's vote: a quorum of different members, at least two thirds in favour (domain.md §1.1, §15.7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from workflow_svc.domain.verdict import Choice, Verdict


@dataclass(frozen=True, slots=True)
class Vote:
    """One person's verdict."""

    subject: str
    verdict: Verdict
    at: datetime


def outcome_of(votes: Sequence[Vote]) -> Verdict:
    """What the votes amount to once the quorum is there.

    Approved if at least two thirds are in favour, of the lowest amount that one of them named; declined otherwise, for
    all the reasons named.
    """
    in_favour = [vote.verdict for vote in votes if vote.verdict.choice is Choice.APPROVE]
    comment = "\n".join(vote.verdict.comment for vote in votes)
    if 3 * len(in_favour) >= 2 * len(votes):
        lowest = min(in_favour, key=lambda verdict: verdict.amount_minor or 0)
        rate = next((verdict.annual_rate for verdict in in_favour if verdict.annual_rate is not None), None)
        return Verdict(Choice.APPROVE, comment, amount_minor=lowest.amount_minor, annual_rate=rate)
    reasons = dict.fromkeys(code for vote in votes for code in vote.verdict.reason_codes)
    return Verdict(Choice.DECLINE, comment, reason_codes=tuple(reasons))
