"""The history of a loan: events, versions of schedules and of allocations, numbered postings that take others back."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_loan_history"
down_revision = "2026_11_29_bus"


def upgrade() -> None:
    execute_all(
        """create table loan_events (
            loan_id uuid not null, number int not null, event_id uuid not null unique, kind text not null,
            value_date date not null, recorded_on date not null, amount_minor bigint not null, source text not null,
            reference text, reverses uuid unique, recorded_at timestamptz not null, primary key (loan_id, number)
        )""",
        "create unique index loan_events_reference on loan_events (reference) where reference is not null",
        """create table schedule_versions (
            loan_id uuid not null, number int not null, made_by uuid not null, effective_from date not null,
            instalments json not null, recorded_at timestamptz not null, primary key (loan_id, number)
        )""",
        """create table repayment_requests (
            id uuid primary key, loan_id uuid not null, kind text not null, repayment_id uuid not null,
            reason text not null, requested_by text not null, requested_at timestamptz not null, amount_minor bigint,
            received_on date, source text, reference text, status text not null, decided_by text,
            decided_at timestamptz, version int not null, sequence int not null
        )""",
        "create index repayment_requests_loan on repayment_requests (loan_id)",
        # Repayments that are there become the events that they were, in the order in which they were booked.
        """insert into loan_events (loan_id, number, event_id, kind, value_date, recorded_on, amount_minor, source,
                                    recorded_at)
            select loan_id, row_number() over (partition by loan_id order by booked_at, repayment_id), repayment_id,
                'REPAYMENT', received_on, (booked_at at time zone 'Asia/Shanghai')::date, amount_minor, 'UNKNOWN',
                booked_at
            from repayments where amount_minor > 0""",
        """alter table repayments add column version int not null default 1,
            add column excess_minor bigint not null default 0,
            drop constraint repayments_pkey, add primary key (repayment_id, version)""",
        """update repayments r set excess_minor = greatest(0, amount_minor - (
            select coalesce(sum((line ->> 'amount_minor')::bigint), 0) from json_array_elements(r.allocation) as line))
            where amount_minor > 0""",
        """alter table ledger_entries add column value_date date, add column posting_no int not null default 0,
            add column reverses int""",
        # Entries that were booked together are one posting; what was booked on a day counted from it.
        """update ledger_entries e set posting_no = n.posting_no, value_date = e.business_date
            from (select id, dense_rank() over (partition by loan_id order by booked_at, kind, business_date)
                  as posting_no from ledger_entries) n
            where n.id = e.id""",
        """alter table loans add column posted int not null default 0, add column schedule_no int not null default 1,
            add column refunds int not null default 0, add column refund_id uuid,
            add column refund_minor bigint not null default 0""",
        """update loans l set posted = (select coalesce(max(posting_no), 0) from ledger_entries where loan_id = l.id)
            where value_date is not null""",
        """update loans l set advanced_to = greatest(advanced_to, r.last)
            from (select loan_id, max(received_on) as last from repayments group by 1) r where r.loan_id = l.id""",
        *(
            f"create trigger rows_stay before update or delete on {table} for each row execute function rows_stay()"
            for table in ("loan_events", "schedule_versions", "ledger_entries", "repayments")
        ),
    )
