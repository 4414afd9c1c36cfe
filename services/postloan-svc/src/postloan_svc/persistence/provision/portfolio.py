"""What a portfolio looks like over time, asked of the daily records (domain.md §4.2, §4.5).

Each is one statement over a few days of `loan_days`, found by day; `{branch}` narrows it to a branch.
"""

from collections.abc import Sequence
from datetime import date

from loan_servicekit.db.queries import Reader
from postloan_svc.domain.classification.risk_class import RiskClass
from postloan_svc.domain.delinquency.dpd import BUCKETS
from postloan_svc.use_cases.provision.ports import (
    BucketFlow,
    ClassLine,
    ClassMove,
    Collected,
    Defaulted,
    VintagePoint,
)

LAST_DAY = "select max(day) from days_recorded where day <= coalesce($1::date, date 'infinity')"
ALLOWANCE = (
    "select coalesce(sum(credit_minor - debit_minor), 0)::bigint from gl_entries"
    " where account in ('LOAN_LOSS_ALLOWANCE', 'ALLOWANCE_USED') and business_date <= $1"
    " and ($2::text is null or branch = $2)"
)
CLASSES = (
    "select risk_class, count(*) as loans, sum(outstanding_minor)::bigint as outstanding_minor,"
    " sum(overdue_minor)::bigint as overdue_minor, sum(loss_minor)::bigint as loss_minor,"
    " coalesce(sum(outstanding_minor) filter (where dpd > 90), 0)::bigint as overdue_90_minor, stage, bucket"
    " from loan_days where day = $1 and ($2::text is null or branch = $2)"
    " group by risk_class, stage, bucket order by risk_class, stage, bucket"
)
# Two days side by side: where the loans of the first have gone by the second. Those of neither are not in it.
BOTH = (
    "with one as (select * from loan_days where day = $1 and ($3::text is null or branch = $3)),"
    " two as (select * from loan_days where day = $2 and ($3::text is null or branch = $3))"
)
BALANCES = (
    f"{BOTH} select b.bucket,"
    " coalesce((select sum(outstanding_minor) from one where bucket = b.bucket), 0)::bigint as was,"
    " coalesce((select sum(outstanding_minor) from two where bucket = b.bucket), 0)::bigint as is_now,"
    " coalesce((select sum(two.outstanding_minor) from one join two using (loan_id)"
    "   where one.bucket = b.bucket - 1 and two.bucket = b.bucket), 0)::bigint as rolled"
    " from generate_series(0, 7) as b(bucket) order by 1"
)
MOVES = (
    f"{BOTH} select one.risk_class as was, two.risk_class as is_now, count(*) as loans,"
    " sum(one.outstanding_minor)::bigint as was_minor, coalesce(sum(two.outstanding_minor), 0)::bigint as now_minor"
    " from one left join two using (loan_id) group by 1, 2 order by 1, 2 nulls last"
)
CURES = (
    f"{BOTH}, paid as (select r.loan_id, sum(r.amount_minor) as minor from ("
    "  select distinct on (repayment_id) loan_id, amount_minor, received_on from repayments"
    "  where received_on > $1 and received_on <= $2 order by repayment_id, version desc) r group by 1)"
    " select one.bucket, count(*) as loans, count(*) filter (where two.loan_id is null or two.bucket = 0) as cured,"
    " sum(one.overdue_minor)::bigint as overdue_minor,"
    " coalesce(sum(least(paid.minor, one.overdue_minor)), 0)::bigint as collected_minor"
    " from one left join two using (loan_id) left join paid on paid.loan_id = one.loan_id"
    " where one.bucket > 0 group by 1 order by 1"
)
VINTAGES = (
    "with born as (select date_trunc('month', value_date)::date as cohort, sum(principal_minor)::bigint as lent,"
    "   count(*) as loans from loans where value_date is not null and value_date >= $1 and value_date < $2"
    "   and ($3::text is null or branch = $3) group by 1),"
    " ends as (select max(day) as day from days_recorded where day >= $1 group by date_trunc('month', day)),"
    " bad as (select date_trunc('month', d.value_date)::date as cohort, d.day, sum(outstanding_minor)::bigint as minor,"
    "   count(*) as loans from ends join loan_days d using (day) where d.dpd > $4 and d.value_date >= $1"
    "   and d.value_date < $2 and ($3::text is null or d.branch = $3) group by 1, 2)"
    " select born.cohort, born.lent as lent_minor, born.loans, ends.day,"
    " ((extract(year from ends.day) - extract(year from born.cohort)) * 12"
    "   + extract(month from ends.day) - extract(month from born.cohort))::int as mob,"
    " coalesce(bad.minor, 0) as bad_minor, coalesce(bad.loans, 0) as bad_loans"
    " from born join ends on ends.day >= born.cohort left join bad on bad.cohort = born.cohort and bad.day = ends.day"
    " order by 1, 4"
)
# Whoever was so late once stays counted, with what was outstanding then; days that are old need not be there any more.
EVER = (
    "with born as (select date_trunc('month', value_date)::date as cohort, sum(principal_minor)::bigint as lent,"
    "   count(*) as loans from loans where value_date is not null and value_date >= $1 and value_date < $2"
    "   and ($3::text is null or branch = $3) group by 1),"
    " ends as (select max(day) as day from days_recorded where day >= $1 group by date_trunc('month', day)),"
    " bad as (select date_trunc('month', l.value_date)::date as cohort, f.day, f.outstanding_minor as minor"
    "   from loans l join loan_firsts f on f.loan_id = l.id and f.dpd_over = $4"
    "   where l.value_date >= $1 and l.value_date < $2 and ($3::text is null or l.branch = $3))"
    " select born.cohort, born.lent as lent_minor, born.loans, ends.day,"
    " ((extract(year from ends.day) - extract(year from born.cohort)) * 12"
    "   + extract(month from ends.day) - extract(month from born.cohort))::int as mob,"
    " coalesce(sum(bad.minor), 0)::bigint as bad_minor, count(bad.day) as bad_loans"
    " from born join ends on ends.day >= born.cohort"
    " left join bad on bad.cohort = born.cohort and bad.day <= ends.day group by 1, 2, 3, 4 order by 1, 4"
)
# The nth instalment, number 0 (the fee of the pay-out) left aside; unpaid at due + x shows in that day's record.
DEFAULTS = (
    "with firsts as (select l.id, l.product_code, l.principal_minor, (select i.due from ("
    "    select coalesce(e ->> 'due_on', e ->> 2)::date as due, coalesce(e ->> 'number', e ->> 0)::int as number"
    "    from json_array_elements(l.instalments) e) i"
    "    where i.number > 0 order by i.due, i.number offset $4::int limit 1) as due"
    "  from loans l where l.value_date is not null and l.first_due_on <= $1::date - $2::int"
    "    and ($3::text is null or l.branch = $3)),"
    " known as (select * from firsts where due <= $1::date - $2::int)"
    " select k.product_code, count(*) as loans, sum(k.principal_minor)::bigint as lent_minor,"
    " count(*) filter (where d.dpd >= $2::int) as unpaid,"
    " coalesce(sum(k.principal_minor) filter (where d.dpd >= $2::int), 0)::bigint as unpaid_minor"
    " from known k left join loan_days d on d.day = k.due + $2::int and d.loan_id = k.id group by 1 order by 1"
)


class SqlPortfolioQueries:
    """Implements `use_cases.provision.ports.PortfolioQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def recorded_day(self, up_to: date | None) -> date | None:
        """The last day that was recorded, up to one."""
        found: date | None = (await self._reader.rows(LAST_DAY, up_to))[0][0]
        return found

    async def classes(self, day: date, branch: str | None) -> Sequence[ClassLine]:
        """All running loans at the end of a day."""
        return [
            ClassLine(
                risk_class=RiskClass(row.risk_class),
                stage=row.stage,
                bucket=BUCKETS[row.bucket],
                loans=row.loans,
                outstanding_minor=row.outstanding_minor,
                overdue_minor=row.overdue_minor,
                overdue_90_minor=row.overdue_90_minor,
                loss_minor=row.loss_minor,
            )
            for row in await self._reader.rows(CLASSES, day, branch)
        ]

    async def allowance_minor(self, day: date, branch: str | None) -> int:
        """What the general ledger has set aside by the end of a day."""
        found: int = (await self._reader.rows(ALLOWANCE, day, branch))[0][0]
        return found

    async def flows(self, first: date, last: date, branch: str | None) -> Sequence[BucketFlow]:
        """The buckets on two days, in their order."""
        rows = await self._reader.rows(BALANCES, first, last, branch)
        return [BucketFlow(BUCKETS[row.bucket], row.was, row.is_now, row.rolled) for row in rows]

    async def moves(self, first: date, last: date, branch: str | None) -> Sequence[ClassMove]:
        """From each class to each."""
        return [
            ClassMove(
                was=RiskClass(row.was),
                now=RiskClass(row.is_now) if row.is_now else None,
                loans=row.loans,
                was_minor=row.was_minor,
                now_minor=row.now_minor,
            )
            for row in await self._reader.rows(MOVES, first, last, branch)
        ]

    async def collected(self, first: date, last: date, branch: str | None) -> Sequence[Collected]:
        """By the bucket of the first day."""
        rows = await self._reader.rows(CURES, first, last, branch)
        return [Collected(**dict(row._mapping) | {"bucket": BUCKETS[row.bucket]}) for row in rows]

    async def vintages(self, first: date, before: date, dpd_over: int, branch: str | None) -> Sequence[VintagePoint]:
        """Of loans paid out in some months: at each month end, those more than so many days past due."""
        rows = await self._reader.rows(VINTAGES, first, before, branch, dpd_over)
        return [VintagePoint(**row._mapping) for row in rows]

    async def ever_vintages(
        self, first: date, before: date, dpd_over: int, branch: str | None
    ) -> Sequence[VintagePoint]:
        """The same of those that ever were more than so many days past due."""
        rows = await self._reader.rows(EVER, first, before, branch, dpd_over)
        return [VintagePoint(**row._mapping) for row in rows]

    async def defaults(self, day: date, days: int, instalment: int, branch: str | None) -> Sequence[Defaulted]:
        """By product: of the loans whose nth instalment has been due for so many days by a day."""
        rows = await self._reader.rows(DEFAULTS, day, days, branch, instalment - 1)
        return [Defaulted(**row._mapping) for row in rows]
