"""Loans, ledger, repayments, the business calendar."""

from datetime import date

from loan_servicekit.db.migrations import create_standard_tables, execute_all, seed_parameters

revision = "2026_11_23_start"
down_revision = None

PARAMETERS = [
    ("class.substandard_dpd_gt", "90", "day", date(2023, 7, 1), "令〔2023〕第1号", "C2"),
    ("cap.court_financial", "24", "%", date(2017, 8, 4), "法发〔2017〕22号", "MH"),
]


def upgrade() -> None:
    create_standard_tables()
    execute_all(
        """create table loans (
            id uuid primary key, application_id uuid not null unique, customer_id uuid not null, branch text not null,
            loan_no text not null unique, status text not null, contract json, pay_outs int not null,
            payment_id uuid, value_date date, instalments json not null, profile text not null, bucket text not null,
            suspense_minor bigint not null, settled_on date, advanced_to date, next_event_on date,
            version int not null, sequence int not null
        )""",
        "create index loans_next_event on loans (next_event_on) where next_event_on is not null",
        "create index loans_overdue on loans (id) where status = 'OVERDUE'",
        "create index loans_customer on loans (customer_id)",
        "create index loans_branch on loans (branch, id)",
        """create table ledger_entries (
            id bigint generated always as identity primary key, loan_id uuid not null, kind text not null,
            account text not null, amount_minor bigint not null, business_date date not null,
            booked_at timestamptz not null
        )""",
        "create index ledger_entries_loan on ledger_entries (loan_id, id)",
        """create table repayments (
            repayment_id uuid primary key, loan_id uuid not null, received_on date not null,
            amount_minor bigint not null, profile text not null, allocation json not null,
            booked_at timestamptz not null
        )""",
        "create index repayments_loan on repayments (loan_id)",
        """create table business_calendars (
            id text primary key, business_date date not null, version int not null, sequence int not null
        )""",
        # The first business day of an installation is the day on which it is made; from then on only closing moves it.
        """insert into business_calendars values
            ('business-calendar', (now() at time zone 'Asia/Shanghai')::date, 1, 0)""",
        """create table day_closings (
            id date primary key, status text not null, loans int not null, due int not null, missed int not null,
            requested_by text not null, started_at timestamptz not null, closed_at timestamptz, cursor uuid,
            version int not null, sequence int not null
        )""",
    )
    seed_parameters(PARAMETERS)
