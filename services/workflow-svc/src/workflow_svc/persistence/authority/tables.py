"""Where grants of authority lie."""

from pydantic import TypeAdapter

from loan_servicekit.db.columns import Column, aggregates, structured
from workflow_svc.domain.authority.grants import Grant, Scope
from workflow_svc.persistence.proposals.columns import PROPOSED

AUTHORITY_GRANTS = aggregates(
    "authority_grants",
    Grant,
    (
        Column("id", "uuid"),
        Column("role", "text"),
        structured("scope", TypeAdapter(Scope)),
        Column("exception", "text"),
        Column("most_minor", "bigint"),
        Column("valid_from", "date"),
        Column("valid_to", "date"),
        Column("reason", "text"),
        *PROPOSED,
    ),
    missing="authority-not-found",
)
