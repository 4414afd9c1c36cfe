"""A closing goes over the loans shard by shard, step by step; overdue loans are found when they enter the next bucket."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_closing_shards"
down_revision = "2026_11_30_papers"

# Rows of 0.2.0 hold an instalment as values in an order, later ones by name.
OF = "case when json_typeof(i.row) = 'array' then i.row ->> {place} else i.row ->> '{name}' end"


def of(name: str, place: int) -> str:
    return f"({OF.format(name=name, place=place)})"


def left(name: str, asked: int, paid: int) -> str:
    return f"{of(f'{name}_minor', asked)}::bigint - {of(f'{name}_paid_minor', paid)}::bigint"


FEE_LEFT = "coalesce((i.row ->> 'fee_minor')::bigint, 0) - coalesce((i.row ->> 'fee_paid_minor')::bigint, 0)"
FEES = f"case when json_typeof(i.row) = 'array' then 0 else {FEE_LEFT} end"
AGEING = f"""
    update loans l set overdue_since = o.due + 1,
        next_event_on = least(l.next_event_on, case when l.bucket <> 'M6+' then o.due + substr(l.bucket, 2)::int * 30 + 1 end)
    from (select x.id, min({of("due_on", 2)}::date) as due
        from loans x, json_array_elements(x.instalments) as i(row)
        where x.status = 'OVERDUE' and {of("fell_due", 12)}::boolean
            and {left("principal", 3, 8)} + {left("interest", 4, 9)} + {FEES} > 0
        group by x.id) o
    where o.id = l.id"""


def upgrade() -> None:
    execute_all(
        """create table closing_shards (
            id text primary key, day date not null, behind uuid not null, last uuid not null, step text not null,
            loans int not null, due int not null, missed int not null, accruals int not null, set_aside int not null,
            accrued_to uuid, cursor uuid, cursor_on date, late json not null, version int not null, sequence int not null
        ) with (fillfactor = 50)""",
        "create index closing_shards_day on closing_shards (day)",
        "alter table day_closings add column step text, add column shards int not null default 0",
        "update day_closings set step = 'DONE' where status = 'DONE'",
        # A run that is under way begins anew, in one part: what it has done is not found again.
        """insert into closing_shards
            select to_char(id, 'YYYY-MM-DD') || '/00', id, '00000000-0000-0000-0000-000000000000',
                'ffffffff-ffff-ffff-ffff-ffffffffffff', 'ACCRUE', loans, due, missed, 0, set_aside, null, null, null, '[]', 1, 0
            from day_closings where status = 'RUNNING'""",
        "update day_closings set step = 'ACCRUE', shards = 1 where status = 'RUNNING'",
        "alter table day_closings alter column step set not null",
        "alter table loans add column overdue_since date",
        AGEING,
        "drop index loans_overdue",
        "create index loans_too_old on loans (overdue_since, id) where overdue_since is not null and non_accrual_since is null",
    )
