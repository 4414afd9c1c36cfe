"""Schedules against the worked examples E1 to E7 of domain.md §3.3 and against an independent exact calculation."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loan_contracts.money import months_later
from loan_contracts.values import DayCount, RepaymentMethod
from loan_schedules.schedule import METHODS, Instalment, generate_schedule
from loan_schedules.terms import STUB_MIN_DAYS, ScheduleTerms
from loan_servicekit.core import Invalid


def terms(
    principal: str, rate: str, months: int, method: RepaymentMethod, value_date: str, **more: Any
) -> ScheduleTerms:
    return ScheduleTerms(
        int(Decimal(principal) * 100),
        Decimal(rate),
        months,
        method,
        date.fromisoformat(value_date),
        **more,
    )


def yuan(minor: int) -> str:
    return f"{Decimal(minor) / 100:.2f}"


def row(instalment: Instalment) -> tuple[str, str, str, str, str]:
    return (
        instalment.due_on.isoformat(),
        yuan(instalment.principal_minor),
        yuan(instalment.interest_minor),
        yuan(instalment.total_minor),
        yuan(instalment.balance_minor),
    )


E1 = [
    ("2026-02-21", "7884.88", "1000.00", "8884.88", "92115.12"),
    ("2026-03-21", "7963.73", "921.15", "8884.88", "84151.39"),
    ("2026-04-21", "8043.37", "841.51", "8884.88", "76108.02"),
    ("2026-05-21", "8123.80", "761.08", "8884.88", "67984.22"),
    ("2026-06-21", "8205.04", "679.84", "8884.88", "59779.18"),
    ("2026-07-21", "8287.09", "597.79", "8884.88", "51492.09"),
    ("2026-08-21", "8369.96", "514.92", "8884.88", "43122.13"),
    ("2026-09-21", "8453.66", "431.22", "8884.88", "34668.47"),
    ("2026-10-21", "8538.20", "346.68", "8884.88", "26130.27"),
    ("2026-11-21", "8623.58", "261.30", "8884.88", "17506.69"),
    ("2026-12-21", "8709.81", "175.07", "8884.88", "8796.88"),
    ("2027-01-21", "8796.88", "87.97", "8884.85", "0.00"),
]

E2 = [
    ("2026-02-28", "8333.33", "500.00", "8833.33", "91666.67"),
    ("2026-03-31", "8333.33", "458.33", "8791.66", "83333.34"),
    ("2026-04-30", "8333.33", "416.67", "8750.00", "75000.01"),
    ("2026-05-31", "8333.33", "375.00", "8708.33", "66666.68"),
    ("2026-06-30", "8333.33", "333.33", "8666.66", "58333.35"),
    ("2026-07-31", "8333.33", "291.67", "8625.00", "50000.02"),
    ("2026-08-31", "8333.33", "250.00", "8583.33", "41666.69"),
    ("2026-09-30", "8333.33", "208.33", "8541.66", "33333.36"),
    ("2026-10-31", "8333.33", "166.67", "8500.00", "25000.03"),
    ("2026-11-30", "8333.33", "125.00", "8458.33", "16666.70"),
    ("2026-12-31", "8333.33", "83.33", "8416.66", "8333.37"),
    ("2027-01-31", "8333.37", "41.67", "8375.04", "0.00"),
]


def test_equal_instalments_are_those_of_example_e1() -> None:
    rows = generate_schedule(terms("100000", "0.12", 12, RepaymentMethod.EQUAL_INSTALMENT, "2026-01-21"))
    assert [row(each) for each in rows] == E1
    assert yuan(sum(each.interest_minor for each in rows)) == "6618.53"


def test_equal_principal_is_that_of_example_e2_and_keeps_to_the_ends_of_months() -> None:
    rows = generate_schedule(terms("100000", "0.06", 12, RepaymentMethod.EQUAL_PRINCIPAL, "2026-01-31"))
    assert [row(each) for each in rows] == E2
    assert yuan(sum(each.interest_minor for each in rows)) == "3250.00"


def test_a_mortgage_of_equal_instalments_is_that_of_example_e1b() -> None:
    rows = generate_schedule(terms("1000000", "0.035", 360, RepaymentMethod.EQUAL_INSTALMENT, "2026-01-20"))
    assert row(rows[0]) == ("2026-02-20", "1573.78", "2916.67", "4490.45", "998426.22")
    assert row(rows[1]) == ("2026-03-20", "1578.37", "2912.08", "4490.45", "996847.85")
    assert row(rows[11]) == ("2027-01-20", "1625.02", "2865.43", "4490.45", "980808.69")
    assert row(rows[359]) == ("2056-01-20", "4475.47", "13.05", "4488.52", "0.00")
    assert yuan(sum(each.interest_minor for each in rows)) == "616560.07"


def test_a_mortgage_of_equal_principal_is_that_of_example_e1c() -> None:
    rows = generate_schedule(terms("1000000", "0.035", 360, RepaymentMethod.EQUAL_PRINCIPAL, "2026-01-20"))
    assert row(rows[0]) == ("2026-02-20", "2777.78", "2916.67", "5694.45", "997222.22")
    assert row(rows[1]) == ("2026-03-20", "2777.78", "2908.56", "5686.34", "994444.44")
    assert row(rows[359]) == ("2056-01-20", "2776.98", "8.10", "2785.08", "0.00")
    assert yuan(sum(each.interest_minor for each in rows)) == "526457.92"


E3_DATES = [
    ("2026-01-15", "2026-02-20", 36),
    ("2026-02-20", "2026-03-20", 28),
    ("2026-03-20", "2026-04-20", 31),
    ("2026-04-20", "2026-05-20", 30),
    ("2026-05-20", "2026-06-20", 31),
    ("2026-06-20", "2026-07-15", 25),
]


@pytest.mark.parametrize(
    ("day_count", "interest", "total"),
    [
        (DayCount.ACT_360, ["2175.00", "1691.67", "1872.92", "1812.50", "1872.92", "1510.42"], "10935.43"),
        (DayCount.ACT_365, ["2145.21", "1668.49", "1847.26", "1787.67", "1847.26", "1489.73"], "10785.62"),
    ],
)
def test_interest_first_is_that_of_example_e3(day_count: DayCount, interest: list[str], total: str) -> None:
    rows = generate_schedule(
        terms("500000", "0.0435", 6, RepaymentMethod.INTEREST_FIRST, "2026-01-15", due_day=20, day_count=day_count)
    )
    seen = [(r.starts_on.isoformat(), r.due_on.isoformat(), (r.due_on - r.starts_on).days) for r in rows]
    assert seen == E3_DATES
    assert [yuan(each.interest_minor) for each in rows] == interest
    assert yuan(sum(each.interest_minor for each in rows)) == total
    assert [yuan(each.principal_minor) for each in rows] == ["0.00"] * 5 + ["500000.00"]


def test_a_long_first_period_adds_stub_interest_as_in_example_e7() -> None:
    rows = generate_schedule(terms("100000", "0.12", 12, RepaymentMethod.EQUAL_INSTALMENT, "2026-03-10", due_day=21))
    assert row(rows[0]) == ("2026-04-21", "7884.88", "1366.67", "9251.55", "92115.12")
    assert row(rows[1]) == ("2026-05-21", "7963.73", "921.15", "8884.88", "84151.39")


def test_a_first_period_of_exactly_the_shortest_length_stands_alone() -> None:
    of_15_days = generate_schedule(
        terms("100000", "0.12", 12, RepaymentMethod.EQUAL_INSTALMENT, "2026-03-06", due_day=21)
    )
    of_14_days = generate_schedule(
        terms("100000", "0.12", 12, RepaymentMethod.EQUAL_INSTALMENT, "2026-03-07", due_day=21)
    )
    assert row(of_15_days[0]) == ("2026-03-21", "7884.88", "500.00", "8384.88", "92115.12")  # 15 days at 12 %/360
    assert row(of_14_days[0]) == ("2026-04-21", "7884.88", "1466.67", "9351.55", "92115.12")  # a month and 14 days


def test_a_short_last_period_is_merged_into_the_one_before() -> None:
    fourteen_left = generate_schedule(
        terms("10000", "0.06", 6, RepaymentMethod.INTEREST_FIRST, "2026-01-15", due_day=1)
    )
    fifteen_left = generate_schedule(terms("10000", "0.06", 6, RepaymentMethod.INTEREST_FIRST, "2026-01-16", due_day=1))
    assert [each.due_on for each in fourteen_left][-2:] == [date(2026, 6, 1), date(2026, 7, 15)]
    assert [each.due_on for each in fifteen_left][-2:] == [date(2026, 7, 1), date(2026, 7, 16)]


def test_without_a_fixed_day_interest_falls_due_on_the_day_of_the_value_date() -> None:
    rows = generate_schedule(terms("10000", "0.06", 3, RepaymentMethod.INTEREST_FIRST, "2026-11-30"))
    assert [each.due_on for each in rows] == [date(2026, 12, 30), date(2027, 1, 30), date(2027, 2, 28)]


def test_an_instalment_without_interest_is_a_share_of_the_principal() -> None:
    rows = generate_schedule(terms("100", "0", 3, RepaymentMethod.EQUAL_INSTALMENT, "2026-01-01"))
    assert [row(each)[1:] for each in rows] == [
        ("33.33", "0.00", "33.33", "66.67"),
        ("33.33", "0.00", "33.33", "33.34"),
        ("33.34", "0.00", "33.34", "0.00"),
    ]


@pytest.mark.parametrize("method", [RepaymentMethod.EQUAL_INSTALMENT, RepaymentMethod.EQUAL_PRINCIPAL])
def test_an_amount_too_small_for_its_term_is_refused(method: RepaymentMethod) -> None:
    with pytest.raises(Invalid) as refusal:
        generate_schedule(terms("0.20", "0", 36, method, "2026-01-01"))
    assert refusal.value.code == "schedule-not-amortising"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"principal_minor": 0}, "principal_minor"),
        ({"annual_rate": Decimal("-0.01")}, "annual_rate"),
        ({"term_months": 0}, "term_months"),
        ({"term_months": 361}, "term_months"),
        ({"due_day": 32}, "due_day"),
        ({"due_day": 0}, "due_day"),
    ],
)
def test_terms_out_of_range_are_refused_with_the_field_and_what_is_allowed(wrong: dict[str, Any], field: str) -> None:
    right: dict[str, Any] = {
        "principal_minor": 100, "annual_rate": Decimal("0.1"), "term_months": 12,
        "method": RepaymentMethod.EQUAL_INSTALMENT, "value_date": date(2026, 1, 1),
    }  # fmt: skip
    with pytest.raises(Invalid) as refusal:
        ScheduleTerms(**{**right, **wrong})
    assert refusal.value.code == "schedule-terms-invalid"
    assert field in refusal.value.detail and "must" in refusal.value.detail


THREE = [RepaymentMethod.EQUAL_INSTALMENT, RepaymentMethod.EQUAL_PRINCIPAL, RepaymentMethod.INTEREST_FIRST]

any_terms = st.builds(
    ScheduleTerms,
    principal_minor=st.integers(100_000, 10**11),
    annual_rate=st.decimals(0, Decimal("0.36"), places=8),
    term_months=st.integers(1, 60),
    method=st.sampled_from(THREE),
    value_date=st.dates(date(2020, 1, 1), date(2050, 12, 31)),
    due_day=st.none() | st.integers(1, 31),
    day_count=st.sampled_from(DayCount),
)


@given(any_terms)
def test_every_schedule_repays_the_principal_and_nothing_else(terms: ScheduleTerms) -> None:
    rows = generate_schedule(terms)
    assert sum(each.principal_minor for each in rows) == terms.principal_minor
    assert rows[-1].balance_minor == 0
    assert all(each.principal_minor >= 0 and each.interest_minor >= 0 for each in rows)
    assert [each.number for each in rows] == list(range(1, len(rows) + 1))
    balance = terms.principal_minor
    for each in rows:
        balance -= each.principal_minor
        assert each.balance_minor == balance
        assert each.total_minor == each.principal_minor + each.interest_minor


@given(any_terms)
def test_every_schedule_has_rising_due_dates_and_periods_without_gaps(terms: ScheduleTerms) -> None:
    rows = generate_schedule(terms)
    starts_on = terms.value_date
    for each in rows:
        assert each.starts_on == starts_on < each.due_on
        starts_on = each.due_on
    latest = months_later(terms.value_date, terms.term_months) + timedelta(days=31 + STUB_MIN_DAYS)
    assert rows[-1].due_on <= latest
    if terms.due_day is None or terms.method is RepaymentMethod.INTEREST_FIRST:
        assert rows[-1].due_on == months_later(terms.value_date, terms.term_months)


def rounded(exact: Fraction) -> int:
    """Half up by the decimal module, from far more digits than any tie could hide behind."""
    wide = Context(prec=400)
    digits = wide.scaleb(Decimal(exact.numerator * 10**200 // exact.denominator), -200)
    return int(digits.quantize(Decimal(1), ROUND_HALF_UP, wide))


@given(any_terms.filter(lambda each: each.due_day is None and each.method is not RepaymentMethod.INTEREST_FIRST))
def test_amounts_equal_the_formulas_calculated_with_fractions(terms: ScheduleTerms) -> None:
    rate = Fraction(terms.annual_rate) / 12
    balance = Fraction(terms.principal_minor)
    if rate:
        growth = (1 + rate) ** terms.term_months
        instalment = rounded(terms.principal_minor * rate * growth / (growth - 1))
    else:
        instalment = rounded(balance / terms.term_months)
    share = rounded(Fraction(terms.principal_minor, terms.term_months))
    for each in generate_schedule(terms):
        interest = rounded(balance * rate)
        assert each.interest_minor == interest
        if each.number < terms.term_months:
            equal = terms.method is RepaymentMethod.EQUAL_INSTALMENT
            assert each.principal_minor == (instalment - interest if equal else share)
        balance -= each.principal_minor


def test_every_repayment_method_has_its_row() -> None:
    assert set(METHODS) == set(RepaymentMethod)
