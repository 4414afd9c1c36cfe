"""Every message has a sample: what a producer sends, and what the test of a consumer starts from."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from loan_contracts.messages import MESSAGES

FOLDER = Path(__file__).parents[1]
SAMPLES = FOLDER / "samples"


def sample(type: str) -> bytes:
    return (SAMPLES / f"{type}.json").read_bytes()


def told(type: str) -> dict[str, Any]:
    return dict(json.loads(sample(type)))


def test_every_message_has_a_sample_and_every_sample_a_message() -> None:
    assert {path.stem for path in SAMPLES.glob("*.json")} == set(MESSAGES)


@pytest.mark.parametrize("type", MESSAGES)
def test_a_sample_reads_strictly_and_comes_back_as_it_was(type: str) -> None:
    message = MESSAGES[type].model_validate_json(sample(type), strict=True, extra="forbid")
    assert json.loads(message.to_json()) == told(type)
    assert MESSAGES[type].from_json(message.to_json()) == message


@pytest.mark.parametrize("type", MESSAGES)
def test_a_sample_satisfies_the_stored_schema(type: str) -> None:
    schema = json.loads((FOLDER / "schemas" / f"{type}.json").read_text())
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    assert [error.message for error in validator.iter_errors(told(type))] == []


@pytest.mark.parametrize("type", MESSAGES)
def test_a_sample_is_keyed_by_the_aggregate_that_it_is_about(type: str) -> None:
    message = MESSAGES[type].from_json(sample(type))
    assert message.key == told(type)[message.KEY]


def test_the_samples_tell_one_story() -> None:
    application = told("application.submitted")["application_id"]
    another = {"application.withdrawn", "business-day.closed", "audit.recorded"}
    assert {told(type).get("application_id") for type in set(MESSAGES) - another} == {application}
    for request, answer in (
        ("external-data.requested", "external-data.collected"),
        ("fraud-screening.requested", "fraud.screened"),
        ("risk-assessment.requested", "risk.assessed"),
    ):
        assert told(request)["request_id"] == told(answer)["request_id"]
    assert len({told(type)["loan_id"] for type in MESSAGES if "loan_id" in told(type)}) == 1
    assert told("offer.made")["disclosure_hash"] == told("disclosure.confirmed")["disclosure_hash"]
    assert told("payment.settled")["payment_id"] == told("loan.disbursed")["payment_id"]
    assert told("payment.failed")["payment_id"] == told("loan.disbursement-failed")["payment_id"]


def test_the_samples_figures_are_those_of_the_worked_example_e1() -> None:
    """domain.md §3.3 E1: 100,000.00 at 12 % over 12 months, disbursed 2026-01-21."""
    loan, due = told("loan.disbursed"), told("repayment.due")
    assert (loan["principal_minor"], Decimal(loan["annual_rate"]), loan["term_months"]) == (
        10_000_000,
        Decimal("0.12"),
        12,
    )
    assert (loan["value_date"], loan["first_due_date"], loan["maturity_date"]) == (
        "2026-01-21",
        "2026-02-21",
        "2027-01-21",
    )
    assert loan["instalment_minor"] == due["total_minor"] == 888_488
    assert (due["principal_minor"], due["interest_minor"]) == (788_488, 100_000)
    assert told("repayment.received")["outstanding_principal_minor"] == 9_211_512
    missed = told(
        "repayment.missed"
    )  # instalment 3; three days of grace, so the fourth is the first that counts
    assert (missed["due_date"], missed["business_date"], missed["dpd"], missed["bucket"]) == (
        "2026-04-21",
        "2026-04-25",
        4,
        "M1",
    )
