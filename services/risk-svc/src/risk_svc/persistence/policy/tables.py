"""Where proposed policies live."""

from loan_servicekit.db.columns import Column, aggregates, enumerated
from risk_svc.domain.policy.proposal import PolicyProposal, ProposalStatus

POLICY_PROPOSALS = aggregates(
    "policy_proposals",
    PolicyProposal,
    (
        Column("id", "uuid"),
        Column("name", "text"),
        Column("policy_version", "text"),
        Column("content", "text"),
        Column("examples", "json"),
        Column("backtest", "json"),
        Column("reason", "text"),
        enumerated("status", ProposalStatus),
        Column("proposed_by", "text"),
        Column("proposed_at", "timestamptz"),
        Column("decided_by", "text"),
        Column("decided_at", "timestamptz"),
        Column("decision_reason", "text"),
    ),
    missing="policy-proposal-not-found",
)
