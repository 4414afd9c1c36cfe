"""Which loans a day has to look at: those whose class or stage would not be what it is, and those for which something
ends by itself or begins by a restructuring. Everything else is left alone, however many loans there are."""

from postloan_svc.persistence.classification.standing import ARREARS, BY_DAYS, DEBTORS

DAY, LEAST, MATERIAL = "$1::date", "$2::bigint", "$3::numeric"
CLASS = BY_DAYS.format(
    dpd="stands.dpd",
    loss="$6::int",
    doubtful="$5::int",
    substandard="$4::int",
    excused="case when c.technical then $7::int else 0 end",
)
# What a debtor's other loans do to one that is not retail (R-4.2d, R-4.7).
OTHERS_PERCENT = (
    "case when l.product_code = any($8::text[]) and d.owed > 0 then"
    " (coalesce(d.bad, 0) - case when c.own_class >= 3 then l.outstanding_minor else 0 end) * 100 / d.owed else 0 end"
)
BY_DEBTOR = "case when debtor.percent > $9::numeric then 3 when debtor.percent > 0 then 2 else 1 end"
RISKIER = "coalesce(r.pd >= r.pd_at_origination * $10::numeric and r.pd >= r.pd_at_origination + $11::numeric, false)"
JOINS = f"""left join classifications c on c.id = l.id
{ARREARS.format(day=DAY, least=LEAST, material=MATERIAL)}
left join risk_estimates r on r.application_id = l.application_id
left join debtors d on d.customer_id = l.customer_id
cross join lateral (select {OTHERS_PERCENT} as percent) debtor
left join lateral (
  select max(e.value_date) as on_day from loan_events e where e.loan_id = l.id and e.kind = 'CHANGE'
    and e.change ->> 'kind' = 'RESTRUCTURING'
    and not exists (select from loan_events r where r.loan_id = l.id and r.reverses = e.event_id)
) restructured on true
cross join lateral (select greatest({CLASS}, {BY_DEBTOR}, coalesce(c.floor, 1)) as class, {RISKIER} as riskier) told"""
# Loans that may differ: overdue ones, those that were classified, those of debtors with a bad one, riskier ones.
CANDIDATES = """select id from loans where arrears is not null and status in ('ACTIVE', 'OVERDUE')
  union select id from classifications where risk_class > 1 or look_on <= $1::date
  union select l.id from loans l join debtors d using (customer_id) where l.product_code = any($8::text[])
  union select loan_id from loan_events where kind = 'CHANGE' and recorded_on >= $1::date
  union select l.id from loans l join risk_estimates r using (application_id) where r.pd > r.pd_at_origination"""
STANDS = "l.id, l.product_code, stands.dpd, debtor.percent, told.riskier, restructured.on_day"
RUNNING = "l.status in ('ACTIVE', 'OVERDUE') and l.value_date <= $1::date"
LOOKED_AT = f"""with {DEBTORS.format(of="")}, candidates as ({CANDIDATES})
select {STANDS} from candidates join loans l using (id) {JOINS}
where {RUNNING} and l.id > $12
  and (told.class <> coalesce(c.risk_class, 1) or c.look_on <= $1::date
    or restructured.on_day > coalesce(c.restructured_on, '-infinity')
    or (told.riskier and coalesce(c.stage, 1) = 1))
order by l.id limit $13"""
OF_THESE = " and customer_id = any(array(select customer_id from loans where id = any($12::uuid[])))"
OF_LOANS = f"""with {DEBTORS.format(of=OF_THESE)} select {STANDS} from loans l {JOINS} where l.id = any($12::uuid[])"""
RUNNING_OF_LOANS = f"{OF_LOANS} and {RUNNING} order by l.id"
