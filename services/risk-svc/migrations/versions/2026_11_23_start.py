"""Assessments, the registry of models and policies, and the seeds of the parameters."""

from loan_servicekit.db.migrations import create_standard_tables, execute_all, seed_parameters
from risk_svc.domain.parameters import PARAMETERS

revision = "2026_11_23_start"
down_revision = None


def upgrade() -> None:
    create_standard_tables()
    execute_all(
        """create table assessments (
            id uuid primary key, application_id uuid not null, outcome text not null, pd numeric not null,
            score int not null, grade text not null, limit_minor bigint not null, annual_rate numeric not null,
            reasons json not null, triggers json not null, features json not null, detail json not null,
            request json not null, model_version text not null, scorecard_version text not null,
            policy_version text not null, assessed_at timestamptz not null, version int not null, sequence int not null
        )""",
        "create index assessments_application on assessments (application_id, assessed_at)",
        """create table models (
            version text not null, scorecard_version text not null, model bytea not null, scorecard bytea not null,
            card json not null, active boolean not null, registered_at timestamptz not null,
            primary key (version, scorecard_version)
        )""",
        "create unique index models_one_active on models (active) where active",
        """create table policies (
            version text primary key, name text not null, content bytea not null, active boolean not null,
            registered_at timestamptz not null
        )""",
        "create unique index policies_one_active on policies (name) where active",
    )
    seed_parameters(PARAMETERS)
