"""Where cases, tasks and published processes live. Snapshots are kept as the JSON of the messages that brought them."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, TypeAdapter

from loan_contracts.facts import CollectedFacts
from loan_contracts.messages import ApplicationSubmitted, DecisionMade, FraudScreened, RiskAssessed
from loan_contracts.values import FlowTaken
from loan_servicekit.db.tables import Row, RowTable, Table
from loan_servicekit.db.unit_of_work import Schema
from workflow_svc.domain.authority.verdict import Choice, Verdict
from workflow_svc.domain.cases.case import Case, CaseStatus
from workflow_svc.domain.committee.vote import Vote
from workflow_svc.domain.tasks.review import Review
from workflow_svc.domain.tasks.task import Task, TaskStatus
from workflow_svc.engine import State
from workflow_svc.engine.values import moment

REVIEW: TypeAdapter[Review | None] = TypeAdapter(Review | None)


def _next_due(case: Case) -> datetime | None:
    """When the next timer of a running case fires; what the timers' loop looks for."""
    if case.status is not CaseStatus.RUNNING:
        return None
    due = min((wait.due for wait in State.restored(case.state).waits if wait.due is not None), default=None)
    return moment(due) if due is not None else None


def _load_case(row: Row) -> Case:
    (id, _, process_code, process_version, status, submitted, state, opened_at, handlers, collected, fraud, risk,
     supplement, decision, _) = row  # fmt: skip
    return Case(
        id,
        process_code,
        process_version,
        ApplicationSubmitted.from_json(submitted),
        state.encode(),
        opened_at,
        CaseStatus(status),
        handlers,
        CollectedFacts.model_validate_json(collected) if collected else None,
        FraudScreened.from_json(fraud) if fraud else None,
        RiskAssessed.from_json(risk) if risk else None,
        tuple(supplement),
        DecisionMade.from_json(decision) if decision else None,
    )


def _text(snapshot: BaseModel | None) -> str | None:
    return snapshot.model_dump_json(exclude_none=True) if snapshot is not None else None


def _dump_case(c: Case) -> list[Any]:
    return [c.id, c.application_id, c.process_code, c.process_version, c.status, c.submitted, c.state.decode(),
            c.opened_at, c.handlers, c.collected, c.fraud, c.risk, list(c.supplement), c.decision,
            _next_due(c)]  # fmt: skip


def _load_verdict(stored: dict[str, Any]) -> Verdict:
    rate = stored.get("annual_rate")
    return Verdict(Choice(stored["choice"]), stored["comment"], stored.get("amount_minor"),
                   Decimal(rate) if rate else None, tuple(stored["reason_codes"]), tuple(stored["document_kinds"]),
                   stored.get("answer"))  # fmt: skip


def _dump_verdict(v: Verdict) -> dict[str, Any]:
    return {"choice": v.choice, "comment": v.comment, "amount_minor": v.amount_minor, "annual_rate": v.annual_rate,
            "reason_codes": v.reason_codes, "document_kinds": v.document_kinds,
            "answer": v.answer}  # fmt: skip


def _load_task(row: Row) -> Task:
    (id, case_id, application_id, wait_id, stage, name, role, branch, requested_minor, outcomes, makers, created_at,
     due_at, quorum, status, assignee, votes, verdict, completed_at, told_overdue, flows, review) = row  # fmt: skip
    cast = [Vote(v["subject"], _load_verdict(v["verdict"]), datetime.fromisoformat(v["at"])) for v in votes]
    return Task(
        id, case_id, application_id, wait_id, stage, name, role, branch, requested_minor, tuple(outcomes), tuple(makers),
        created_at, due_at, quorum, TaskStatus(status), assignee, cast, _load_verdict(verdict) if verdict else None,
        completed_at, told_overdue, tuple(FlowTaken.model_validate(flow) for flow in flows or ()), REVIEW.validate_python(review),
    )  # fmt: skip


def _dump_task(t: Task) -> list[Any]:
    votes = [{"subject": v.subject, "verdict": _dump_verdict(v.verdict), "at": v.at.isoformat()} for v in t.votes]
    return [t.id, t.case_id, t.application_id, t.wait_id, t.stage, t.name, t.role, t.branch, t.requested_minor,
            t.outcomes, t.makers, t.created_at, t.due_at, t.quorum, t.status, t.assignee, votes,
            _dump_verdict(t.verdict) if t.verdict else None, t.completed_at, t.told_overdue,
            [flow.model_dump(mode="json", exclude_defaults=True) for flow in t.flows],
            REVIEW.dump_python(t.review, mode="json")]  # fmt: skip


CASES = Table(
    "cases",
    {"id": "uuid", "application_id": "uuid", "process_code": "text", "process_version": "int", "status": "text",
     "submitted": "text", "state": "text", "opened_at": "timestamptz", "handlers": "json", "collected": "text",
     "fraud": "text", "risk": "text", "supplement": "json", "decision": "text", "due_at": "timestamptz"},
    _load_case, _dump_case, "case-not-found",
    snapshots=dict.fromkeys(("submitted", "collected", "fraud", "risk", "decision"), _text),
)  # fmt: skip
TASKS = Table(
    "tasks",
    {"id": "uuid", "case_id": "uuid", "application_id": "uuid", "wait_id": "text", "stage": "text", "name": "text",
     "role": "text", "branch": "text", "requested_minor": "bigint", "outcomes": "json", "makers": "json",
     "created_at": "timestamptz", "due_at": "timestamptz", "quorum": "int", "status": "text", "assignee": "text",
     "votes": "json", "verdict": "json", "completed_at": "timestamptz", "told_overdue": "boolean",
     "flows": "json", "review": "json"},
    _load_task, _dump_task, "task-not-found",
)  # fmt: skip
PROCESSES = RowTable(
    "processes",
    {"code": "text", "version": "int", "name": "text", "executor": "text", "sha256": "text", "published_by": "text",
     "published_at": "timestamptz", "proof": "json", "bpmn": "bytea"},
)  # fmt: skip
SCHEMA = Schema({"cases": CASES, "tasks": TASKS}, {"processes": PROCESSES})
