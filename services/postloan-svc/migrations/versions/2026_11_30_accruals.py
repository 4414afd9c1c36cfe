"""Interest accrues by the day: what loans have accrued, in and off the balance sheet, and the period that runs."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_accruals"
down_revision = "2026_11_30_cap_windows"

# Rows of 0.2.0 hold an instalment as values in an order, later ones by name.
OF = "case when json_typeof(i.row) = 'array' then i.row ->> {place} else i.row ->> '{name}' end"


def of(name: str, place: int) -> str:
    return OF.format(name=name, place=place)


# Interest that fell due before was recognised then; the running period accrues from its beginning, in one sum.
RUNNING_PERIODS = f"""
    update loans l set accrues_since = p.since, accrues_on_minor = p.balance, accrues_most_minor = p.most,
        accrues_at = (l.contract ->> 'annual_rate')::numeric
    from (select x.id, (array_agg({of("starts_on", 1)} order by i.place))[1]::date as since,
            sum(({of("principal_minor", 3)})::bigint) as balance,
            (array_agg({of("interest_minor", 4)} order by i.place))[1]::bigint as most
        from loans x, json_array_elements(x.instalments) with ordinality as i(row, place)
        where not ({of("fell_due", 12)})::boolean group by x.id) p
    where p.id = l.id and l.value_date is not null"""


def upgrade() -> None:
    execute_all(
        """alter table loans add column recognised_minor bigint not null default 0,
            add column off_balance_minor bigint not null default 0, add column non_accrual_since date,
            add column accrues_since date, add column accrues_on_minor bigint, add column accrues_at numeric,
            add column accrues_most_minor bigint""",
        RUNNING_PERIODS,
        "create index loans_running on loans (id) where status in ('ACTIVE', 'OVERDUE')",
        """create table accruals (
            id bigint generated always as identity, day date not null, loan_id uuid not null, on_minor bigint not null,
            off_minor bigint not null, booked_at timestamptz not null
        )""",
        "create index accruals_day on accruals (day, loan_id)",
        "create trigger rows_stay before update or delete on accruals for each row execute function rows_stay()",
        """create table accrual_totals (
            loan_id uuid primary key, on_minor bigint not null, off_minor bigint not null
        ) with (fillfactor = 50)""",
        "create index ledger_entries_day on ledger_entries (business_date, loan_id)",
        "alter table day_closings add column accruals int not null default 0, add column accrued_to uuid",
    )
