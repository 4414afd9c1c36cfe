"""The evidence chain with its head, how far applications have come, and spans."""

from loan_servicekit.db.migrations import create_standard_tables, execute_all

revision = "2026_11_23_start"
down_revision = None


def upgrade() -> None:
    create_standard_tables()
    execute_all(
        """create table audit_entries (
            seq bigint primary key, message_id uuid not null, type text not null, subject text not null,
            application_id uuid, source text not null, actor text, occurred_at timestamptz not null,
            correlation_id text not null, causation_id text, trace_id text, figures json not null,
            payload_hash bytea not null, prev_hash bytea not null, hash bytea not null
        )""",
        """create index audit_entries_application on audit_entries (application_id, occurred_at, message_id)
            where application_id is not null""",
        "create index audit_entries_subject on audit_entries (subject, seq)",
        """create table audit_head (
            one boolean primary key default true check (one), seq bigint not null, hash bytea not null
        )""",
        "insert into audit_head (seq, hash) values (0, decode(repeat('00', 32), 'hex'))",
        # Against mistakes and injected statements; whoever owns the tables can switch triggers off, and is then found
        # by the chain itself.
        """create function refuse_change() returns trigger language plpgsql as $$
        begin
            raise exception '% on % is refused: the evidence chain only grows', tg_op, tg_table_name
                using errcode = 'restrict_violation';
        end $$""",
        """create trigger audit_entries_unchanged before update or delete on audit_entries
            for each row execute function refuse_change()""",
        """create trigger audit_entries_not_emptied before truncate on audit_entries
            for each statement execute function refuse_change()""",
        """create trigger audit_head_forward before update on audit_head
            for each row when (new.seq <= old.seq) execute function refuse_change()""",
        "create trigger audit_head_kept before delete on audit_head for each row execute function refuse_change()",
        """create trigger audit_head_not_emptied before truncate on audit_head
            for each statement execute function refuse_change()""",
        """create table application_progress (
            application_id uuid primary key, product_code text, branch text, submitted_at timestamptz,
            decided_at timestamptz, outcome text, automatic boolean, offered_at timestamptz, signed_at timestamptz,
            disbursed_at timestamptz, withdrawn_at timestamptz
        ) with (fillfactor = 80)""",
        "create index application_progress_submitted_at on application_progress (submitted_at)",
        """create table spans (
            trace_id text not null, span_id text not null, parent_id text, service text not null, name text not null,
            kind text not null, started_at timestamptz not null, ended_at timestamptz not null, status text not null,
            attributes jsonb not null, primary key (trace_id, span_id)
        )""",
        "create index spans_started_at on spans using brin (started_at)",
    )
