"""Screenings, sightings, the watch list, and the seeds of the rules' thresholds."""

from antifraud_svc.domain.rules import PARAMETERS
from loan_servicekit.db.migrations import create_standard_tables, execute_all, seed_parameters

revision = "2026_11_23_start"
down_revision = None


def upgrade() -> None:
    create_standard_tables()
    execute_all(
        """create table screenings (
            id uuid primary key, application_id uuid not null, outcome text not null, reasons json not null,
            features json not null, rules_version text not null, screened_at timestamptz not null,
            version int not null, sequence int not null
        )""",
        "create index screenings_application on screenings (application_id, screened_at)",
        """create table sightings (
            application_id uuid primary key, person_token text not null, mobile_token text not null, card_token text,
            device_token text, product_code text not null, at timestamptz not null
        )""",
        "create index sightings_person on sightings (person_token, at)",
        "create index sightings_mobile on sightings (mobile_token, at)",
        "create index sightings_card on sightings (card_token, at) where card_token is not null",
        "create index sightings_device on sightings (device_token, at) where device_token is not null",
        """create table watch_entries (
            id uuid primary key, kind text not null, token text not null, reason text not null, status text not null,
            proposed_by text not null, confirmed_by text, proposed_at timestamptz not null, application_id uuid,
            version int not null, sequence int not null
        )""",
        "create index watch_entries_token on watch_entries (token) where status = 'ACTIVE'",
    )
    seed_parameters(PARAMETERS)
