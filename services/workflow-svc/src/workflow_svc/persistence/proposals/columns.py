"""The columns of what one person proposes and another decides on."""

from loan_servicekit.db.columns import Column, enumerated
from workflow_svc.domain.proposals.proposed import ProposedStatus

PROPOSED = (
    Column("proposed_by", "text"),
    Column("proposed_at", "timestamptz"),
    enumerated("status", ProposedStatus),
    Column("decided_by", "text"),
    Column("decided_at", "timestamptz"),
    Column("decision_reason", "text"),
)
