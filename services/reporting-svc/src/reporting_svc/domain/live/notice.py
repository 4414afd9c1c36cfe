"""What somebody at his page is told of a message: that it came and what it is about, in ids and codes; the rest he
reads at its owner, who decides what he may see."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from uuid import UUID

import orjson

from loan_servicekit.core import Caller

READS: Mapping[str, str] = {
    "application": "application.read",
    "review": "review.read",
    "supplement": "application.read",
    "offer": "offer.read",
    "disclosure": "offer.read",
    "contract": "offer.read",
    "decision": "case.read",
    "external-data": "case.read",
    "fraud": "screening.read",
    "risk": "assessment.read",
    "task": "task.read",
    "payment": "loan.read",
    "loan": "loan.read",
    "repayment": "loan.read",
    "collection-agreement": "loan.read",
    "business-day": "loan.read",
}
"""Which permission a kind of message asks for, as its owner does for what it tells."""
EVERYTHING = "trace.read"
NAMED = ("task_id", "stage", "role", "assignee", "mentioned_by", "due_at", "loan_id", "status")
"""Figures that a notice carries."""


class Notice(NamedTuple):
    """A message, as the chain holds it, with the branch whose business it is."""

    seq: int
    type: str
    subject: str
    application_id: UUID | None
    figures: str
    branch: str | None


def told_to(notice: Notice, caller: Caller) -> dict[str, Any] | None:
    """What this person is told, or None. `mine` says that it is meant for him by name."""
    needed = READS.get(notice.type.partition(".")[0])
    if EVERYTHING not in caller.permissions and (needed is None or needed not in caller.permissions):
        return None
    if not caller.all_branches and notice.branch != caller.branch:
        return None
    figures = orjson.loads(notice.figures)
    found = {name: figures[name] for name in NAMED if figures.get(name) is not None}
    mine = caller.subject in figures.get("recipients", ()) or figures.get("assignee") == caller.subject
    about = str(notice.application_id) if notice.application_id else None
    return {"type": notice.type, "subject": notice.subject, "application_id": about, "mine": mine, **found}
