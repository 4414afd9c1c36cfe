"""Where who works here lies, and what was proposed about it."""

from loan_servicekit.db.columns import Column, aggregates
from workflow_svc.domain.directory.member import Member
from workflow_svc.domain.directory.role_change import RoleChange
from workflow_svc.persistence.proposals.columns import PROPOSED

STAFF_MEMBERS = aggregates(
    "staff_members",
    Member,
    (
        Column("id", "uuid"),
        Column("subject", "text"),
        Column("roles", "json", read=tuple),
        Column("branch", "text"),
        Column("reported_at", "timestamptz"),
    ),
    missing="staff-member-not-found",
)
ROLE_CHANGES = aggregates(
    "role_changes",
    RoleChange,
    (
        Column("id", "uuid"),
        Column("subject", "text"),
        Column("roles", "json", read=tuple),
        Column("branch", "text"),
        Column("before_roles", "json", read=tuple),
        Column("before_branch", "text"),
        Column("reason", "text"),
        Column("carried_out_at", "timestamptz"),
        *PROPOSED,
    ),
    missing="role-change-not-found",
)
