"""The funnel is rolled up by day and by month, and of a revised decision the one that stands counts."""

from loan_servicekit.db.migrations import execute_all

revision = "2026_11_30_funnel_days"
down_revision = "2026_11_29_bus"

COUNTS = (
    ("submitted", "true"),
    ("decided", "decided_at is not null"),
    ("automatic_approved", "outcome = 'APPROVED' and automatic"),
    ("manual_approved", "outcome = 'APPROVED' and not automatic"),
    ("automatic_conditional", "outcome = 'CONDITIONAL' and automatic"),
    ("manual_conditional", "outcome = 'CONDITIONAL' and not automatic"),
    ("automatic_declined", "outcome = 'DECLINED' and automatic"),
    ("manual_declined", "outcome = 'DECLINED' and not automatic"),
    ("offered", "offered_at is not null"),
    ("signed", "signed_at is not null"),
    ("disbursed", "disbursed_at is not null"),
    ("withdrawn", "withdrawn_at is not null"),
)
DAY = "(submitted_at at time zone 'Asia/Shanghai')::date"


def ms(until: str) -> str:
    """Milliseconds since submission, cut to three digits."""
    whole = f"round(extract(epoch from greatest({until}, submitted_at) - submitted_at) * 1000)::bigint"
    return f"(select ms - ms % (10 ^ greatest(length(ms::text) - 3, 0))::bigint from (select {whole}) as t(ms))"


def upgrade() -> None:
    names = ", ".join(name for name, _ in COUNTS)
    sums = ", ".join(f"count(*) filter (where {rule})" for _, rule in COUNTS)
    execute_all(
        "alter table application_progress add column decision_sequence int",
        # What a review has revised: the last decision that the evidence holds is the one that stands.
        """update application_progress p set outcome = d.outcome, automatic = d.automatic, decided_at = d.decided_at
            from (select distinct on (application_id) application_id, figures ->> 'outcome' as outcome,
                (figures ->> 'automatic')::boolean as automatic, occurred_at as decided_at
                from audit_entries where type = 'decision.made' and figures ->> 'supersedes' is not null
                order by application_id, seq desc) d where d.application_id = p.application_id""",
        f"""create table funnel_days (
            day date not null, product_code text not null,
            {", ".join(f"{name} bigint not null" for name, _ in COUNTS)},
            decision_p50 bigint, decision_p99 bigint, automatic_p50 bigint, automatic_p99 bigint,
            money_p50 bigint, money_p99 bigint,
            changes bigint not null default 1, settled bigint not null default 0, primary key (day, product_code)
        ) with (fillfactor = 70)""",
        """create table funnel_times (
            day date not null, product_code text not null, measure text not null, ms bigint not null,
            applications bigint not null, primary key (day, product_code, measure, ms)
        ) with (fillfactor = 80)""",
        """create table funnel_months (
            month date not null, product_code text not null, measure text not null, ms bigint not null,
            applications bigint not null, primary key (month, product_code, measure, ms)
        ) with (fillfactor = 80)""",
        f"""insert into funnel_days (day, product_code, {names})
            select {DAY}, product_code, {sums} from application_progress where submitted_at is not null group by 1, 2""",
        f"""insert into funnel_times (day, product_code, measure, ms, applications)
            select day, product_code, measure, ms, count(*) from (
                select {DAY} as day, product_code, case when automatic then 'AUTOMATIC' else 'MANUAL' end as measure,
                    {ms("decided_at")} as ms
                from application_progress where submitted_at is not null and decided_at is not null
                union all select {DAY}, product_code, 'MONEY', {ms("disbursed_at")}
                from application_progress where submitted_at is not null and disbursed_at is not null) as measured
            group by 1, 2, 3, 4""",
        """insert into funnel_months (month, product_code, measure, ms, applications)
            select date_trunc('month', day)::date, coalesce(product_code, ''), measure, ms, sum(applications)
            from funnel_times group by grouping sets ((1, product_code, 3, 4), (1, 3, 4))""",
    )
