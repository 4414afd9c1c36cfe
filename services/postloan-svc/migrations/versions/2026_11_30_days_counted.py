"""How the days of a running period count that are not counted one by one: 30E/360, ACT/ACT (domain.md §3.2)."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_days_counted"
down_revision = "2026_11_30_ever_late"

THIRTIES = "extract(year from day) * 360 + extract(month from day) * 30 + least(extract(day from day), 30)"
ORDINAL = "day - date '0001-01-01'"
# Days before this one that lie in leap years: of all years before, and of its own if it is one.
YEAR = "(extract(year from day)::int - 1)"
LEAP_YEARS = f"({YEAR} / 4 - {YEAR} / 100 + {YEAR} / 400)"
LAST_DAY = "(date_trunc('year', day) + interval '1 year - 1 day')"
OWN = f"(case when extract(doy from {LAST_DAY}) = 366 then extract(doy from day)::int - 1 else 0 end)"
IN_LEAP_YEARS = f"({LEAP_YEARS} * 366 + {OWN})"


def upgrade() -> None:
    execute_all(
        "alter table loans add column accrues_by text",
        # The number of a day: what an interval counts is the difference of its ends.
        f"""create function day_counted(by text, day date) returns int language sql immutable parallel safe as $body$
        select case by when '30E/360' then ({THIRTIES})::int
            when 'ACT/ACT' then {IN_LEAP_YEARS} * 365 + ({ORDINAL} - {IN_LEAP_YEARS}) * 366 end
        $body$""",
    )
