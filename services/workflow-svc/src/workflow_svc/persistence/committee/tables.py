"""Where committees lie."""

from loan_servicekit.db.columns import Column, aggregates
from workflow_svc.domain.committee.sitting import Committee
from workflow_svc.persistence.proposals.columns import PROPOSED

COMMITTEES = aggregates(
    "committees",
    Committee,
    (
        Column("id", "uuid"),
        Column("branch", "text"),
        Column("members", "json", read=tuple, write=list),
        Column("chair", "text"),
        Column("secret", "boolean"),
        Column("valid_from", "date"),
        Column("reason", "text"),
        *PROPOSED,
    ),
    missing="committee-not-found",
)
