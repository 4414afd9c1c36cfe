"""Where papers are kept."""

from loan_servicekit.db.columns import Column, aggregates, enumerated
from postloan_svc.domain.papers.paper import Paper, PaperKind

PAPERS = aggregates(
    "papers",
    Paper,
    [
        Column("id", "uuid"),
        Column("loan_id", "uuid"),
        enumerated("kind", PaperKind),
        Column("number", "text"),
        Column("code", "text"),
        Column("content", "json"),
        Column("issued_by", "text"),
        Column("issued_on", "date"),
        Column("issued_at", "timestamptz"),
    ],
    missing="paper-not-found",
)
