"""The general ledger of a day: what loans have posted, by branch and account, VAT on it, and whether it all agrees.

Everything is made of the postings in a few statements, however many loans there are.
"""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from loan_servicekit.db.unit_of_work import UnitOfWork
from postloan_svc.persistence.general_ledger.vat import SqlVat
from postloan_svc.persistence.ledger.accruals import PERIOD
from postloan_svc.persistence.provision.provisions import PROVISIONS

ON_GL = "with last as (select coalesce(max(day), date '-infinity') as day from gl_days where day < $1)"
LOANS = f"""{ON_GL}, posted as (
  select l.branch, e.account, sum(greatest(e.amount_minor, 0)) as debit, sum(greatest(-e.amount_minor, 0)) as credit,
    count(*) as entries
  from ledger_entries e join loans l on l.id = e.loan_id
  where e.business_date > (select day from last) and e.business_date <= $1 group by 1, 2
), accrued as (
  select l.branch, sum(greatest(on_minor, 0)) as on_up, sum(greatest(-on_minor, 0)) as on_down,
    sum(greatest(off_minor, 0)) as off_up, sum(greatest(-off_minor, 0)) as off_down,
    count(*) filter (where on_minor <> 0) as ons, count(*) filter (where off_minor <> 0) as offs
  from accruals a join loans l on l.id = a.loan_id where a.day > (select day from last) and a.day <= $1 group by 1
), by_account as (
  select * from posted
  union all select branch, v.account, v.debit, v.credit, v.entries from accrued cross join lateral (values
    ('ACCRUED_INTEREST', on_up, on_down, ons), ('INTEREST_INCOME', on_down, on_up, ons),
    ('OFF_BALANCE_INTEREST', off_up, off_down, offs), ('OFF_BALANCE_CONTRA', off_down, off_up, offs)
  ) v (account, debit, credit, entries) where v.entries > 0
)
insert into gl_entries (business_date, branch, account, debit_minor, credit_minor, entries, source, booked_at)
select $1, branch, account, sum(debit), sum(credit), sum(entries), 'LOANS', now() from by_account
group by branch, account order by branch, account"""
# The rows of a day are too new for the statistics: a plan that takes them for few looks up each loan by itself.
ALL_AT_ONCE = "select set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true)"
POSTED = "insert into gl_days (day, posted_at, vat_percent) values ($1, now(), $2) on conflict do nothing returning day"
TOTALS = """with loans_say as (
  select account, sum(minor) as minor from (
    select account, sum(balance_minor) as minor from account_balances group by 1
    union all select account, -sum(amount_minor) from ledger_entries where business_date > $1 group by 1
    union all select v.account, v.minor from (select sum(on_minor) as o, sum(off_minor) as f from (
        select on_minor, off_minor from accrual_totals
        union all select -on_minor, -off_minor from accruals where day > $1) a) t,
      lateral (values ('ACCRUED_INTEREST', o), ('INTEREST_INCOME', -o), ('OFF_BALANCE_INTEREST', f),
        ('OFF_BALANCE_CONTRA', -f)) v (account, minor)
  ) each group by 1
), ledger_says as (
  select account, sum(debit_minor - credit_minor) as minor from gl_entries
  where source = 'LOANS' and business_date <= $1 group by 1
)
insert into reconciliations (day, account, loans_minor, ledger_minor)
select $1, a.code, coalesce(s.minor, 0), coalesce(g.minor, 0) from accounts a
left join loans_say s on s.account = a.code left join ledger_says g on g.account = a.code
where a.of_loans on conflict do nothing"""
VAT_TOTALS = """insert into reconciliations (day, account, loans_minor, ledger_minor)
select $1, 'VAT_PAYABLE', -$2::bigint, coalesce(sum(debit_minor - credit_minor), 0) from gl_entries
where account = 'VAT_PAYABLE' and source = 'VAT' and business_date <= $1 on conflict do nothing"""
# What was posted since the day has ended accrues when the next one is closed, and is compared then.
BREAKS = f"""with books as (
  select loan_id, account, balance_minor as minor from account_balances
  where account in ('LOAN_PRINCIPAL', 'INTEREST_RECEIVABLE', 'ACCRUED_INTEREST', 'SUSPENSE', 'OFF_BALANCE_INTEREST')
    and balance_minor <> 0
  union all select t.loan_id, v.account, v.minor from accrual_totals t cross join lateral
    (values ('ACCRUED_INTEREST', t.on_minor), ('OFF_BALANCE_INTEREST', t.off_minor)) v (account, minor)
    where v.minor <> 0
), said as (
  select l.id as loan_id, v.account, v.minor from loans l cross join lateral (select {PERIOD} as running) p
  cross join lateral (values ('LOAN_PRINCIPAL', l.outstanding_minor), ('SUSPENSE', -l.suspense_minor),
    ('INTEREST_RECEIVABLE', case when l.non_accrual_since is null then l.interest_due_minor else 0 end),
    ('ACCRUED_INTEREST', case when l.non_accrual_since is null then p.running else 0 end),
    ('OFF_BALANCE_INTEREST', case when l.non_accrual_since is null then 0 else l.interest_due_minor + p.running end)
  ) v (account, minor) where l.value_date is not null and v.minor <> 0
), each as (
  select loan_id, account, minor as books_minor, 0 as loan_minor from books
  union all select loan_id, account, 0, minor from said
)
insert into ledger_breaks (day, loan_id, account, books_minor, loan_minor)
select $2, loan_id, account, books, loan from (
  select loan_id, account, sum(books_minor) as books, sum(loan_minor) as loan from each group by loan_id, account
  having sum(books_minor) <> sum(loan_minor)) differing
where not exists (select from ledger_entries e join day_closings c on c.id = $2
  where e.loan_id = differing.loan_id and e.booked_at >= c.closed_at - interval '1 minute' and e.business_date > $2
  and e.kind not in ('INSTALMENT_DUE', 'SUSPENSE_USED', 'INTEREST_STOPPED')) on conflict do nothing"""
DIFFERENCES = (
    "(select count(*) from reconciliations r where r.day = {day} and loans_minor <> ledger_minor)"
    " + (select count(*) from ledger_breaks b where b.day = {day})"
)
FOUND = f"select {DIFFERENCES.format(day='$1')}"


class SqlGeneralLedger:
    """Implements `use_cases.general_ledger.ports.GeneralLedger`."""

    def __init__(self, uow: UnitOfWork, vat_percent: Callable[[date], Decimal]) -> None:
        self._uow, self._vat_percent = uow, vat_percent

    async def post_day(self, day: date) -> None:
        """Posts a day that has ended to the ledger, once: another that is at it is waited for."""
        connection = self._uow.connection
        percent = self._vat_percent(day)
        if await self._uow.read(POSTED, day, percent):
            await self._uow.read(ALL_AT_ONCE)
            await connection.exec_driver_sql(LOANS, (day,))
            await SqlVat(self._uow).post(day, percent)
            await connection.exec_driver_sql(PROVISIONS, (day,))

    async def reconcile(self, day: date) -> int:
        """Compares what loans have posted with the ledger, and what each loan says with its books."""
        connection = self._uow.connection
        await connection.exec_driver_sql(TOTALS, (day,))
        await connection.exec_driver_sql(VAT_TOTALS, (day, await SqlVat(self._uow).total(day, self._vat_percent(day))))
        await connection.exec_driver_sql(BREAKS, (day + timedelta(days=1), day))
        [row] = await self._uow.read(FOUND, day)
        found: int = row[0]
        return found
