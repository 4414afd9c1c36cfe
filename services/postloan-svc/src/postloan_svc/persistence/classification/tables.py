"""Where classifications live, and their changes, which stay as they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from pydantic import TypeAdapter

from loan_servicekit.db.columns import Column, aggregates, enumerated, made, rows, structured
from postloan_svc.domain.classification.classification import Change, Classification, SignRow
from postloan_svc.domain.classification.requests import AgeingPause, ClassificationRequest, RequestKind
from postloan_svc.domain.classification.risk_class import Restructured, RiskClass, Sign
from postloan_svc.domain.servicing.requests import RequestStatus


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change of a loan's class or stage."""

    loan_id: UUID
    change: Change
    recorded_at: datetime


def change_rows(classification: Classification, now: datetime) -> Iterator[ChangeRow]:
    """What has changed: the classification forgets it."""
    for change in classification.take_changes():
        yield ChangeRow(classification.id, change, now)


CLASSIFICATION_CHANGES = rows(
    "classification_changes",
    ChangeRow,
    [
        Column("loan_id", "uuid"),
        Column("day", "date", of="change.on"),
        Column("from_class", "smallint", of="change.from_class", write=int),
        Column("to_class", "smallint", of="change.to_class", write=int),
        Column("from_stage", "smallint", of="change.from_stage"),
        Column("to_stage", "smallint", of="change.to_stage"),
        Column("reasons", "json", of="change.reasons"),
        Column("dpd", "int", of="change.dpd"),
        Column("recorded_at", "timestamptz"),
    ],
)
CLASSIFICATION_REQUESTS = aggregates(
    "classification_requests",
    ClassificationRequest,
    [
        Column("id", "uuid"),
        Column("loan_id", "uuid"),
        Column("branch", "text"),
        enumerated("kind", RequestKind),
        Column("reason", "text"),
        Column("requested_by", "text"),
        Column("requested_at", "timestamptz"),
        enumerated("sign", Sign),
        Column("percent", "numeric"),
        Column("to_class", "smallint", read=RiskClass, write=int),
        Column("first_day", "date"),
        Column("last_day", "date"),
        Column("pause_id", "uuid"),
        enumerated("status", RequestStatus),
        Column("decided_by", "text"),
        Column("decided_at", "timestamptz"),
    ],
    missing="classification-request-not-found",
)
AGEING_PAUSES = aggregates(
    "ageing_pauses",
    AgeingPause,
    [Column("id", "uuid"), Column("loan_id", "uuid"), Column("first_day", "date"), Column("last_day", "date")],
    missing="ageing-pause-not-found",
)
CLASSIFICATIONS = aggregates(
    "classifications",
    Classification,
    [
        Column("id", "uuid"),
        Column("application_id", "uuid"),
        Column("customer_id", "uuid"),
        Column("branch", "text"),
        Column("risk_class", "smallint", read=RiskClass, write=int),
        Column("stage", "smallint"),
        Column("since", "date"),
        Column("reasons", "json"),
        Column("own_class", "smallint", read=RiskClass, write=int),
        structured("signs", TypeAdapter(list[SignRow])),
        Column("held", "boolean"),
        Column("override", "smallint", read=RiskClass, write=int),
        enumerated("restructured", Restructured),
        Column("restructured_on", "date"),
        Column("upgraded_on", "date"),
        Column("floor", "smallint", read=RiskClass, write=int),
        Column("look_on", "date"),
        made("technical", "boolean", lambda each: each.technical),
        made("assessed_loss", "numeric", lambda each: each.assessed_loss),
    ],
    missing="classification-not-found",
    appends={CLASSIFICATION_CHANGES.name: change_rows},
)
