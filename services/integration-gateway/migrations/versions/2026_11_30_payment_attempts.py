"""The orders of a payment at the channel: number and time are kept before the order is sent. Those of before had one
number and the time of the request."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_payment_attempts"
down_revision = "2026_11_30_list_indexes"


def upgrade() -> None:
    execute_all(
        """create table payment_attempts (
            payment_id uuid not null, number int not null, order_id text not null, ordered_at timestamptz not null,
            absent_at timestamptz, primary key (payment_id, number)
        )""",
        "create unique index payment_attempts_order on payment_attempts (order_id)",
        """insert into payment_attempts (payment_id, number, order_id, ordered_at)
           select id, 1, case body ->> 'direction' when 'COLLECT' then 'DK' when 'REFUND' then 'TK' else 'DF' end
               || upper(replace(id::text, '-', '')), requested_at
           from desk
           where kind = 'PAY' and (state = 'DONE' or tries > 0 or claimed_by is not null)
             and coalesce(result ->> 'code', '') <> 'card-differs'""",
    )
