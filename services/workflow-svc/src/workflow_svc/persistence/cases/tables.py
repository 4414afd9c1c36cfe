"""Where cases lie. Snapshots are kept as the JSON of the messages that brought them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import wraps
from operator import attrgetter
from typing import Any
from uuid import UUID

from pydantic import BaseModel, TypeAdapter

from loan_contracts.applications import ApplicationSubmitted, Paper
from loan_contracts.assessment import FraudScreened, RiskAssessed
from loan_contracts.decisions import ApprovalDecided, ApprovalRequested, DecisionMade
from loan_contracts.facts import CollectedFacts
from loan_servicekit.db.columns import Column, Convert, aggregates, enumerated, made, structured
from workflow_svc.domain.cases.case import Case, CaseStatus
from workflow_svc.domain.cases.course import Course
from workflow_svc.engine import State
from workflow_svc.engine.values import moment

COURSE = TypeAdapter(Course)
SUPPLIED = TypeAdapter(dict[str, datetime])
PAPERS = TypeAdapter(list[Paper])


def _next_due(case: Case) -> datetime | None:
    """When the next timer of a running case fires; what the timers' job looks for."""
    if case.status is not CaseStatus.RUNNING:
        return None
    due = min(State.restored(case.state).timers(), default=None)
    return moment(due) if due is not None else None


def _outcome(case: Case) -> str | None:
    decided = case.decision or case.answered
    return decided.outcome.value if decided else None


def _supplied(supplied: Mapping[str, datetime]) -> dict[str, str] | None:
    """Nothing where nothing came after the submission, as with most cases."""
    return {kind: at.isoformat() for kind, at in supplied.items()} or None


@wraps(Case, updated=())
def _case(**told: Any) -> Case:
    """A case of its columns; most have got no documents after the submission, and need no evidence."""
    absent = {name: told[name] or [] for name in ("checkpoints", "papers")}
    return Case(**told | absent | {"supplied": told["supplied"] or {}})


def _checkpoints(stored: Sequence[str]) -> list[UUID]:
    return [UUID(id) for id in stored]


def _stored_checkpoints(checkpoints: Sequence[UUID]) -> list[str] | None:
    """Nothing for the many cases that need no evidence."""
    return [str(id) for id in checkpoints] or None


def _papers(papers: list[Paper]) -> list[Any] | None:
    found: list[Any] | None = PAPERS.dump_python(papers, mode="json") or None
    return found


def _text(snapshot: BaseModel) -> str:
    return snapshot.model_dump_json(exclude_none=True)


def _snapshot(name: str, read: Convert) -> Column:
    return Column(name, "text", read=read, write=_text, snapshot=True)


CASES = aggregates(
    "cases",
    _case,
    [
        Column("id", "uuid"),
        made("application_id", "uuid", attrgetter("application_id")),
        Column("process_code", "text"),
        Column("process_version", "int"),
        enumerated("status", CaseStatus),
        _snapshot("submitted", ApplicationSubmitted.from_json),
        Column("state", "text", read=str.encode, write=bytes.decode),
        Column("opened_at", "timestamptz"),
        Column("handlers", "json"),
        _snapshot("collected", CollectedFacts.model_validate_json),
        _snapshot("fraud", FraudScreened.from_json),
        _snapshot("risk", RiskAssessed.from_json),
        Column("supplement", "json", read=tuple, write=list),
        Column("supplied", "json", read=SUPPLIED.validate_python, write=_supplied),
        _snapshot("decision", DecisionMade.from_json),
        made("due_at", "timestamptz", _next_due),
        made("customer_id", "uuid", attrgetter("submitted.customer_id")),
        made("product_code", "text", attrgetter("submitted.product_code")),
        made("score", "int", lambda case: case.risk.score if case.risk else None),
        made("outcome", "text", _outcome),
        made("ended_at", "timestamptz", attrgetter("ended_at")),
        Column("withdrawn_at", "timestamptz"),
        Column("checkpoints", "json", read=_checkpoints, write=_stored_checkpoints),
        structured("course", COURSE),
        _snapshot("asked", ApprovalRequested.from_json),
        _snapshot("answered", ApprovalDecided.from_json),
        Column("papers", "json", read=PAPERS.validate_python, write=_papers),
    ],
    "case-not-found",
)
