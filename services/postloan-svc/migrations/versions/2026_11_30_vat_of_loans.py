"""VAT is made loan by loan: each day of the ledger keeps its rate, and a change of the rate what loans had recognised."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_vat_of_loans"
down_revision = "2026_11_30_debits"


def upgrade() -> None:
    execute_all(
        "alter table gl_days add column vat_percent numeric",
        """create table vat_steps (
            loan_id uuid not null, account text not null references accounts (code), from_day date not null,
            income_minor bigint not null, vat_minor bigint not null, percent numeric not null,
            primary key (loan_id, account, from_day)
        )""",
        "create trigger rows_stay before update or delete on vat_steps for each row execute function rows_stay()",
    )
