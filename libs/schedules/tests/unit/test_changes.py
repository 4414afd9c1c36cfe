"""What changes in the life of a loan: rates (E13, LPR_DAY, E8), prepayment (E9), tranches, a credit line (E6)."""

import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from math import ceil, log
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from loan_contracts.money import months_later
from loan_contracts.values import DayCount, PrepaidInterest, RepaymentMethod, Reprice, Tenor
from loan_schedules.credit_line import CreditLine, Settlement
from loan_schedules.interest import interest_for_days
from loan_schedules.lpr import QUOTES, LprLink, Quote, changes, quoted
from loan_schedules.prepayment import (
    Effect,
    FeeStep,
    Prepayment,
    PrepaymentRules,
    Wish,
    prepay,
    settle,
)
from loan_schedules.rates import RateChange, Rates
from loan_schedules.repricing import Split, reprice, schedule_at
from loan_schedules.schedule import Instalment, generate_schedule
from loan_schedules.terms import Grace, ScheduleTerms
from loan_schedules.tranches import add_tranche
from loan_servicekit.core import Conflict, Invalid

E1 = ScheduleTerms(10_000_000, Decimal("0.12"), 12, RepaymentMethod.EQUAL_INSTALMENT, date(2026, 1, 21))
MORTGAGE = ScheduleTerms(100_000_000, Decimal("0.032"), 360, RepaymentMethod.EQUAL_INSTALMENT, date(2026, 1, 20))
CHANGING = [each for each in RepaymentMethod if each is not RepaymentMethod.FLAT]
FREE = PrepaymentRules()


def minor(yuan: str) -> int:
    return int(Decimal(yuan) * 100)


def as_golden(rows: list[Instalment]) -> list[dict[str, Any]]:
    def yuan(amount: int) -> str:
        return f"{Decimal(amount) / 100:.2f}"

    return [
        {"n": row.number, "due": str(row.due_on), "principal": yuan(row.principal_minor),
         "interest": yuan(row.interest_minor), "total": yuan(row.total_minor), "balance": yuan(row.balance_minor)}
        for row in rows
    ]  # fmt: skip


@st.composite
def changing_loans(draw: st.DrawFn) -> ScheduleTerms:
    method = draw(st.sampled_from(CHANGING))
    principal, months = draw(st.integers(1_000_000, 10**10)), draw(st.integers(1, 40))
    return ScheduleTerms(
        principal_minor=principal,
        annual_rate=draw(st.decimals(0, Decimal("0.36"), places=6)),
        term_months=months,
        method=method,
        value_date=draw(st.dates(date(2020, 1, 1), date(2040, 12, 31))),
        due_day=draw(st.none() | st.integers(1, 31)) if method is not RepaymentMethod.STAGED else None,
        day_count=draw(st.sampled_from(DayCount)),
        grace=Grace(interest_free=draw(st.integers(0, months))),
        principals=(*[principal // (2 * months)] * (months - 1), principal - principal // (2 * months) * (months - 1))
        if method is RepaymentMethod.STAGED
        else (),
        balloon_minor=principal // 3 if method is RepaymentMethod.BALLOON else 0,
    )  # fmt: skip


def a_day_of(draw: Any, rows: list[Instalment]) -> date:
    return rows[0].starts_on + timedelta(days=draw(st.integers(0, (rows[-1].due_on - rows[0].starts_on).days - 1)))


def check(rows: list[Instalment], principal_minor: int, value_date: date) -> None:
    """R-3.2 of whatever a schedule has become."""
    assert sum(row.principal_minor for row in rows) == principal_minor
    assert rows[-1].balance_minor == 0 and rows[0].starts_on == value_date
    assert min(min(row.principal_minor, row.interest_minor, row.balance_minor) for row in rows) >= 0
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
    assert all(row.due_on == after.starts_on < after.due_on for row, after in pairwise(rows))


# LPR and rates


def test_an_lpr_counts_from_the_day_after_its_publication(golden: dict[str, Any]) -> None:
    for case in golden["LPR_DAY"]:
        assert quoted(Tenor.ONE_YEAR, date.fromisoformat(case["signed_on"])) == Decimal(case["lpr1y"])
    with pytest.raises(Invalid, match="lpr-not-quoted"):
        quoted(Tenor.FIVE_YEARS, date(2019, 8, 20))


def test_the_quotes_are_those_of_the_handbook() -> None:
    page = (Path(__file__).parents[4] / "docs" / "domain.md").read_text(encoding="utf-8")
    table = re.findall(r"(\d{4}-\d\d-\d\d) (\d\.\d\d)/(\d\.\d\d)", page)
    assert [(str(quote.published_on), quote.one_year, quote.five_years) for quote in QUOTES] == table


def test_the_changes_of_a_tenor_leave_out_those_of_the_other() -> None:
    assert len(changes(Tenor.ONE_YEAR)) == 13 and len(changes(Tenor.FIVE_YEARS)) == 12
    assert changes(Tenor.ONE_YEAR)[-1] == (date(2025, 5, 20), "3.00")
    assert (date(2022, 5, 20), "4.45") in changes(Tenor.FIVE_YEARS)


@pytest.mark.parametrize(
    ("cycle", "anchor", "found"),
    [
        (12, Reprice.ANNIVERSARY, [("2024-02-20", "0.0420"), ("2025-02-20", "0.0360")]),
        (12, Reprice.FIRST_OF_JANUARY, [("2024-01-01", "0.0420"), ("2025-01-01", "0.0360")]),
        (3, Reprice.ANNIVERSARY,
         [("2023-08-20", "0.0420"), ("2024-05-20", "0.0395"), ("2024-08-20", "0.0385"), ("2024-11-20", "0.0360")]),
        (0, Reprice.ANNIVERSARY, []),
    ],
)  # fmt: skip
def test_a_linked_rate_is_read_anew_on_its_days(cycle: int, anchor: Reprice, found: list[tuple[str, str]]) -> None:
    link = LprLink(Tenor.FIVE_YEARS, 0, cycle, anchor)
    rates = link.rates(date(2023, 2, 20), date(2025, 3, 20))
    assert rates.first == Decimal("0.043")
    assert [(str(on), rate) for on, rate in rates.changes] == [(on, Decimal(rate)) for on, rate in found]


def test_a_mortgage_is_repriced_as_in_example_e13(golden: dict[str, Any]) -> None:
    expected = golden["E13"]
    quotes = (Quote(date(2025, 12, 22), "3.00", "3.50"), Quote(date(2026, 12, 21), "2.80", "3.30"))
    rates = LprLink(Tenor.FIVE_YEARS, -30).rates(date(2026, 1, 20), date(2028, 1, 20), quotes)
    assert rates == Rates(Decimal("0.032"), (RateChange(date(2027, 1, 20), Decimal("0.030")),))
    rows = schedule_at(MORTGAGE, rates)
    assert rows[0].total_minor == minor(expected["old_payment"])
    assert rows[11].balance_minor == minor(expected["balance_after_12"])
    assert rows[12].total_minor == minor(expected["new_payment"])
    check(rows, 100_000_000, MORTGAGE.value_date)


def test_a_period_in_which_the_rate_changes_is_split_by_days_or_left() -> None:
    rates = Rates(Decimal("0.12"), (RateChange(date(2026, 2, 1), Decimal("0.06")),))
    split, left = (schedule_at(E1, rates, each) for each in Split)
    assert split[0].interest_minor == 36_667 + 33_333  # 11 days at 12 %, 20 at 6 %, of 360
    assert left[0].interest_minor == 100_000
    assert split[1:] == left[1:] and split[1].interest_minor == 46_058  # 92,115.12 · 0.06/12
    assert split[0].principal_minor == left[0].principal_minor == 788_488


def test_the_penalty_rate_follows_its_base(golden: dict[str, Any]) -> None:
    expected = golden["E8"]
    rates = Rates(Decimal("0.12")).penalty(Decimal("1.5"), Decimal("0.24"))
    due, paid = date.fromisoformat(expected["due"]), date.fromisoformat(expected["paid"])
    assert rates.interest(minor(expected["principal"]), due, paid, DayCount.ACT_360) == minor(expected["penalty"])
    assert rates.interest(minor(expected["interest"]), due, paid, DayCount.ACT_360) == minor(expected["compound"])
    floating = Rates(Decimal("0.12"), (RateChange(date(2026, 5, 1), Decimal("0.20")),))
    assert floating.penalty(Decimal("1.5"), Decimal("0.24")).at(date(2026, 5, 1)) == Decimal("0.24")
    split = floating.penalty(Decimal("1.5"), Decimal("0.24")).interest(3_600_000, due, paid, DayCount.ACT_360)
    assert split == 10 * 1_800 + 7 * 2_400


def test_rates_out_of_order_are_refused() -> None:
    with pytest.raises(Invalid, match="rates-invalid"):
        Rates(
            Decimal("0.1"), (RateChange(date(2026, 5, 1), Decimal("0.2")), RateChange(date(2026, 5, 1), Decimal("0.3")))
        )
    with pytest.raises(Invalid, match="rates-invalid"):
        Rates(Decimal("-0.1"))


@given(st.data(), changing_loans(), st.sampled_from(Split))
def test_however_the_rate_changes_the_principal_is_repaid(
    data: st.DataObject, terms: ScheduleTerms, split: Split
) -> None:
    rows = generate_schedule(terms)
    days = sorted({a_day_of(data.draw, rows) for _ in range(data.draw(st.integers(1, 4)))})
    rate = st.decimals(0, Decimal("0.36"), places=6)
    rates = Rates(terms.annual_rate, tuple(RateChange(day, data.draw(rate)) for day in days))
    known_at_once = schedule_at(terms, rates, split)
    check(known_at_once, terms.principal_minor, terms.value_date)
    assert [row.due_on for row in known_at_once] == [row.due_on for row in rows]
    one_by_one = rows
    for day in days:
        one_by_one = reprice(terms, one_by_one, rates.until(day), split)
    assert one_by_one == known_at_once


@given(st.data(), changing_loans(), st.sampled_from(Split))
def test_a_rate_that_stays_changes_nothing_but_rounding(
    data: st.DataObject, terms: ScheduleTerms, split: Split
) -> None:
    assume(not terms.level or split is Split.NEXT_PERIOD)  # a level period split by days counts its days
    rows = generate_schedule(terms)
    same = schedule_at(
        terms, Rates(terms.annual_rate, (RateChange(a_day_of(data.draw, rows), terms.annual_rate),)), split
    )
    assert all(abs(a.total_minor - b.total_minor) <= len(rows) for a, b in zip(rows, same, strict=True))


# Prepayment


@pytest.mark.parametrize(
    ("effect", "golden_rows"), [(Effect.SHORTER_TERM, "shorten"), (Effect.LOWER_INSTALMENT, "reduce")]
)
def test_a_partial_prepayment_on_a_due_date_is_that_of_example_e9(
    golden: dict[str, Any], effect: Effect, golden_rows: str
) -> None:
    found = prepay(E1, generate_schedule(E1), 3_000_000, Wish(date(2026, 5, 21)), effect, FREE)
    assert (found.interest_minor, found.fee_minor, found.total_minor) == (0, 0, 3_000_000)
    assert as_golden(list(found.rows[4:])) == golden["E9"][golden_rows]
    assert found.rows[:4] == tuple(generate_schedule(E1)[:4])


def test_settling_between_due_dates_is_that_of_example_e9() -> None:
    one_percent = PrepaymentRules(fees=(FeeStep(12, Decimal("0.01")),))
    found = settle(E1, generate_schedule(E1), Wish(date(2026, 5, 31)), one_percent)
    assert (found.principal_minor, found.interest_minor, found.fee_minor) == (6_798_422, 22_661, 67_984)
    assert found.total_minor == 6_889_067
    assert found.rows[-1] == Instalment(5, date(2026, 5, 21), date(2026, 5, 31), 6_798_422, 22_661, 0)


def test_the_interest_of_the_slice_or_of_all_is_collected_now() -> None:
    rows, wish = generate_schedule(E1), Wish(date(2026, 5, 31))
    slice = prepay(E1, rows, 3_000_000, wish, Effect.LOWER_INSTALMENT, FREE)
    assert (slice.interest_minor, slice.rows[4].interest_minor) == (10_000, 37_984)  # E9: 100.00, 379.84
    of_all = PrepaymentRules(interest=PrepaidInterest.ALL)
    all = prepay(E1, rows, 3_000_000, wish, Effect.LOWER_INSTALMENT, of_all)
    assert all.interest_minor == 22_661  # 67,984.22 for 10 days
    assert all.rows[4].interest_minor == 26_589  # 37,984.22 for the 21 days that are left
    assert [row.principal_minor for row in all.rows] == [row.principal_minor for row in slice.rows]


def test_equal_principal_keeps_its_share_or_lowers_it() -> None:
    terms = replace(E1, method=RepaymentMethod.EQUAL_PRINCIPAL, principal_minor=12_000_000)
    rows, wish = generate_schedule(terms), Wish(date(2026, 2, 21))
    shorter = prepay(terms, rows, 2_500_000, wish, Effect.SHORTER_TERM, FREE).rows
    lower = prepay(terms, rows, 2_500_000, wish, Effect.LOWER_INSTALMENT, FREE).rows
    assert [row.principal_minor for row in shorter] == [1_000_000] * 9 + [500_000]
    assert [row.principal_minor for row in lower] == [1_000_000] + [772_727] * 10 + [772_730]


@pytest.mark.parametrize(
    ("on", "fee"), [("2026-02-01", 300_00), ("2026-07-20", 300_00), ("2026-07-21", 150_00), ("2027-01-21", 0)]
)
def test_a_fee_falls_with_the_months_that_have_passed(on: str, fee: int) -> None:
    terms = replace(E1, term_months=24)
    ladder = PrepaymentRules(fees=(FeeStep(6, Decimal("0.02")), FeeStep(12, Decimal("0.01"))))
    rows, day = generate_schedule(terms), date.fromisoformat(on)
    found = prepay(terms, rows, 1_500_000, Wish(day), Effect.LOWER_INSTALMENT, ladder)
    assert found.fee_minor == fee
    bound = prepay(terms, rows, 1_500_000, Wish(day, room_minor=10_000), Effect.LOWER_INSTALMENT, ladder)
    assert bound.fee_minor == min(fee, 10_000)  # within the line on all charges


@pytest.mark.parametrize(
    ("amount", "wish", "rules", "code"),
    [
        (100, Wish(date(2026, 4, 20)), PrepaymentRules(allowed_after_months=3), "prepayment-too-early"),
        (100, Wish(date(2026, 4, 20), date(2026, 4, 18)), PrepaymentRules(notice_days=3), "prepayment-without-notice"),
        (99, Wish(date(2026, 4, 20)), PrepaymentRules(least_minor=100), "prepayment-too-small"),
        (0, Wish(date(2026, 4, 20)), FREE, "prepayment-too-small"),
        (6_798_422, Wish(date(2026, 5, 21)), FREE, "prepayment-not-partial"),
        (100, Wish(date(2027, 1, 21)), FREE, "prepayment-too-late"),
    ],
)
def test_what_was_not_agreed_is_refused(amount: int, wish: Wish, rules: PrepaymentRules, code: str) -> None:
    with pytest.raises(Conflict) as refusal:
        prepay(E1, generate_schedule(E1), amount, wish, Effect.SHORTER_TERM, rules)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("fees", "said"),
    [((FeeStep(6, Decimal(1)), FeeStep(6, Decimal(0))), "rise"), ((FeeStep(6, Decimal("1.01")),), "between 0 and 1")],
)
def test_a_ladder_that_is_none_is_refused(fees: tuple[FeeStep, ...], said: str) -> None:
    with pytest.raises(Invalid, match=said):
        PrepaymentRules(fees=fees)


def test_a_flat_loan_is_settled_whole_and_at_what_was_lent() -> None:
    flat = ScheduleTerms(1_200_000, Decimal("0.072"), 12, RepaymentMethod.FLAT, date(2026, 1, 15))
    rows = generate_schedule(flat)
    with pytest.raises(Conflict, match="schedule-of-flat-interest"):
        prepay(flat, rows, 100_000, Wish(date(2026, 3, 15)), Effect.SHORTER_TERM, FREE)
    found = settle(flat, rows, Wish(date(2026, 3, 25)), FREE)
    assert (found.principal_minor, found.interest_minor) == (1_000_000, 2_400)  # 10 days of 12,000 at 7.2 %/360


def test_deferred_interest_is_part_of_a_settlement_and_stops_other_changes() -> None:
    terms = replace(E1, term_months=15, grace=Grace(principal=3, interest=3))
    rows = generate_schedule(terms)
    assert settle(terms, rows, Wish(date(2026, 3, 31)), FREE).interest_minor == 200_000 + 33_333
    with pytest.raises(Conflict, match="schedule-in-grace"):
        prepay(terms, rows, 100, Wish(date(2026, 3, 31)), Effect.SHORTER_TERM, FREE)
    later = prepay(terms, rows, 100, Wish(date(2026, 5, 21)), Effect.SHORTER_TERM, FREE)
    assert sum(row.principal_minor for row in later.rows) == 10_000_000 - 100


loans_and_days = st.tuples(changing_loans(), st.sampled_from(Effect), st.sampled_from(PrepaidInterest))


@given(st.data(), loans_and_days)
def test_whatever_is_prepaid_all_principal_is_repaid(
    data: st.DataObject, given_loan: tuple[ScheduleTerms, Effect, PrepaidInterest]
) -> None:
    terms, effect, interest = given_loan
    rows = generate_schedule(terms)
    on = a_day_of(data.draw, rows)
    balance = next(row.before_minor for row in rows if row.due_on > on)
    amount = data.draw(st.integers(1, max(1, balance - 100 * len(rows))))
    found = prepay(terms, rows, amount, Wish(on), effect, PrepaymentRules(interest=interest))
    assert sum(row.principal_minor for row in found.rows) + amount == terms.principal_minor
    assert found.rows[-1].balance_minor == 0 and found.rows[-1].due_on <= rows[-1].due_on
    assert min(min(row.principal_minor, row.interest_minor, row.balance_minor) for row in found.rows) >= 0
    assert [row.due_on for row in found.rows] == [row.due_on for row in rows[: len(found.rows)]]
    if effect is Effect.LOWER_INSTALMENT:
        assert len(found.rows) == len(rows)
    unpaid = sum(row.interest_minor for row in found.rows) + found.interest_minor
    odd = 31 if terms.level and interest is PrepaidInterest.ALL else 1  # days of a month beyond its thirty
    assert unpaid <= sum(row.interest_minor for row in rows) + len(rows) + odd * balance // 360
    settled = settle(terms, rows, Wish(on), FREE)
    assert sum(row.principal_minor for row in settled.rows) == terms.principal_minor
    assert settled.interest_minor <= next(row.interest_minor for row in rows if row.due_on > on)


@given(st.integers(1_000_000, 9_000_000), st.integers(0, 10))
def test_a_shorter_term_has_the_number_of_instalments_of_the_formula(amount: int, paid: int) -> None:
    rows = generate_schedule(E1)
    on = months_later(E1.value_date, paid)
    balance = rows[paid].before_minor - amount
    assume(balance > 0)
    found = prepay(E1, rows, amount, Wish(on), Effect.SHORTER_TERM, FREE)
    exact = -log(1 - balance * 0.01 / 888_488) / log(1.01)
    assume(abs(exact - round(exact)) > 1e-6)
    assert len(found.rows) - paid == min(ceil(exact), 12 - paid)


@given(st.data(), changing_loans())
def test_by_days_the_slice_and_all_cost_the_same(data: st.DataObject, terms: ScheduleTerms) -> None:
    assume(not terms.level)
    rows = generate_schedule(terms)
    on = a_day_of(data.draw, rows)
    balance = next(row.before_minor for row in rows if row.due_on > on)
    amount = data.draw(st.integers(1, balance - len(rows)))

    def cost(interest: PrepaidInterest) -> int:
        found: Prepayment = prepay(
            terms, rows, amount, Wish(on), Effect.LOWER_INSTALMENT, PrepaymentRules(interest=interest)
        )
        return found.interest_minor + sum(row.interest_minor for row in found.rows)

    assert abs(cost(PrepaidInterest.SLICE) - cost(PrepaidInterest.ALL)) <= 2


# Tranches


def test_a_second_tranche_is_repaid_by_the_later_instalments() -> None:
    rows = add_tranche(E1, generate_schedule(E1), 5_000_000, date(2026, 2, 11))
    assert (rows[0].principal_minor, rows[0].interest_minor) == (788_488, 116_667)  # 10 days of 50,000 at 12 %/360
    assert rows[0].balance_minor == 14_211_512
    of_its_own = generate_schedule(
        replace(E1, principal_minor=14_211_512, term_months=11, value_date=date(2026, 2, 21))
    )
    assert [row[1:] for row in rows[1:]] == [row[1:] for row in of_its_own]


@given(st.data(), changing_loans(), st.lists(st.integers(1, 10**9), min_size=1, max_size=3))
def test_all_tranches_are_repaid(data: st.DataObject, terms: ScheduleTerms, amounts: list[int]) -> None:
    rows = generate_schedule(terms)
    for on in sorted(a_day_of(data.draw, rows) for _ in amounts):
        rows = add_tranche(terms, rows, amounts[0], on)
    check(rows, terms.principal_minor + amounts[0] * len(amounts), terms.value_date)
    with pytest.raises(Conflict, match="tranche-too-late"):
        add_tranche(terms, rows, 1, rows[-1].due_on)


# A credit line

LINE = CreditLine(5_000_000, Decimal("0.072"), date(2026, 3, 1), date(2027, 3, 1))  # 0.02 % a day


def test_a_line_costs_what_example_e6_says(golden: dict[str, Any]) -> None:
    line = LINE.draw(date(2026, 3, 1), 3_000_000).draw(date(2026, 3, 11), 2_000_000).repay(date(2026, 3, 21), 1_000_000)
    for part in golden["E6"]["segments"]:
        start, end = date.fromisoformat(part["a"]), date.fromisoformat(part["b"])
        assert line.owed_minor(start) == minor(part["balance"])
        assert line.interest_minor(start, end) == minor(part["interest"])
    assert line.interest_minor(date(2026, 3, 1), date(2026, 3, 31)) == minor(golden["E6"]["total"])
    assert list(line.settlements(date(2026, 3, 31))) == [
        Settlement(date(2026, 3, 1), date(2026, 3, 21), 16_000),  # up to and with the 20th
        Settlement(date(2026, 3, 21), date(2026, 3, 31), 8_000),
    ]


def test_a_line_lends_what_is_neither_owed_nor_held() -> None:
    day = date(2026, 4, 1)
    line = LINE.draw(day, 3_000_000).reserve(day, day + timedelta(days=3), 1_500_000)
    assert [line.available_minor(day + timedelta(days=n)) for n in (0, 2, 3)] == [500_000, 500_000, 2_000_000]
    assert line.release(line.reservations[0]).available_minor(day) == 2_000_000
    assert LINE.draw(day, 5_000_000).available_minor(date(2026, 3, 31)) == 0  # drawn earlier, it would lack later
    refused = [
        (lambda: line.draw(day, 500_001), "credit-line-exceeded"),
        (lambda: line.draw(date(2026, 2, 28), 1), "credit-line-closed"),
        (lambda: line.draw(LINE.expires_on, 1), "credit-line-closed"),
        (lambda: line.freeze(day).draw(day, 1), "credit-line-frozen"),
        (lambda: line.repay(day, 3_000_001), "credit-line-overpaid"),
        (lambda: LINE.release(line.reservations[0]), "credit-line-not-reserved"),
    ]
    for act, code in refused:
        with pytest.raises(Conflict) as refusal:
            act()
        assert refusal.value.code == code
    assert line.freeze(day, day + timedelta(days=1)).draw(day + timedelta(days=1), 1).owed_minor(day) == 3_000_000


moves = st.lists(st.tuples(st.integers(0, 90), st.integers(-3_000_000, 3_000_000)), max_size=12)


@given(moves, st.randoms())
def test_a_line_is_never_overdrawn_and_the_order_within_a_day_does_not_matter(
    steps: list[tuple[int, int]], random: Any
) -> None:
    line = LINE
    for days, amount in steps:
        day = LINE.opens_on + timedelta(days=days)
        try:
            line = line.draw(day, amount) if amount > 0 else line.repay(day, -amount)
        except (Conflict, Invalid):
            continue
    end = LINE.opens_on + timedelta(days=100)
    for days in range(100):
        day = LINE.opens_on + timedelta(days=days)
        assert 0 <= line.owed_minor(day) <= LINE.limit_minor
        assert line.available_minor(day) <= LINE.limit_minor - line.owed_minor(day)
    shuffled = random.sample(line.movements, len(line.movements))
    assert replace(line, movements=tuple(shuffled)).interest_minor(LINE.opens_on, end) == line.interest_minor(
        LINE.opens_on, end
    )
    daily = sum(line.owed_minor(LINE.opens_on + timedelta(days=n)) for n in range(100))
    assert line.interest_minor(LINE.opens_on, end) == interest_for_days(daily, LINE.annual_rate, 1, 360)
    settled = list(line.settlements(end))
    assert [each.end for each in settled[:-1]] == [each.start for each in settled[1:]]
    assert abs(sum(each.interest_minor for each in settled) - line.interest_minor(LINE.opens_on, end)) <= len(settled)
