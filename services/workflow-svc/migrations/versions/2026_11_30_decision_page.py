"""What an approver sees beside a case: the customer's other applications, decided cases like it, and what became of
them. A case is found by its customer, by product and score, and by when it was decided."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_decision_page"
down_revision = "2026_11_30_waiting_tasks"


def upgrade() -> None:
    execute_all(
        """alter table cases add column customer_id uuid, add column product_code text, add column score int,
            add column outcome text, add column ended_at timestamptz, add column withdrawn_at timestamptz,
            add column supplied json""",
        """update cases set customer_id = (submitted::json ->> 'customer_id')::uuid,
            product_code = submitted::json ->> 'product_code', score = (risk::json ->> 'score')::int,
            outcome = decision::json ->> 'outcome', ended_at = (decision::json ->> 'decided_at')::timestamptz""",
        # When they were withdrawn is not known.
        "update cases set ended_at = opened_at where status = 'WITHDRAWN'",
        "create index cases_customer on cases (customer_id, opened_at)",
        "create index cases_score on cases (product_code, score) where status = 'DECIDED' and score is not null",
        """create table loans (
            case_id uuid primary key, loan_id uuid not null, principal_minor bigint, disbursed_on date,
            risk_class text not null default 'NORMAL', dpd int not null default 0, most_dpd int not null default 0,
            class_sequence int not null default 0, settled_on date
        )""",
    )
