"""VAT of a day, loan by loan, for all loans at once: `domain.general_ledger.vat` in SQL.

Nothing is kept a loan and day: what a loan has been taxed is a function of what it has recognised, and of the steps
that a change of the rate leaves. The general ledger gets the sums by branch, and is compared with those of all loans.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from loan_servicekit.db.queries import Reader
from loan_servicekit.db.unit_of_work import UnitOfWork
from postloan_svc.domain.general_ledger.vat import RateStep, vat_minor
from postloan_svc.use_cases.general_ledger.figures import LoanTax

PLAIN = "round({income} * {percent} / (100 + {percent}))"
# The latest step that the income reaches; below all of them the lowest.
STEPPED = (
    "coalesce((select s.vat_minor + round(({income} - s.income_minor) * s.percent / (100 + s.percent))"
    " from vat_steps s where s.loan_id = {loan} and s.account = {account}"
    " order by (s.income_minor <= {income}) desc,"
    " case when s.income_minor <= {income} then s.from_day end desc, s.income_minor limit 1), " + PLAIN + ")"
)
MOVED = """
  select e.loan_id, e.account, -sum(e.amount_minor) as minor from ledger_entries e
    join accounts a on a.code = e.account and a.taxable where {entries} group by 1, 2
  union all select loan_id, 'INTEREST_INCOME', sum(on_minor) from accruals
    where {accruals} and on_minor <> 0 group by 1"""
LATER = MOVED.format(entries="e.business_date > $1", accruals="day > $1")
OF_DAY = MOVED.format(
    entries="e.business_date > (select day from last) and e.business_date <= $1",
    accruals="day > (select day from last) and day <= $1",
)
# What each loan has recognised up to the end of a day: all that it ever has, less what stands in later days.
RECOGNISED = f"""
  select loan_id, account, sum(minor)::bigint as minor from (
    select b.loan_id, b.account, -b.balance_minor as minor from account_balances b
      join accounts a on a.code = b.account and a.taxable {{among}}
    union all select t.loan_id, 'INTEREST_INCOME', t.on_minor from accrual_totals t {{totals_among}}
    union all select loan_id, account, -minor from ({LATER}) later {{later_among}}
  ) each group by 1, 2"""
ALL = RECOGNISED.format(among="", totals_among="", later_among="")
LAST = "last as (select coalesce(max(day), date '-infinity') as day from gl_days where day < $1)"
POST = """
insert into gl_entries (business_date, branch, account, debit_minor, credit_minor, entries, source, booked_at)
select $1, branch, account, greatest(minor, 0), greatest(-minor, 0), entries, 'VAT', now() from (
  select branch, account, minor, entries from tax where minor <> 0
  union all select branch, 'VAT_PAYABLE', -sum(minor), sum(entries)::int from tax group by branch having sum(minor) <> 0
) lines order by branch, account"""
# The loans that moved on a day, and what each has recognised by its end.
UP_TO = f"""with {LAST}, moved as materialized (
  select loan_id, account, sum(minor)::bigint as minor from ({OF_DAY}) each group by 1, 2
), later as materialized (select loan_id, account, sum(minor)::bigint as minor from ({LATER}) each group by 1, 2
), up_to as (
  select m.loan_id, m.account, m.minor as moved, (coalesce(-b.balance_minor, 0)
    + case when m.account = 'INTEREST_INCOME' then coalesce(t.on_minor, 0) else 0 end
    - coalesce(l.minor, 0))::bigint as minor
  from moved m left join account_balances b on b.loan_id = m.loan_id and b.account = m.account
  left join accrual_totals t on t.loan_id = m.loan_id
  left join later l on l.loan_id = m.loan_id and l.account = m.account
)"""
# The day's difference of these loans.
DAILY = f"""{UP_TO}, taxed as (
  select loan_id, account, ({{now}} - {{before}})::bigint as minor from up_to u
), tax as (
  select l.branch, x.account, sum(x.minor)::bigint as minor, count(*)::int as entries
  from taxed x join loans l on l.id = x.loan_id where x.minor <> 0 group by 1, 2
){POST}"""
# Where income fell below the latest step, what comes next bears the rate of its own day, and not that of what is gone.
FALLEN = f"""{UP_TO} insert into vat_steps (loan_id, account, from_day, income_minor, vat_minor, percent)
select u.loan_id, u.account, $1::date + 1, u.minor, {{now}}, $2::numeric from up_to u
where u.minor < (select s.income_minor from vat_steps s where s.loan_id = u.loan_id and s.account = u.account
  order by s.from_day desc limit 1)"""
# The first day that is taxed loan by loan: what the ledger has by branch until then is brought to what loans say.
FIRST = f"""with recognised as ({ALL}), say as (
  select l.branch, u.account, sum({{now}})::bigint as minor, count(*)::int as entries
  from recognised u join loans l on l.id = u.loan_id group by 1, 2
), has as (
  select branch, account, sum(debit_minor - credit_minor)::bigint as minor from gl_entries
  where source = 'VAT' and account <> 'VAT_PAYABLE' and business_date <= $1 group by 1, 2
), tax as (
  select branch, account, coalesce(s.minor, 0) - coalesce(h.minor, 0) as minor, coalesce(s.entries, 1) as entries
  from say s full join has h using (branch, account)
){POST}"""
TOTAL = f"select coalesce(sum({{now}}), 0)::bigint from ({ALL}) u"
STEP = f"""with before as (select max(day) as day from gl_days where day < $1), recognised as ({
    ALL.replace("$1", "(select day from before)")
})
insert into vat_steps (loan_id, account, from_day, income_minor, vat_minor, percent)
select u.loan_id, u.account, $1, u.minor, {{was}}, $3::numeric from recognised u
on conflict do nothing"""
BASE = """insert into vat_steps (loan_id, account, from_day, income_minor, vat_minor, percent)
select distinct loan_id, account, date '0001-01-01', 0, 0, $2::numeric from vat_steps where from_day = $1
on conflict do nothing"""
RATE_BEFORE = "select vat_percent from gl_days where day < $1 and vat_percent is not null order by day desc limit 1"
ANY_STEP = "select 1 from vat_steps limit 1"
OF_LOAN = RECOGNISED.format(
    among="and b.loan_id = $2", totals_among="where t.loan_id = $2", later_among="where loan_id = $2"
)
STEPS_OF = (
    "select account, income_minor, vat_minor, percent from vat_steps where loan_id = $1 order by account, from_day"
)


def _of(formula: str, income: str, percent: str) -> str:
    return formula.format(income=f"({income})", percent=f"{percent}::numeric", loan="u.loan_id", account="u.account")


class SqlVat:
    """The tax of days in a transaction."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def post(self, day: date, percent: Decimal) -> None:
        """Posts the tax of a day, after its income."""
        connection = self._uow.connection
        rows = await self._uow.read(RATE_BEFORE, day)
        if not rows:
            await connection.exec_driver_sql(FIRST.format(now=_of(PLAIN, "u.minor", "$2")), (day, percent))
            return
        before: Decimal = rows[0][0]
        if before != percent:
            was = _of(await self._formula(), "u.minor", "$2")
            await connection.exec_driver_sql(STEP.format(was=was), (day, before, percent))
            await connection.exec_driver_sql(BASE, (day, before))
        formula = await self._formula()
        now, earlier = _of(formula, "u.minor", "$2"), _of(formula, "u.minor - u.moved", "$2")
        await connection.exec_driver_sql(DAILY.format(now=now, before=earlier), (day, percent))
        if formula == STEPPED:
            await connection.exec_driver_sql(FALLEN.format(now=now), (day, percent))

    async def total(self, day: date, percent: Decimal) -> int:
        """What all loans have been taxed up to the end of a day."""
        [row] = await self._uow.read(TOTAL.format(now=_of(await self._formula(), "u.minor", "$2")), day, percent)
        found: int = row[0]
        return found

    async def _formula(self) -> str:
        """As long as there was one rate, no loan is looked up."""
        return STEPPED if await self._uow.read(ANY_STEP) else PLAIN


async def taxes_of(reader: Reader, loan_id: UUID, day: date, percent: Decimal) -> Sequence[LoanTax]:
    """What a loan has recognised up to the end of a day, and the tax in it, by account."""
    steps: dict[str, list[RateStep]] = {}
    for row in await reader.rows(STEPS_OF, loan_id):
        steps.setdefault(row.account, []).append(RateStep(row.income_minor, row.vat_minor, row.percent))
    return [_tax(row.account, row.minor, steps, percent) for row in await reader.rows(OF_LOAN, day, loan_id)]


def _tax(account: str, income: int, steps: Mapping[str, Sequence[RateStep]], percent: Decimal) -> LoanTax:
    return LoanTax(account, income, vat_minor(income, steps.get(account, ()), percent))
