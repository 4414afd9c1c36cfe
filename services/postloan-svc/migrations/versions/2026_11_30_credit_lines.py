"""Credit lines, whose draws are loans: a contract may carry several now."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_credit_lines"
down_revision = "2026_11_30_lpr"


def upgrade() -> None:
    execute_all(
        """create table credit_lines (
            id uuid primary key, branch text not null, customer_id uuid not null, contract json,
            opens_on date not null, expires_on date not null, status text not null, draws int not null,
            reservations json not null, asked json, sequence int not null, version int not null
        )""",
        "create index credit_lines_branch on credit_lines (branch, id)",
        "create index credit_lines_customer on credit_lines (customer_id, id)",
        "create index credit_lines_ending on credit_lines (expires_on) where status <> 'CLOSED'",
        "alter table loans drop constraint loans_application_id_key",
        "create index loans_application on loans (application_id)",
        "alter table loans add column line_id uuid",
        "create index loans_line on loans (line_id) where line_id is not null",
    )
