"""How all loans stand at the end of a day, in SQL: `classification.standing.standing` and the days of `risk_class`.

Fragments that statements are made of. `{day}`, `{least}` and `{material}` are a day, and what is too little to count.
"""

ARREARS = """left join lateral (
  select min(a.due_on) as since, count(*)::int as terms, sum(a.unpaid)::bigint as overdue from (
    select (e ->> 'due_on')::date as due_on, (e ->> 'counts_from')::date as counts_from,
      (e ->> 'principal_minor')::bigint + (e ->> 'interest_minor')::bigint + (e ->> 'fee_minor')::bigint as unpaid
    from json_array_elements(l.arrears) e) a
  where a.counts_from <= {day} and a.unpaid > {least}
) o on l.arrears is not null
left join lateral (
  select sum(least(p.last_day, {day}) - greatest(p.first_day, o.since + 1) + 1)::int as days from ageing_pauses p
  where p.loan_id = l.id and p.first_day <= {day} and p.last_day > o.since
) paused on o.since is not null
cross join lateral (
  select coalesce(o.overdue * 100 > {material} * l.outstanding_minor, false) as late
) material
cross join lateral (
  select case when late then greatest(0, {day} - o.since - coalesce(paused.days, 0)) else 0 end as dpd,
    case when late then o.terms else 0 end as terms, case when late then o.overdue else 0 end as overdue
) stands"""
# The class that days past due give, where so many of them are excused.
BY_DAYS = (
    "case when {dpd} > {loss} then 5 when {dpd} > {doubtful} then 4 when {dpd} > {substandard} then 3"
    " when {dpd} > {excused} then 2 else 1 end"
)
# How much of what a debtor owes us is non-performing by itself, of those of whom something is; `{of}` narrows them.
DEBTORS = """bad_debtors as materialized (
  select distinct customer_id from classifications where own_class >= 3{of}
), debtors as materialized (
  select l.customer_id, sum(l.outstanding_minor) as owed,
    sum(l.outstanding_minor) filter (where c.own_class >= 3) as bad
  from bad_debtors join loans l using (customer_id) left join classifications c on c.id = l.id
  where l.status in ('ACTIVE', 'OVERDUE')
  group by 1 having sum(l.outstanding_minor) > 0
)"""
