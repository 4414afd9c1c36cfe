"""The features: what is known of an applicant, in figures."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from loan_contracts.facts import CollectedFacts, DeclaredFacts
from risk_svc.domain.assessment.assess import CreditRequest
from risk_svc.domain.features.features import FEATURES, features

AnApplicant = Callable[..., CreditRequest]


def _of(request: CreditRequest) -> dict[str, int | Decimal | None]:
    values = features(request.declared, request.collected)
    assert values is not None
    return dict(zip(FEATURES, values, strict=True))


def test_each_name_has_its_figure(an_applicant: AnApplicant) -> None:
    request = an_applicant(bureau={"late_1_24m": 9, "late_2_24m": 4, "late_3_24m": 2, "late_4plus_24m": 1})
    assert _of(request) == {
        "age": 40,
        "dependents": 1,
        "verified_income_minor": 1_000_000,
        "obligations_minor": 200_000,
        "obligations_to_income": Decimal("0.2"),
        "revolving_utilisation": Decimal("0.1"),
        "open_accounts": 8,
        "mortgage_accounts": 1,
        "late_2_24m": 4,
        "late_3_24m": 2,
        "late_4plus_24m": 1,
        "late_over_30_24m": 7,
    }


@pytest.mark.parametrize(("income_minor", "ratio"), [(None, None), (100, None), (101, Decimal("1980.198019"))])
def test_no_ratio_is_made_of_an_income_that_is_missing_or_empty(
    an_applicant: AnApplicant, income_minor: int | None, ratio: Decimal | None
) -> None:
    assert _of(an_applicant(income_minor=income_minor))["obligations_to_income"] == ratio


def test_a_stated_income_is_not_a_verified_one(an_applicant: AnApplicant) -> None:
    request = an_applicant(income_minor=None)
    assert request.declared.monthly_income_minor == 1_000_000
    assert _of(request)["verified_income_minor"] is None


def test_without_a_credit_report_there_are_no_features(an_applicant: AnApplicant) -> None:
    request = an_applicant(bureau=None)
    assert features(request.declared, request.collected) is None


def test_facts_that_came_over_the_bus_give_the_same_features(an_applicant: AnApplicant) -> None:
    request = an_applicant(bureau={"revolving_utilisation": Decimal("0.766127")})
    sent = replace(
        request,
        declared=DeclaredFacts.model_validate_json(request.declared.model_dump_json()),
        collected=CollectedFacts.model_validate_json(request.collected.model_dump_json()),
    )
    assert _of(sent) == _of(request)


def test_what_must_not_decide_is_not_there() -> None:
    assert not {"gender", "sex", "ethnicity", "nationality", "religion"} & set(FEATURES)
