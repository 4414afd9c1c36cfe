"""Where the progress of applications lies, how it is noted, and how what is noted moves the roll-ups.

One statement a batch: rows of applications as they were before count off, as they are now count on. So late messages,
second deliveries and revised decisions come out as if the roll-ups were made anew. Writers of several processes follow
one another at the head of the evidence chain, so none of them counts from what another is changing.
"""

from collections.abc import Sequence

from loan_contracts.decisions import Outcome
from reporting_svc.domain.observation import Observation
from reporting_svc.domain.projections.funnel.progress import DECISION, STEPS, progress_of
from reporting_svc.persistence.columns import PROGRESS, given_arrays
from reporting_svc.persistence.projections.projection import Projection, Rows

ALL_PRODUCTS = ""  # in the roll-up by month: all products together
# Of two decisions the later one stands; of rows written before sequences were kept, any that comes.
LATER = "stored.decided_at is null or excluded.decision_sequence > coalesce(stored.decision_sequence, -1)"


def _noted(step: str) -> str:
    if step in DECISION:
        return f"{step} = case when {LATER} then excluded.{step} else stored.{step} end"
    return f"{step} = coalesce(stored.{step}, excluded.{step})"


def _outcome(outcome: Outcome, automatic: bool) -> str:
    return f"outcome = '{outcome.value}' and {'automatic' if automatic else 'not automatic'}"


COUNTS: dict[str, str] = {
    "submitted": "true",
    "decided": "decided_at is not null",
    **{
        f"{'automatic' if automatic else 'manual'}_{outcome.value.lower()}": _outcome(outcome, automatic)
        for outcome in Outcome
        for automatic in (True, False)
    },
    "offered": "offered_at is not null",
    "signed": "signed_at is not null",
    "disbursed": "disbursed_at is not null",
    "withdrawn": "withdrawn_at is not null",
}
"""What is counted of the applications of a day and product, each with the applications that it counts."""
DAY = "(submitted_at at time zone 'Asia/Shanghai')::date"


def _ms(until: str) -> str:
    """Whole milliseconds since submission, cut to three digits; clocks of two machines may differ, so a negative time
    counts as none."""
    ms = f"round(extract(epoch from greatest({until}, submitted_at) - submitted_at) * 1000)::bigint"
    return f"(select ms - ms % (10 ^ greatest(length(ms::text) - 3, 0))::bigint from (select {ms}) as t(ms))"


def counted(source: str) -> str:
    """Counts by day and product of rows of progress, each counted `n` times."""
    sums = ", ".join(f"coalesce(sum(n) filter (where {rule}), 0) as {name}" for name, rule in COUNTS.items())
    return f"select {DAY} as day, product_code, {sums} from {source} where submitted_at is not null group by 1, 2"


def measured(source: str) -> str:
    """Times to decision and to money by day and product, of rows of progress, each counted `n` times."""
    return (
        f"select {DAY} as day, product_code, case when automatic then 'AUTOMATIC' else 'MANUAL' end as measure,"
        f" {_ms('decided_at')} as ms, n from {source} where submitted_at is not null and decided_at is not null"
        f" union all select {DAY}, product_code, 'MONEY', {_ms('disbursed_at')}, n from {source}"
        " where submitted_at is not null and disbursed_at is not null"
    )


_COLUMNS = ", ".join(PROGRESS)
_OF_STORED = ", ".join(f"stored.{column}" for column in PROGRESS)
_NAMES = ", ".join(COUNTS)
NOTE = f"""
with given as ({given_arrays(PROGRESS)}),
before as (select {_OF_STORED} from application_progress stored join given using (application_id)),
after as (
  insert into application_progress as stored ({_COLUMNS}) select {_COLUMNS} from given
  on conflict (application_id) do update set {", ".join(map(_noted, STEPS))} returning {_OF_STORED}),
changed as (select 1 as n, * from after union all select -1, * from before),
days as (
  insert into funnel_days as kept (day, product_code, {_NAMES})
  select * from ({counted("changed")}) as moved where {" or ".join(f"{name} <> 0" for name in COUNTS)}
  on conflict (day, product_code) do update set changes = kept.changes + 1,
    {", ".join(f"{name} = kept.{name} + excluded.{name}" for name in COUNTS)}),
timed as ({measured("changed")}),
daily as (
  insert into funnel_times as kept (day, product_code, measure, ms, applications)
  select day, product_code, measure, ms, sum(n) from timed group by 1, 2, 3, 4 having sum(n) <> 0
  on conflict (day, product_code, measure, ms) do update set applications = kept.applications + excluded.applications)
insert into funnel_months as kept (month, product_code, measure, ms, applications)
select date_trunc('month', day)::date, coalesce(product_code, '{ALL_PRODUCTS}'), measure, ms, sum(n) from timed
group by grouping sets ((1, product_code, 3, 4), (1, 3, 4)) having sum(n) <> 0
on conflict (month, product_code, measure, ms) do update set applications = kept.applications + excluded.applications
"""


def _rows(observations: Sequence[Observation]) -> Rows:
    return [(application_id, *map(told.get, STEPS)) for application_id, told in progress_of(observations).items()]


FUNNEL = Projection("funnel", _rows, NOTE)
