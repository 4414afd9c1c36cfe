"""Provisions of a day in the general ledger: what the loans of a branch are expected to lose, less what is set aside.

Journals of people on the allowance (a management overlay) stay beside it; write-offs use it up, and it is filled again.
"""

PROVISIONS = """with expected as (
  select branch, sum(loss_minor) as minor from loan_days where day = $1 group by 1
), held as (
  select branch, sum(credit_minor - debit_minor) as minor from gl_entries
  where account in ('LOAN_LOSS_ALLOWANCE', 'ALLOWANCE_USED') and source <> 'JOURNAL' and business_date <= $1 group by 1
), moved as (
  select branch, coalesce(e.minor, 0) - coalesce(h.minor, 0) as minor from expected e full join held h using (branch)
), lines as (
  select branch, v.account, greatest(v.minor, 0) as debit, greatest(-v.minor, 0) as credit from moved m
  cross join lateral (values ('IMPAIRMENT_LOSS', m.minor), ('LOAN_LOSS_ALLOWANCE', -m.minor)) v (account, minor)
  where m.minor <> 0
)
insert into gl_entries (business_date, branch, account, debit_minor, credit_minor, entries, source, booked_at)
select $1, branch, account, debit, credit, 1, 'PROVISION', now() from lines
where exists (select from days_recorded where day = $1)
order by branch, account"""
