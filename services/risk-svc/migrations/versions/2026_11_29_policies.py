"""Policies are proposed and approved; models have a calibration and a sample for back-tests; bounds of a back-test."""

from datetime import date

from loan_servicekit.db.migrations import execute_all, seed_parameters

revision = "2026_11_29_policies"
down_revision = "2026_11_29_card_debt_service"

BOUNDS = [
    ("policy.approval_min", "20", "%", date(2020, 1, 1), "own policy: below it a policy is a mistake", "P"),
    ("policy.approval_max", "97", "%", date(2020, 1, 1), "own policy: above it a policy is a mistake", "P"),
    ("policy.bad_rate_max", "90", "%", date(2020, 1, 1), "own policy: a policy keeps defaults out", "P"),
]


def upgrade() -> None:
    execute_all(
        "alter table models add column calibration bytea",
        "alter table models add column sample bytea",
        "alter table policies add column examples json not null default '{}'",
        "alter table policies add column approved_by text not null default 'seed'",
        """create table policy_proposals (
            id uuid primary key, name text not null, policy_version text not null, content text not null,
            examples json not null, backtest json not null, reason text not null, status text not null,
            proposed_by text not null, proposed_at timestamptz not null, decided_by text, decided_at timestamptz,
            decision_reason text, version int not null, sequence int not null
        )""",
    )
    seed_parameters(BOUNDS)
