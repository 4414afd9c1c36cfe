"""Accruals and entries of loans lie in a partition a month; those of before lie in one of their own, and are read as ever."""

from alembic import op

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_book_months"
down_revision = "2026_11_30_closing_shards"

# Up to the end of the month that is open, and of the last one that was posted to: days may have run ahead.
ENDS = """select (date_trunc('month', greatest((select max({day}) from {table}_before), (select max(business_date)
    from business_calendars))) + interval '1 month')::date"""


def upgrade() -> None:
    execute_all(
        "drop trigger rows_stay on accruals",
        "drop trigger accruals_are_kept on accruals",
        "alter table accruals alter column id drop identity",
        "alter index accruals_day rename to accruals_before_day",
        "drop trigger rows_stay on ledger_entries",
        "drop trigger books_are_kept on ledger_entries",
        "alter table ledger_entries alter column id drop identity, drop constraint ledger_entries_pkey",
        "alter index ledger_entries_loan rename to ledger_entries_before_loan",
        "alter index ledger_entries_day rename to ledger_entries_before_day",
    )
    for table, day in (("accruals", "day"), ("ledger_entries", "business_date")):
        execute_all(
            f"alter table {table} rename to {table}_before",
            f"create table {table} (like {table}_before including defaults) partition by range ({day})",
            f"alter table {table} alter column id add generated always as identity",
        )
        [[ends]] = op.get_bind().exec_driver_sql(ENDS.format(table=table, day=day)).all()
        [[last]] = op.get_bind().exec_driver_sql(f"select coalesce(max(id), 0) from {table}_before").all()
        execute_all(
            f"alter table {table} attach partition {table}_before for values from (minvalue) to ('{ends}')",
            f"create table {table}_other partition of {table} default",
            f"alter table {table} alter column id restart with {last + 1}",
        )
    execute_all(
        "create unique index accruals_day on accruals (day, loan_id, id)",
        "create index ledger_entries_loan on ledger_entries (loan_id, id)",
        "create index ledger_entries_day on ledger_entries (business_date, loan_id)",
        *(
            f"create trigger rows_stay before update or delete on {table} for each row execute function rows_stay()"
            for table in ("accruals", "ledger_entries")
        ),
        """create trigger books_are_kept after insert on ledger_entries
            referencing new table as new_entries for each statement execute function books_are_kept()""",
        """create trigger accruals_are_kept after insert on accruals
            referencing new table as new_accruals for each statement execute function accruals_are_kept()""",
    )
