"""Visits to customers, and what was photographed and drawn there."""

from application_svc.domain.visits.visit import (
    Visit,
    VisitOutcome,
    VisitPaper,
    VisitPaperKind,
    VisitPurpose,
    VisitStatus,
)
from loan_servicekit.db.columns import Column, aggregates, enumerated, rows

VISITS = aggregates(
    "visits",
    Visit,
    (
        Column("id", "uuid"),
        Column("customer_id", "uuid"),
        Column("application_id", "uuid"),
        Column("branch", "text"),
        Column("assignee", "text"),
        enumerated("purpose", VisitPurpose),
        Column("planned_at", "timestamptz"),
        Column("place", "text"),
        Column("made_at", "timestamptz"),
        enumerated("status", VisitStatus),
        enumerated("outcome", VisitOutcome),
        Column("arrived_at", "timestamptz"),
        Column("record", "text", of="sealed_record"),
        Column("record_sha256", "text"),
        Column("companion", "text"),
        Column("confirmed_at", "timestamptz"),
        Column("ended_at", "timestamptz"),
    ),
    missing="visit-not-found",
)
PAPER_COLUMNS = (
    Column("id", "uuid"),
    Column("visit_id", "uuid"),
    enumerated("kind", VisitPaperKind),
    Column("media_type", "text"),
    Column("size_bytes", "int"),
    Column("sha256", "text"),
    Column("taken_at", "timestamptz"),
    Column("position", "text"),
    Column("uploaded_by", "text"),
    Column("uploaded_at", "timestamptz"),
)
VISIT_PAPERS = rows("visit_papers", VisitPaper, PAPER_COLUMNS)
