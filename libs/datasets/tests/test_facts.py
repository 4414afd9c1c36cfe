"""From a row to facts: what the source says is kept exactly, and what it lacks is made up the same for all."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loan_contracts.facts import CollectedFacts
from loan_contracts.money import half_up
from loan_contracts.values import Source, SourceStatus
from loan_datasets.borrower import Borrower
from loan_datasets.facts import bureau_facts, collected_facts, declared_facts, obligations_minor

AT = datetime(2026, 9, 1, tzinfo=UTC)
FIRST_ROW = Borrower(
    row=0,
    defaulted=True,
    age=45,
    revolving_utilisation=Decimal("0.766126609"),
    late_30_59=2,
    late_60_89=0,
    late_90=0,
    debt_ratio=Decimal("0.802982129"),
    monthly_income=9120,
    open_accounts=13,
    mortgage_accounts=6,
    dependents=2,
)


def test_obligations_are_debt_ratio_times_income_half_of_them_debt_service() -> None:
    # 0.802982129 x 9,120 = 7,323.19701648, so 732,320 fen; of the half 5 % of what is owed on cards are theirs
    report = bureau_facts(FIRST_ROW)
    assert report.monthly_debt_service_minor + half_up(report.card_balance_minor * 5, 100) == 366_160
    assert declared_facts(FIRST_ROW).monthly_expense_minor == 732_320 - report.monthly_debt_service_minor


def test_cards_that_take_more_than_the_half_leave_no_dues_of_loans() -> None:
    row = replace(FIRST_ROW, debt_ratio=Decimal("0.01"))
    assert bureau_facts(row).monthly_debt_service_minor == 0
    assert declared_facts(row).monthly_expense_minor == obligations_minor(row)


def test_an_odd_fen_of_obligations_is_household_expense() -> None:
    row = replace(FIRST_ROW, debt_ratio=Decimal("0.01"), monthly_income=101, revolving_utilisation=Decimal(0))  # 1.01
    assert bureau_facts(row).monthly_debt_service_minor == 50
    assert declared_facts(row).monthly_expense_minor == 51


@pytest.mark.parametrize(("income", "obligations_minor"), [(None, 4_600), (0, 4_600), (1, 4_600), (2, 9_200)])
def test_where_income_is_missing_or_at_most_one_the_ratio_is_the_amount(
    income: int | None, obligations_minor: int
) -> None:
    row = replace(FIRST_ROW, debt_ratio=Decimal(46), monthly_income=income)
    expense = declared_facts(row).monthly_expense_minor
    assert expense is not None
    assert bureau_facts(row).monthly_debt_service_minor + expense == obligations_minor


def test_income_is_proved_by_social_insurance_where_the_row_has_one() -> None:
    facts = collected_facts(FIRST_ROW, AT)
    assert facts.social_insurance is not None
    assert facts.social_insurance.monthly_income_minor == 912_000
    assert facts.statuses[Source.SOCIAL_INSURANCE] is SourceStatus.HIT


def test_a_missing_income_is_a_source_without_a_record_and_an_empty_field_of_the_form() -> None:
    row = replace(FIRST_ROW, monthly_income=None)
    facts = collected_facts(row, AT)
    assert facts.social_insurance is None
    assert facts.missing() == [Source.SOCIAL_INSURANCE]
    assert declared_facts(row).monthly_income_minor is None


@pytest.mark.parametrize(("count", "months"), [(0, 0), (7, 7), (8, 8), (96, 0), (98, 0)])
def test_codes_in_the_counts_of_late_payments_are_not_counts(count: int, months: int) -> None:
    report = bureau_facts(replace(FIRST_ROW, late_30_59=count, late_60_89=count, late_90=count))
    assert (report.late_2_24m, report.late_3_24m, report.late_4plus_24m) == (months, months, months)


def test_two_years_have_24_months_and_the_worst_of_them_are_told() -> None:
    report = bureau_facts(replace(FIRST_ROW, late_30_59=17, late_60_89=17, late_90=95))
    assert (report.late_2_24m, report.late_3_24m, report.late_4plus_24m, report.late_run_24m) == (0, 0, 24, 24)


@pytest.mark.parametrize(
    ("late", "run", "worst_12m"),
    [((0, 0, 0), 0, 0), ((1, 0, 0), 2, 0), ((0, 1, 0), 3, 0), ((6, 0, 1), 4, 2), ((4, 1, 1), 4, 0), ((17, 0, 0), 3, 2)],
)
def test_late_months_are_scattered_the_worst_of_them_longest_ago(
    late: tuple[int, int, int], run: int, worst_12m: int
) -> None:
    """Six of them fit into a year without two in a row; a month of status k ends a run of k (domain.md §7.1)."""
    report = bureau_facts(replace(FIRST_ROW, late_30_59=late[0], late_60_89=late[1], late_90=late[2]))
    assert (report.late_run_24m, report.worst_12m) == (run, worst_12m)


@given(
    utilisation=st.integers(0, 50_708 * 10**9).map(lambda value: Decimal(value).scaleb(-9)),
    income=st.none() | st.integers(0, 3_008_750),
)
def test_used_over_limit_gives_the_utilisation_to_six_decimals(utilisation: Decimal, income: int | None) -> None:
    report = bureau_facts(replace(FIRST_ROW, revolving_utilisation=utilisation, monthly_income=income))
    assert report.card_limit_minor >= 1_000_000
    assert Decimal(report.card_used_minor) / report.card_limit_minor == report.revolving_utilisation
    assert abs(report.revolving_utilisation - utilisation) <= Decimal("0.0000005")


def test_facts_survive_the_wire() -> None:
    facts = collected_facts(FIRST_ROW, AT)
    assert CollectedFacts.model_validate_json(facts.model_dump_json()) == facts


def test_nothing_that_a_lender_could_not_know_is_in_the_facts() -> None:
    good, bad = (replace(FIRST_ROW, defaulted=each) for each in (False, True))
    assert collected_facts(good, AT) == collected_facts(bad, AT)
    assert declared_facts(good) == declared_facts(bad)
