"""The daily record of all running loans (`loan_days`): how each stands, its class, its expected loss.

Made in SQL, some thousand loans a statement; what a day has recorded stays, and a run that begins again goes on.
"""

from datetime import date
from uuid import UUID

from loan_servicekit.db.unit_of_work import UnitOfWork
from postloan_svc.domain.classification.standing import Tolerance
from postloan_svc.domain.provision.ecl import YEAR_MONTHS, discounts
from postloan_svc.domain.provision.parameters import BUCKET_CODES, CLASS_CODES, OTHERS, LossTables
from postloan_svc.persistence.classification.standing import ARREARS
from postloan_svc.persistence.provision.expected_loss import TERM, loss_sql, placeholders, values

DAY, PRINCIPAL, FIRST_SCENARIO = "$1::date", "$14::numeric", 16
TABLES = (
    "lgds as materialized (select * from unnest($7::text[], $8::numeric[]) as t(code, share)),"
    " pds as materialized (select * from unnest($9::text[], $10::numeric[]) as t(code, share))"
)
OTHER_LGD, OTHER_PD = "(select share from lgds where code = $13)", "(select share from pds where code = $13)"
EXPOSED = (
    f"round(l.outstanding_minor * {PRINCIPAL}"
    f" + case when l.non_accrual_since <= {DAY} then 0 else l.interest_due_minor end * $15::numeric)"
)
FIGURES = f"""{ARREARS.format(day=DAY, least="$2::bigint", material="$3::numeric")}
left join risk_estimates r on r.application_id = l.application_id
left join lgds on lgds.code = l.product_code left join pds on pds.code = r.grade
cross join lateral (select coalesce(c.risk_class, 1) as class, coalesce(c.stage, 1) as stage,
  least(7, (stands.dpd + 29) / 30) as bucket) standing
cross join lateral (select {EXPOSED} as minor) exposed
cross join lateral (select {TERM.format(day=DAY)} as months) term
cross join lateral (select
  greatest(coalesce(r.pd, pds.share, {OTHER_PD}), ($11::numeric[])[standing.bucket + 1]) as pd,
  greatest(coalesce(lgds.share, {OTHER_LGD}), coalesce(($12::numeric[])[standing.class - 2], 0)) as lgd) risk"""
TAKE = """with next as materialized (
  select id from loans where status in ('ACTIVE', 'OVERDUE') and id > $4 and id <= $5 order by id
    limit $6), {tables},
taken as (
  insert into loan_days (day, loan_id, branch, product_code, value_date, principal_minor, outstanding_minor,
    overdue_minor, dpd, terms, bucket, risk_class, stage, pd, lgd, exposure_minor, loss_minor)
  select $1, l.id, l.branch, l.product_code, l.value_date, l.principal_minor, l.outstanding_minor, stands.overdue,
    stands.dpd, stands.terms, standing.bucket, standing.class, standing.stage, risk.pd, risk.lgd,
    exposed.minor, loss.minor
  from next join loans l using (id) left join classifications c on c.id = l.id {figures} {loss}
  where l.value_date <= $1 on conflict do nothing returning loan_id, dpd, outstanding_minor),
firsts as (
  insert into loan_firsts (loan_id, dpd_over, day, outstanding_minor)
  select t.loan_id, f.dpd, $1, t.outstanding_minor from taken t cross join (values (30), (60), (90)) as f (dpd)
  where t.dpd > f.dpd on conflict do nothing)
select id, count(*) over () as recorded from next order by id desc limit 1"""
ROOM = "select month_of_days($1)"
LONGEST = "select max(maturity_on) from loans where status in ('ACTIVE', 'OVERDUE')"
NEW_RATES = (
    "select distinct accrues_at from loans l where status in ('ACTIVE', 'OVERDUE') and accrues_at is not null"
    " and not exists (select from discount_factors f where f.annual_rate = l.accrues_at and f.half_months >= $1)"
)
KEEP_FACTORS = (
    "insert into discount_factors (annual_rate, half_months, factor)"
    " select * from unnest($1::numeric[], $2::int[], $3::numeric[]) on conflict do nothing"
)
DONE = "insert into days_recorded (day, recorded_at) values ($1, now()) on conflict do nothing"


class SqlSnapshots:
    """Implements `use_cases.classification.ports.Snapshots`."""

    def __init__(self, uow: UnitOfWork, tolerance: Tolerance, tables: LossTables) -> None:
        self._uow, self._tolerance, self._tables = uow, tolerance, tables

    async def prepare(self, day: date) -> None:
        """The partition of the month, and what later amounts are worth at rates that are new."""
        await self._uow.read(ROOM, day)
        [[longest]] = await self._uow.read(LONGEST)
        years = max(1, -(-((longest or day) - day).days // 365)) + 1
        half_months = 2 * YEAR_MONTHS * years
        for [rate] in await self._uow.read(NEW_RATES, half_months):
            factors = discounts(rate, half_months)
            columns = ([rate] * len(factors), list(range(len(factors))), list(factors))
            await self._uow.connection.exec_driver_sql(KEEP_FACTORS, columns)

    async def take(self, day: date, behind: UUID, last: UUID, at_most: int) -> UUID | None:
        """Records the next running loans; the last of them, None where no more are left."""
        tables = self._tables
        known = (list(tables.lgd), list(tables.lgd.values()), list(tables.pd), list(tables.pd.values()))
        floors = [tables.pd_floors[code] for code in BUCKET_CODES]
        least = [tables.impaired_least[code] for code in CLASS_CODES]
        loss = loss_sql(DAY, PRINCIPAL, placeholders(FIRST_SCENARIO, tables.scenarios))
        which = (day, *self._tolerance, behind, last, at_most)
        exposed = (tables.ead["PRINCIPAL"], tables.ead["INTEREST"])
        take = TAKE.format(tables=TABLES, figures=FIGURES, loss=loss)
        asked = (*which, *known, floors, least, OTHERS, *exposed, *values(tables.scenarios))
        rows = await self._uow.read(take, *asked)
        recorded: UUID | None = rows[0].id if rows and rows[0].recorded == at_most else None
        return recorded

    async def end(self, day: date) -> None:
        """From now on the day is one that queries show."""
        await self._uow.connection.exec_driver_sql(DONE, (day,))
