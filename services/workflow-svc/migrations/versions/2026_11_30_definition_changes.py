"""Decisions, what versions applications start on, versions that are retired, and the changes that brought them."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_definition_changes"
down_revision = "2026_11_30_retention"


def upgrade() -> None:
    execute_all(
        """create table definition_changes (
            id uuid primary key, kind text not null, code text not null, name text not null, content json not null,
            sha256 text not null, report json not null, proposed_by text not null, proposed_at timestamptz not null,
            status text not null, decided_by text, decided_at timestamptz, decision_reason text, version int not null,
            sequence int not null
        )""",
        "create index definition_changes_status on definition_changes (status, kind, id)",
        """create table decisions (
            code text not null, version int not null, name text not null, sha256 text not null,
            published_by text not null, published_at timestamptz not null, content json not null,
            primary key (code, version)
        )""",
        """create table process_bindings (
            id uuid primary key, process_code text not null, target text not null, target_version int,
            scope json not null, valid_from date not null, valid_to date
        )""",
        """create table process_retirements (
            code text not null, retired_version int not null, valid_from date not null,
            primary key (code, retired_version)
        )""",
        """create table decision_evaluations (
            id uuid primary key, case_id uuid not null, application_id uuid not null, element text not null,
            decision text not null, decision_version int not null, given json not null, result json not null,
            fallback text not null, trace json not null, evaluated_at timestamptz not null
        )""",
        "create index decision_evaluations_application on decision_evaluations (application_id, evaluated_at)",
        "create index decision_evaluations_case on decision_evaluations (case_id)",
    )
