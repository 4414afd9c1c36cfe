"""The log of communication with customers, how they want to be told, and what bounds reminders."""

from datetime import date

from integration_gateway.domain.notifications.contact import MOST_REMINDERS, QUIET_HOURS
from integration_gateway.domain.retention import COMMUNICATION
from loan_servicekit.core.retention import seeds
from loan_servicekit.db.migrations import execute_all, seed_parameters
from loan_servicekit.db.retention.tables import FIRST_DAY

revision = "2026_11_30_communications"
down_revision = "2026_11_30_partner_retention"


def upgrade() -> None:
    execute_all(
        "alter table desk drop constraint desk_kind_check",
        "alter table desk add constraint desk_kind_check"
        " check (kind in ('COLLECT', 'PAY', 'NOTIFY', 'VERIFY', 'ALERT', 'AGREE', 'REMIND')) not valid",
        "alter table desk validate constraint desk_kind_check",
        """create table communications (
            id uuid primary key, customer_id uuid not null, application_id uuid, at timestamptz not null,
            direction text not null, medium text not null, template text, outcome text not null, code text not null,
            made_by text not null, note text
        )""",
        "create index communications_customer on communications (customer_id, at, id)",
        "create index communications_at on communications (at)",
        "create index communications_key on communications ((left(note, strpos(note, '.')))) where note is not null",
        """create table contact_preferences (
            id uuid primary key, reminders boolean not null, night boolean not null, changed_by text not null,
            changed_at timestamptz not null, version int not null, sequence int not null
        )""",
    )
    seed_parameters(
        [
            (QUIET_HOURS, "22:00-08:00", "time", date(2025, 2, 28), "GB/T 45251-2025; CBA 2026; domain.md R-5.1", "C2"),
            (MOST_REMINDERS, "3", "time", date(2025, 2, 28), "own policy", "P"),
            *seeds([COMMUNICATION], FIRST_DAY),
        ]
    )
