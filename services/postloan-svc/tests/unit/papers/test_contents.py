"""What statements and certificates say; the loan is example E1 of domain.md §3.3."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from example_loans import a_contract

from loan_servicekit.core import Conflict, Invalid
from postloan_svc.domain.loan.loan import Loan
from postloan_svc.domain.papers.contents import Movement, settlement_certificate, statement
from postloan_svc.domain.papers.paper import Paper, PaperKind
from postloan_svc.domain.schedule.components import Component
from postloan_svc.domain.servicing.ageing import advance
from postloan_svc.domain.servicing.repayments import Receipt
from postloan_svc.domain.servicing.servicing import repay

NOW = datetime(2026, 1, 21, 9, 0, tzinfo=UTC)
VALUE_DATE, TODAY = date(2026, 1, 21), date(2026, 4, 1)
FIRST = Movement(date(2026, 2, 21), "REPAYMENT", 888_488, {Component.INTEREST: 103_333, Component.PRINCIPAL: 785_155})
SECOND = Movement(
    date(2026, 3, 21), "REPAYMENT", 900_000,
    {Component.PENALTY: 1_000, Component.COMPOUND: 200, Component.FEE: 300, Component.INTEREST: 86_004, Component.PRINCIPAL: 802_484},
)  # fmt: skip


@pytest.fixture
def loan() -> Loan:
    booked = Loan.book(a_contract(), VALUE_DATE)
    booked.confirm_pay_out(booked.request_pay_out(), booked.contract.principal_minor, VALUE_DATE, NOW)
    return booked


def test_a_statement_runs_from_balance_to_balance(loan: Loan) -> None:
    said = statement(loan, [SECOND, FIRST], (date(2026, 3, 1), date(2026, 3, 31)), TODAY).content
    assert (said["opening_minor"], said["closing_minor"]) == (9_214_845, 8_412_361)
    (row,) = said["rows"]
    assert (row["principal_minor"], row["interest_minor"], row["other_minor"]) == (802_484, 86_004, 1_500)
    assert row["balance_minor"] == said["closing_minor"]


def test_the_first_statement_begins_with_the_pay_out(loan: Loan) -> None:
    said = statement(loan, [FIRST], (VALUE_DATE, date(2026, 2, 21)), TODAY).content
    assert said["opening_minor"] == 0
    assert [(row["what"], row["balance_minor"]) for row in said["rows"]] == [
        ("PAY_OUT", 10_000_000),
        ("REPAYMENT", 9_214_845),
    ]


@pytest.mark.parametrize(
    "period",
    [(date(2026, 1, 20), TODAY), (date(2026, 3, 2), date(2026, 3, 1)), (VALUE_DATE, date(2026, 4, 2))],
)
def test_a_statement_is_of_days_that_the_loan_has_lived(loan: Loan, period: tuple[date, date]) -> None:
    with pytest.raises(Invalid) as refusal:
        statement(loan, [], period, TODAY)
    assert refusal.value.code == "statement-period-invalid"


def test_a_loan_that_was_not_paid_out_has_no_statement() -> None:
    with pytest.raises(Conflict) as refusal:
        statement(Loan.book(a_contract(), VALUE_DATE), [], (VALUE_DATE, TODAY), TODAY)
    assert refusal.value.code == "loan-not-paid-out"


def test_what_is_not_settled_is_not_certified(loan: Loan) -> None:
    with pytest.raises(Conflict) as refusal:
        settlement_certificate(loan, [])
    assert refusal.value.code == "loan-not-settled"


def test_a_settled_loan_is_certified_with_what_it_has_cost(loan: Loan) -> None:
    on = date(2026, 2, 21)
    advance(loan, on, 90)
    repay(loan, Receipt(UUID(int=1), 10_103_333, on), on, lambda day: 90)
    paid = Movement(on, "REPAYMENT", 10_103_333, {Component.INTEREST: 103_333, Component.PRINCIPAL: 10_000_000})
    said = settlement_certificate(loan, [paid]).content
    assert (said["settled_on"], said["repaid_minor"], said["interest_minor"]) == ("2026-02-21", 10_000_000, 103_333)


def test_who_asks_for_the_same_gets_the_same_paper_and_another_word_makes_another(loan: Loan) -> None:
    draft = statement(loan, [FIRST], (VALUE_DATE, TODAY), TODAY)
    again = statement(loan, [FIRST], (VALUE_DATE, TODAY), date(2026, 5, 1))
    other = statement(loan, [replace_amount(FIRST)], (VALUE_DATE, TODAY), TODAY)
    assert draft.paper_id == again.paper_id != other.paper_id


def replace_amount(movement: Movement) -> Movement:
    return movement._replace(amount_minor=movement.amount_minor + 1)


def test_a_paper_is_known_by_number_and_code(loan: Loan) -> None:
    draft = statement(loan, [], (VALUE_DATE, TODAY), TODAY)
    paper = Paper.issue(draft, "Q7K2M9TD44XB", "u-1", TODAY, NOW)
    assert paper.number.startswith("DZ20260401") and paper.printed_code == "Q7K2-M9TD-44XB"
    assert paper.bears("Q7K2-M9TD-44XB") and paper.bears("q7k2m9td44xb") and not paper.bears("Q7K2-M9TD-44XC")
    assert (
        Paper.issue(replace(draft, kind=PaperKind.SETTLEMENT_CERTIFICATE), "A" * 12, "u-1", TODAY, NOW).number[:2]
        == "JQ"
    )
    assert "Q7K2M9TD44XB" not in repr(paper.facts)
