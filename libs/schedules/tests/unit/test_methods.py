"""Repayment methods beyond the three of examples E1 to E3, other periods, and the three kinds of grace (R-3.29)."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loan_contracts.money import months_later
from loan_contracts.values import DayCount, PeriodUnit, RepaymentMethod
from loan_schedules.annual_rate import effective_of_monthly, rate_of_a_period
from loan_schedules.methods.staged import Stage, in_stages
from loan_schedules.schedule import generate_schedule
from loan_schedules.terms import OF_LEVEL_PERIODS, Grace, Period, ScheduleTerms
from loan_servicekit.core import Invalid

E1 = ScheduleTerms(10_000_000, Decimal("0.12"), 12, RepaymentMethod.EQUAL_INSTALMENT, date(2026, 1, 21))


def test_a_flat_loan_costs_what_example_e4_says(golden: dict[str, Any]) -> None:
    expected = golden["E4"]
    rows = generate_schedule(
        ScheduleTerms(1_200_000, Decimal("0.072"), 12, RepaymentMethod.FLAT, date(2026, 1, 15))  # 0.6 % a month
    )
    assert {(row.principal_minor, row.interest_minor) for row in rows} == {(100_000, 7_200)}
    monthly = rate_of_a_period(1_200_000, [row.total_minor for row in rows])
    assert round(float(monthly), 8) == expected["irr_month"]
    assert round(float(12 * monthly), 6) == expected["apr_nominal"]
    assert round(float(effective_of_monthly(monthly)), 6) == expected["apr_effective"]


@pytest.mark.parametrize(
    ("day_count", "interest"),
    [(DayCount.ACT_360, "135000"), (DayCount.ACT_365, "133151"), (DayCount.THIRTY_E_360, "132750")],
)
def test_one_sum_at_maturity_is_that_of_example_e5(day_count: DayCount, interest: str) -> None:
    custom = ScheduleTerms(5_000_000, Decimal("0.054"), 6, RepaymentMethod.STAGED, date(2026, 3, 1), day_count=day_count,
                          principals=(5_000_000,), due_on=(date(2026, 8, 28),))  # fmt: skip
    [row] = generate_schedule(custom)
    assert (row.principal_minor, row.interest_minor) == (5_000_000, int(interest))
    [whole] = generate_schedule(
        ScheduleTerms(5_000_000, Decimal("0.054"), 6, RepaymentMethod.AT_MATURITY, date(2026, 2, 28))
    )
    assert (whole.due_on, whole.interest_minor) == (date(2026, 8, 28), 135_750)  # 181 days at 0.015 %


def test_a_balloon_leaves_its_principal_to_the_last_instalment() -> None:
    """A = (P·(1+i)^n − R)·i / ((1+i)^n − 1): 100,000 at 12 % over 12 months down to 40,000 asks 5,730.93."""
    rows = generate_schedule(replace(E1, method=RepaymentMethod.BALLOON, balloon_minor=4_000_000))
    growth = (1 + Fraction(1, 100)) ** 12
    exact = (10_000_000 * growth - 4_000_000) / 100 / (growth - 1)
    assert {row.total_minor for row in rows[:-1]} == {round(exact)} == {573_093}
    assert abs(rows[-1].total_minor - 573_093 - 4_000_000) <= 12
    assert rows[-1].balance_minor == 0


def test_stages_repay_their_parts_and_interest_is_of_the_days_on_what_is_owed() -> None:
    principals = in_stages(10_000_000, [Stage(3, Fraction(0)), Stage(3, Fraction(1, 4)), Stage(3, Fraction(3, 4))])
    assert principals == (0, 0, 0, 833_333, 833_333, 833_333, 2_500_000, 2_500_000, 2_500_001)
    rows = generate_schedule(
        ScheduleTerms(10_000_000, Decimal("0.12"), 9, RepaymentMethod.STAGED, date(2026, 1, 21), principals=principals)
    )
    assert [row.interest_minor for row in rows[:5]] == [103_333, 93_333, 103_333, 100_000, 94_722]
    assert rows[4].starts_on == date(2026, 5, 21) and rows[4].before_minor == 9_166_667  # 31 days at 12 %/360


def test_a_stage_may_repay_as_equal_instalments_do_or_with_its_last_period() -> None:
    """Interest for a quarter, then 40,000 of 100,000 as a balloon of 60,000 would leave them, then the rest at once."""
    stages = [
        Stage(3, Fraction(0)),
        Stage(6, Fraction(2, 5), RepaymentMethod.EQUAL_INSTALMENT),
        Stage(3, Fraction(3, 5), RepaymentMethod.INTEREST_FIRST),
    ]
    principals = in_stages(10_000_000, stages, (1, 100))
    balloon = replace(E1, method=RepaymentMethod.BALLOON, term_months=6, balloon_minor=6_000_000)
    rows = generate_schedule(balloon)
    assert principals[:3] == (0, 0, 0) and principals[9:] == (0, 0, 6_000_000)
    assert principals[3:8] == tuple(row.principal_minor for row in rows[:5])
    assert sum(principals) == 10_000_000
    with pytest.raises(Invalid, match="schedule-not-amortising"):
        in_stages(2, [Stage(3, Fraction(1))])


@pytest.mark.parametrize(
    "wrong",
    [
        {"principals": (10_000_000,)},
        {"method": RepaymentMethod.STAGED, "principals": (10_000_000,)},
        {"method": RepaymentMethod.STAGED, "principals": (9_999_999,), "due_on": (date(2026, 8, 1),)},
        {
            "method": RepaymentMethod.STAGED,
            "principals": (10_000_000, 0),
            "due_on": (date(2026, 8, 1), date(2026, 9, 1)),
        },
        {
            "method": RepaymentMethod.STAGED,
            "principals": (1, 9_999_999),
            "due_on": (date(2026, 9, 1), date(2026, 8, 1)),
        },
        {"method": RepaymentMethod.STAGED, "principals": (10_000_000,), "due_on": (date(2027, 1, 22),)},
        {"method": RepaymentMethod.BALLOON},
        {"method": RepaymentMethod.BALLOON, "balloon_minor": 10_000_001},
        {"balloon_minor": 1},
        {"every": Period(5)},
        {"every": Period(1, PeriodUnit.WEEK)},
        {"every": Period(1, PeriodUnit.WEEK), "periods": 4},
        {"every": Period(2, PeriodUnit.WEEK), "periods": 4, "term_months": 0, "day_count": DayCount.ACT_ACT},
        {"every": Period(1, PeriodUnit.DAY), "periods": 10_959, "term_months": 0},
        {"periods": 12},
        {"stub_min_days": -1},
        {"grace": Grace(principal=12)},
        {"grace": Grace(interest=12)},
        {"grace": Grace(interest_free=13)},
        {"grace": Grace(interest_free=-1)},
        {"method": RepaymentMethod.INTEREST_FIRST, "grace": Grace(principal=1)},
    ],
)
def test_terms_that_contradict_themselves_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(Invalid) as refusal:
        replace(E1, **wrong)
    assert refusal.value.code == "schedule-terms-invalid" and "must" in refusal.value.detail


# Periods of months, weeks, days


def test_a_quarter_bears_a_quarter_of_the_rate() -> None:
    rows = generate_schedule(replace(E1, every=Period(3)))
    assert [row.due_on for row in rows] == [date(2026, 4, 21), date(2026, 7, 21), date(2026, 10, 21), date(2027, 1, 21)]
    assert rows[0].interest_minor == 300_000  # 3 % of 100,000: i = r·3/12
    assert rows[0].total_minor == 2_690_270  # 100,000·0.03·1.03^4/(1.03^4 − 1) = 26,902.70


def test_weeks_bear_seven_days() -> None:
    weekly = replace(E1, term_months=0, periods=4, every=Period(2, PeriodUnit.WEEK))
    rows = generate_schedule(weekly)
    assert [row.due_on for row in rows] == [date(2026, 2, 4), date(2026, 2, 18), date(2026, 3, 4), date(2026, 3, 18)]
    assert rows[0].interest_minor == 46_667  # 14 days at 12 %/360
    [daily] = generate_schedule(
        replace(weekly, method=RepaymentMethod.AT_MATURITY, every=Period(56, PeriodUnit.DAY), periods=1)
    )
    assert (daily.due_on, daily.interest_minor) == (date(2026, 3, 18), 186_667)


def test_due_days_of_the_end_of_a_month_come_back_after_a_short_one() -> None:
    rows = generate_schedule(replace(E1, value_date=date(2027, 12, 31), every=Period(2)))
    assert [row.due_on.day for row in rows] == [29, 30, 30, 31, 31, 31]  # 2028 is a leap year


def test_a_short_first_period_stands_where_it_is_agreed(golden: dict[str, Any]) -> None:
    long = generate_schedule(replace(E1, value_date=date(2026, 3, 10), due_day=21))
    short = generate_schedule(replace(E1, value_date=date(2026, 3, 10), due_day=21, stub_min_days=0))
    assert f"{long[0].total_minor / 100:.2f}" == golden["E7"]["first"]["total"]
    assert (short[0].due_on, short[0].interest_minor) == (date(2026, 3, 21), 36_667)  # 11 days, E7's extra ones
    assert short[1] == long[0]._replace(number=2, starts_on=date(2026, 3, 21), interest_minor=92_115,
                                        principal_minor=796_373, balance_minor=8_415_139)  # fmt: skip


# Grace


def test_principal_waits_and_interest_is_paid() -> None:
    rows = generate_schedule(replace(E1, term_months=15, grace=Grace(principal=3)))
    assert [(row.principal_minor, row.interest_minor) for row in rows[:3]] == [(0, 100_000)] * 3
    of_e1 = generate_schedule(E1)
    assert [row[3:] for row in rows[3:]] == [row[3:] for row in of_e1]  # then it is example E1


def test_deferred_interest_is_asked_for_once_and_bears_none() -> None:
    plain = generate_schedule(replace(E1, term_months=15, grace=Grace(principal=3)))
    rows = generate_schedule(replace(E1, term_months=15, grace=Grace(principal=3, interest=3)))
    assert [row.total_minor for row in rows[:3]] == [0, 0, 0]
    assert rows[3].interest_minor == 400_000
    assert sum(row.interest_minor for row in rows) == sum(row.interest_minor for row in plain)


def test_interest_free_periods_cost_nothing_and_the_principal_goes_on() -> None:
    rows = generate_schedule(replace(E1, grace=Grace(interest_free=2)))
    of_e1 = generate_schedule(E1)
    assert [row.interest_minor for row in rows[:3]] == [0, 0, of_e1[2].interest_minor]
    assert [row.principal_minor for row in rows] == [row.principal_minor for row in of_e1]


# Any loan


@st.composite
def any_terms(draw: st.DrawFn) -> ScheduleTerms:
    method = draw(st.sampled_from(RepaymentMethod))
    principal = draw(st.integers(1_000_000, 10**11))
    every = Period(draw(st.integers(1, 4)), draw(st.sampled_from(PeriodUnit)))
    periods = draw(st.integers(1, 40))
    months = every.unit is PeriodUnit.MONTH
    counts = list(DayCount) if months else [DayCount.ACT_360, DayCount.ACT_365]
    level = method in OF_LEVEL_PERIODS
    shares = draw(st.lists(st.integers(0, 9), min_size=periods - 1, max_size=periods - 1))
    parts = [principal * share // (10 * periods) for share in shares]
    return ScheduleTerms(
        principal_minor=principal,
        annual_rate=draw(st.decimals(0, Decimal("0.36"), places=8)),
        term_months=every.count * periods if months else 0,
        method=method,
        value_date=draw(st.dates(date(2020, 1, 1), date(2050, 12, 31))),
        due_day=draw(st.none() | st.integers(1, 31)) if months and method is not RepaymentMethod.STAGED else None,
        day_count=draw(st.sampled_from(counts)),
        every=every,
        periods=None if months else periods,
        stub_min_days=draw(st.integers(0, 31)),
        grace=Grace(
            draw(st.integers(0, periods - 1)) if level else 0,
            draw(st.integers(0, periods - 1)) if level else 0,
            draw(st.integers(0, periods)),
        ),
        principals=(*parts, principal - sum(parts)) if method is RepaymentMethod.STAGED else (),
        balloon_minor=draw(st.integers(1, principal)) if method is RepaymentMethod.BALLOON else 0,
    )


@given(any_terms())
def test_whatever_is_agreed_repays_the_principal_and_nothing_is_negative(terms: ScheduleTerms) -> None:
    rows = generate_schedule(terms)
    assert sum(row.principal_minor for row in rows) == terms.principal_minor
    assert min(min(row.principal_minor, row.interest_minor, row.balance_minor) for row in rows) >= 0
    balances = [terms.principal_minor, *(row.balance_minor for row in rows)]
    assert balances == sorted(balances, reverse=True) and balances[-1] == 0
    dates = [terms.value_date, *(row.due_on for row in rows)]
    assert all(earlier < later for earlier, later in pairwise(dates))
    assert [row.starts_on for row in rows] == dates[:-1]
    assert not any(row.interest_minor for row in rows[: terms.grace.interest_free])


@given(any_terms())
def test_interest_that_waits_is_the_same_interest(terms: ScheduleTerms) -> None:
    asked = generate_schedule(terms)
    plain = generate_schedule(replace(terms, grace=replace(terms.grace, interest=0)))
    assert sum(row.interest_minor for row in asked) == sum(row.interest_minor for row in plain)
    assert [row.principal_minor for row in asked] == [row.principal_minor for row in plain]


@given(any_terms().filter(lambda terms: terms.due_day is None and terms.every.unit is PeriodUnit.MONTH))
def test_due_dates_stay_within_the_term(terms: ScheduleTerms) -> None:
    rows = generate_schedule(terms)
    assert rows[-1].due_on == months_later(terms.value_date, terms.term_months)
    assert rows[0].due_on - terms.value_date <= timedelta(days=31 * terms.term_months)
