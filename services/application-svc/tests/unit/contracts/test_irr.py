"""Annualised cost: examples E4, E11, E11b, E11c of domain.md §2.5."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from application_svc.domain.contracts.disclosure import Cost, Method, annualised_cost
from loan_contracts.money import months_later
from loan_contracts.values import RepaymentMethod
from loan_schedules.annual_rate import effective_rate_by_dates, rate_of_a_period
from loan_schedules.schedule import plan_payments
from loan_schedules.terms import ScheduleTerms
from loan_servicekit.core import Invalid

START = date(2026, 1, 15)


def monthly(received_minor: int, *payments_minor: int) -> Cost:
    dated = [(months_later(START, number), amount) for number, amount in enumerate(payments_minor, start=1)]
    return annualised_cost(received_minor, START, dated)


@pytest.mark.parametrize(
    ("received", "payment", "of_a_month"),
    [(1_200_000, 107_200, "0.01086185"), (1_000_000, 94_787, "0.02039133"), (980_000, 89_787, "0.01489386")],
)
def test_the_rate_of_a_month_is_that_of_the_examples(received: int, payment: int, of_a_month: str) -> None:
    rate = rate_of_a_period(received, [payment] * 12)
    assert rate.quantize(Decimal("1e-8")) == Decimal(of_a_month)


def test_a_flat_fee_of_seven_percent_costs_thirteen_as_in_example_e4() -> None:
    assert monthly(1_200_000, *[107_200] * 12) == Cost(Method.IRR, Decimal("0.130342"), Decimal("0.138418"))


def test_a_service_fee_lifts_fourteen_percent_above_twenty_four_as_in_example_e11() -> None:
    assert monthly(1_000_000, *[94_787] * 12) == Cost(Method.IRR, Decimal("0.244696"), Decimal("0.274093"))


def test_a_fee_at_the_start_lowers_what_was_received_as_in_example_e11b() -> None:
    assert monthly(980_000, *[89_787] * 12).nominal == Decimal("0.178726")


def test_payments_on_other_dates_have_the_effective_rate_of_example_e11c() -> None:
    # Example E7: 42 days to the first instalment of 9,251.55, then eleven of example E1.
    amounts = [925_155] + [888_488] * 10 + [888_485]
    dated = [(months_later(date(2026, 4, 21), number), amount) for number, amount in enumerate(amounts)]
    cost = annualised_cost(10_000_000, date(2026, 3, 10), dated)
    assert (cost.method, cost.effective) == (Method.XIRR, Decimal("0.126202"))


def test_a_loan_without_cost_has_the_rate_0() -> None:
    assert monthly(1_200_000, *[100_000] * 12).nominal == 0


def test_a_guess_saves_steps_and_changes_nothing() -> None:
    amounts = [94_787] * 12
    for guess in ("0", "0.001", "0.02", "0.5"):
        rate = rate_of_a_period(1_000_000, amounts, Decimal(guess))
        assert rate.quantize(Decimal("1e-15")) == rate_of_a_period(1_000_000, amounts).quantize(Decimal("1e-15"))


@pytest.mark.parametrize(("received", "payments"), [(0, [1]), (-1, [1]), (1, []), (1, [0, 0]), (1, [2, -1])])
def test_payments_that_have_no_rate_are_refused(received: int, payments: list[int]) -> None:
    with pytest.raises(Invalid, match="cost-not-computable"):
        rate_of_a_period(received, payments)


@given(
    st.integers(500_000, 100_000_000),
    st.decimals(Decimal("0.001"), Decimal("0.36"), places=4),
    st.integers(1, 60),
    st.sampled_from([RepaymentMethod.EQUAL_INSTALMENT, RepaymentMethod.EQUAL_PRINCIPAL]),
)
def test_a_loan_that_costs_interest_alone_costs_its_contract_rate(
    principal: int, rate: Decimal, months: int, method: RepaymentMethod
) -> None:
    plan = plan_payments(ScheduleTerms(principal, rate, months, method, START))
    payments = [(each.due_on, each.principal_minor + each.interest_minor) for each in plan]
    cost = annualised_cost(principal, START, payments, rate)
    assert abs(cost.nominal - rate) <= Decimal("0.00005")  # what rounding to the fen can do to so small a loan
    assert cost.effective >= cost.nominal


@given(st.integers(100_000, 10_000_000), st.lists(st.integers(0, 1_000_000), min_size=1, max_size=36))
def test_payments_discounted_at_their_rate_are_worth_what_was_received(received: int, payments: list[int]) -> None:
    if sum(payments) < received:
        payments = [*payments, received]
    rate = rate_of_a_period(received, payments)
    worth = sum((amount / (1 + rate) ** number for number, amount in enumerate(payments, start=1)), Decimal(0))
    assert abs(worth - received) < Decimal("1e-6")


@given(st.lists(st.tuples(st.integers(1, 400), st.integers(1, 1_000_000)), min_size=1, max_size=24))
def test_dated_payments_discounted_at_their_rate_are_worth_what_was_received(gaps: list[tuple[int, int]]) -> None:
    received = max(1, sum(amount for _, amount in gaps) * 9 // 10)
    dated, day = [], START
    for gap, amount in gaps:
        day = date.fromordinal(day.toordinal() + gap)
        dated.append((day, amount))
    rate = effective_rate_by_dates(received, START, dated)
    worth = sum((amount / (1 + rate) ** (Decimal((paid - START).days) / 365) for paid, amount in dated), Decimal(0))
    assert abs(worth - received) < Decimal("1e-6") * max(1, received)
