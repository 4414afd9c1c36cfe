"""When a loan was first so many days past due, and what was outstanding then: kept by itself, since days that are old go."""

from datetime import date

from loan_servicekit.db.migrations import execute_all, seed_parameters

revision = "2026_11_30_ever_late"
down_revision = "2026_11_30_pages_of_books"

# What the days say that are there; by hand or by a job, old ones may have been taken away already.
KNOWN = """insert into loan_firsts (loan_id, dpd_over, day, outstanding_minor)
    select distinct on (d.loan_id, f.dpd) d.loan_id, f.dpd, d.day, d.outstanding_minor
    from loan_days d cross join (values (30), (60), (90)) as f (dpd) where d.dpd > f.dpd
    order by d.loan_id, f.dpd, d.day"""


def upgrade() -> None:
    execute_all(
        """create table loan_firsts (
            loan_id uuid not null, dpd_over smallint not null check (dpd_over in (30, 60, 90)), day date not null,
            outstanding_minor bigint not null, primary key (loan_id, dpd_over)
        )""",
        KNOWN,
        "create index loans_value_date on loans (value_date) where value_date is not null",
    )
    seed_parameters([("loan_days.months", "84", "month", date(2020, 1, 1), "domain.md R-4.21", "P")])
