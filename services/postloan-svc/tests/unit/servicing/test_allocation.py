"""Allocation of a repayment: example E10 of domain.md §3.7 and what must hold for every allocation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postloan_svc.domain.ledger.allocations import Axis, Profile
from postloan_svc.domain.schedule.components import Component, Owed
from postloan_svc.domain.servicing.allocation import allocate, profile_after

E10 = Owed(
    instalment_no=1,
    fee_minor=5_000,
    penalty_minor=8_640,
    compound_minor=1_152,
    interest_minor=120_000,
    principal_minor=700_000,
)


@pytest.mark.parametrize(
    ("profile", "fee", "penalty", "compound", "interest", "principal"),
    [
        (Profile.A, 5_000, 8_640, 1_152, 120_000, 365_208),
        (Profile.B, 5_000, 0, 0, 0, 495_000),
        (Profile.C, 5_000, 8_640, 1_152, 120_000, 365_208),
    ],
)
def test_five_thousand_yuan_are_split_as_in_example_e10(
    profile: Profile, fee: int, penalty: int, compound: int, interest: int, principal: int
) -> None:
    allocation = allocate(500_000, [E10], profile)
    totals = {component: allocation.total(component) for component in Component}
    assert totals == {
        Component.FEE: fee,
        Component.PENALTY: penalty,
        Component.COMPOUND: compound,
        Component.INTEREST: interest,
        Component.PRINCIPAL: principal,
        Component.DELAY: 0,
    }
    assert allocation.excess_minor == 0
    assert allocation.profile is profile


def test_what_no_debt_can_take_is_excess() -> None:
    allocation = allocate(900_000, [E10], Profile.A)
    assert allocation.excess_minor == 900_000 - 834_792


def test_exactly_what_is_owed_leaves_no_excess() -> None:
    assert allocate(834_792, [E10], Profile.B).excess_minor == 0


def test_across_components_the_interest_of_all_instalments_comes_before_any_principal() -> None:
    owed = [Owed(1, interest_minor=100, principal_minor=1_000), Owed(2, interest_minor=90, principal_minor=1_010)]
    lines = allocate(200, owed, Profile.A).lines
    assert lines == ((1, Component.INTEREST, 100), (2, Component.INTEREST, 90), (1, Component.PRINCIPAL, 10))


def test_down_the_instalments_all_of_one_comes_before_the_next() -> None:
    owed = [Owed(1, interest_minor=100, principal_minor=1_000), Owed(2, interest_minor=90, principal_minor=1_010)]
    lines = allocate(1_150, owed, Profile.A, Axis.DOWN).lines
    assert lines == ((1, Component.INTEREST, 100), (1, Component.PRINCIPAL, 1_000), (2, Component.INTEREST, 50))


def test_what_the_debtor_names_comes_first_and_what_is_left_goes_on() -> None:
    owed = [Owed(1, interest_minor=100, principal_minor=1_000), Owed(2, interest_minor=90, principal_minor=1_010)]
    lines = allocate(1_150, owed, Profile.A, designated=[2]).lines
    assert lines == ((2, Component.INTEREST, 90), (2, Component.PRINCIPAL, 1_010), (1, Component.INTEREST, 50))


def test_the_profile_turns_to_principal_first_at_91_days_and_stays() -> None:
    assert profile_after(Profile.A, 90, 90) is Profile.A
    assert profile_after(Profile.A, 91, 90) is Profile.B
    assert profile_after(Profile.B, 0, 90) is Profile.B
    assert profile_after(Profile.C, 91, 90) is Profile.C


amounts = st.integers(0, 10**9)
debts = st.lists(st.tuples(amounts, amounts, amounts, amounts, amounts, amounts), max_size=12).map(
    lambda rows: [Owed(number, *row) for number, row in enumerate(rows, start=1)]
)


@given(st.integers(1, 10**10), debts, st.sampled_from(Profile), st.sampled_from(Axis), st.sets(st.integers(1, 12)))
def test_every_allocation_keeps_the_sum_and_pays_no_debt_twice(
    amount: int, owed: list[Owed], profile: Profile, axis: Axis, designated: set[int]
) -> None:
    allocation = allocate(amount, owed, profile, axis, list(designated))
    assert sum(line.amount_minor for line in allocation.lines) + allocation.excess_minor == amount
    assert len({(line.instalment_no, line.component) for line in allocation.lines}) == len(allocation.lines)
    assert all(0 < line.amount_minor <= owed[line.instalment_no - 1].of(line.component) for line in allocation.lines)
    assert allocation.excess_minor == max(0, amount - sum(debt.total_minor for debt in owed))


@given(st.integers(1, 10**10), debts, st.sampled_from(Profile))
def test_no_debt_is_paid_while_an_earlier_one_is_open(amount: int, owed: list[Owed], profile: Profile) -> None:
    lines = allocate(amount, owed, profile).lines
    assert all(line.amount_minor == owed[line.instalment_no - 1].of(line.component) for line in lines[:-1])
