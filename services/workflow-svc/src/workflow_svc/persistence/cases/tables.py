"""Where cases lie. Snapshots are kept as the JSON of the messages that brought them."""

from datetime import datetime
from operator import attrgetter

from pydantic import BaseModel

from loan_contracts.applications import ApplicationSubmitted
from loan_contracts.assessment import FraudScreened, RiskAssessed
from loan_contracts.decisions import DecisionMade
from loan_contracts.facts import CollectedFacts
from loan_servicekit.db.columns import Column, Convert, aggregates, enumerated, made
from workflow_svc.domain.cases.case import Case, CaseStatus
from workflow_svc.engine import State
from workflow_svc.engine.values import moment


def _next_due(case: Case) -> datetime | None:
    """When the next timer of a running case fires; what the timers' job looks for."""
    if case.status is not CaseStatus.RUNNING:
        return None
    due = min((wait.due for wait in State.restored(case.state).waits if wait.due is not None), default=None)
    return moment(due) if due is not None else None


def _text(snapshot: BaseModel) -> str:
    return snapshot.model_dump_json(exclude_none=True)


def _snapshot(name: str, read: Convert) -> Column:
    return Column(name, "text", read=read, write=_text, snapshot=True)


CASES = aggregates(
    "cases",
    Case,
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
        _snapshot("decision", DecisionMade.from_json),
        made("due_at", "timestamptz", _next_due),
    ],
    "case-not-found",
)
