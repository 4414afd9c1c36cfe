"""One aggregate table and one of rows beside the standard ones."""

from loan_servicekit.db.migrations import (
    create_parameter_changes,
    create_standard_tables,
    execute_all,
    make_the_bus_safe,
)

revision = "start"
down_revision = None


def upgrade() -> None:
    create_standard_tables()
    create_parameter_changes()
    make_the_bus_safe()
    execute_all(
        "create table parcels (id uuid primary key, state text not null, weight int not null check (weight < 1000),"
        " version int not null, sequence int not null)",
        "create table notes (parcel_id uuid not null, text text not null)",
    )
