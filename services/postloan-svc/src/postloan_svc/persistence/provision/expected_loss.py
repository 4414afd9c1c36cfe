"""Expected loss of all loans at once: `provision.ecl.expected_loss_minor` in SQL.

What one is worth later comes from a table that the domain fills; everything else is whole numbers and exact decimals,
so that both give the same fen.
"""

from collections.abc import Sequence
from decimal import Decimal

from postloan_svc.domain.provision.ecl import Scenario

# What is left of the term in months, and how many years losses are expected over.
TERM = "greatest(1, ((l.maturity_on - {day}) * 12 + 364) / 365)"
# The balance that is out when a year from now begins; of the first, all that is owed.
BALANCE = (
    "case when y.year = 0 then exposed.minor else round({principal} * coalesce(("
    "select sum(coalesce(i ->> 'principal_minor', i ->> 3)::bigint"
    " - coalesce(i ->> 'principal_paid_minor', i ->> 8)::bigint)"
    " from json_array_elements(l.instalments) i"  # by name, or by place as rows of 0.2.0
    " where coalesce(i ->> 'due_on', i ->> 2)::date > {day} + 365 * y.year), 0)) end"
)
# Most loans are in stage 1, and need neither years nor their instalments.
LOSS = """left join discount_factors soon
  on soon.annual_rate = l.accrues_at and soon.half_months = least(12, term.months)
cross join lateral (
  select case when standing.stage = 1
    then round(exposed.minor * {within_a_year} * coalesce(soon.factor, 1) * least(12, term.months) / 12)
    when standing.stage = 3 then round(exposed.minor * coalesce(c.assessed_loss, risk.lgd))
    else (select round(sum({balance} * {in_scenarios} * coalesce(f.factor, 1) * y.months) / 12)
      from (select g.year, least(12, term.months - 12 * g.year) as months
        from generate_series(0, (term.months - 1) / 12) as g(year)) y
      left join discount_factors f on f.annual_rate = l.accrues_at and f.half_months = 24 * y.year + y.months)
    end::bigint as minor
) loss"""
PD, LGD = "least(1, risk.pd * {0}::numeric)", "least(1, risk.lgd * {0}::numeric)"


def loss_sql(day: str, principal: str, scenarios: Sequence[tuple[str, str, str]]) -> str:
    """The loss, where `exposed`, `term`, `standing`, `risk` say what it is of; scenarios as placeholders."""
    first_year = [
        (f"{weight}::numeric * {LGD.format(lgd_factor)} * {PD.format(pd_factor)}", PD.format(pd_factor))
        for weight, pd_factor, lgd_factor in scenarios
    ]
    within_a_year = " + ".join(loss for loss, _ in first_year)
    by_year = " + ".join(f"{loss} * round(power(1 - {pd}, y.year), 12)" for loss, pd in first_year)
    balance = BALANCE.format(day=day, principal=principal)
    sums = {"within_a_year": f"({within_a_year})", "in_scenarios": f"({by_year})"}
    return LOSS.format(**sums, balance=balance)


def placeholders(first: int, scenarios: Sequence[Scenario]) -> list[tuple[str, str, str]]:
    """`($15, $16, $17)` for each."""
    return [(f"${place}", f"${place + 1}", f"${place + 2}") for place in range(first, first + 3 * len(scenarios), 3)]


def values(scenarios: Sequence[Scenario]) -> list[Decimal]:
    """What the placeholders stand for."""
    return [number for each in scenarios for number in (each.weight, each.pd_factor, each.lgd_factor)]
