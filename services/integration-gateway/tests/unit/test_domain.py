"""Consents, answers and payment codes: the rules of domain.md §7 that need nobody else."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from integration_gateway.domain.customers.subject import Consent, Subject
from integration_gateway.domain.payments.payment import (
    REFUSALS,
    SUCCESSES,
    UNCLEAR,
    PaymentOrder,
    PaymentState,
    attempt_of,
    order_id,
    state_of,
)
from integration_gateway.domain.providers.policy import Policies
from integration_gateway.domain.sources.answer import Answer, Collection
from integration_gateway.domain.sources.request import SourceRequest
from integration_gateway.use_cases.payments.schedule import Schedule
from loan_contracts.facts import BureauFacts, IdentityFacts
from loan_contracts.lending import PaymentDirection
from loan_contracts.values import Source, SourceStatus

AT = datetime(2026, 9, 1, 4, 0, tzinfo=UTC)
ID = UUID("018f6f5e-2b1c-7a00-8000-000000000001")
CONSENT = Consent(ID, Source.CREDIT_BUREAU, "02", AT - timedelta(days=1), AT + timedelta(days=1))
SUBJECT = Subject("990101199003078017", "张测试", "16400000000", "6209990000000000011", "91990101MA0DEM0051")


def test_a_consent_covers_its_source_purpose_and_time() -> None:
    assert CONSENT.covers(Source.CREDIT_BUREAU, "02", AT)


@pytest.mark.parametrize(
    ("source", "purpose", "at"),
    [
        (Source.COURT, "02", AT),
        (Source.CREDIT_BUREAU, "03", AT),
        (Source.CREDIT_BUREAU, "02", CONSENT.valid_from - timedelta(microseconds=1)),
        (Source.CREDIT_BUREAU, "02", AT + timedelta(days=1)),
    ],
)
def test_a_consent_covers_nothing_else(source: Source, purpose: str, at: datetime) -> None:
    assert not CONSENT.covers(source, purpose, at)


def test_a_consent_works_from_its_first_moment_and_until_it_is_withdrawn() -> None:
    assert CONSENT.covers(Source.CREDIT_BUREAU, "02", CONSENT.valid_from)
    withdrawn = replace(CONSENT, withdrawn_at=AT)
    assert withdrawn.covers(Source.CREDIT_BUREAU, "02", AT - timedelta(microseconds=1))
    assert not withdrawn.covers(Source.CREDIT_BUREAU, "02", AT)
    assert replace(CONSENT, valid_until=None).covers(Source.CREDIT_BUREAU, "02", AT + timedelta(days=9_999))


def test_only_an_active_consent_is_found_for_a_source() -> None:
    request = SourceRequest(ID, "A1", SUBJECT, {Source.CREDIT_BUREAU: CONSENT})
    assert request.consent_for(Source.CREDIT_BUREAU, AT) is CONSENT
    assert request.consent_for(Source.COURT, AT) is None
    assert replace(request, purpose_code="01").consent_for(Source.CREDIT_BUREAU, AT) is None


def test_nothing_of_a_person_is_shown() -> None:
    order = PaymentOrder(
        "DF1", PaymentDirection.PAY_OUT, 1, AT, "L1", SUBJECT.card or "", SUBJECT.name, "990101199003078017"
    )
    answer = Answer(Source.IDENTITY, SourceStatus.HIT, AT, raw="张测试".encode())
    shown = repr([SUBJECT, order, answer, SourceRequest(ID, "A1", SUBJECT, {})])
    for secret in ("990101199003078017", "张测试", "16400000000", "6209990000000000011", "91990101MA0DEM0051", "\\x"):
        assert secret not in shown


def a_bureau_answer(status: SourceStatus = SourceStatus.HIT) -> Answer[BureauFacts]:
    return Answer(Source.CREDIT_BUREAU, status, AT)


def test_a_credit_report_is_used_again_for_ten_days() -> None:
    answer, built_in = a_bureau_answer(), Policies({"credit_bureau": ["pboc"]}, {}, dict).of("credit_bureau")["pboc"]
    window = timedelta(hours=built_in.reuse_hours or 0)
    assert answer.reusable(AT, window)
    assert answer.reusable(AT + timedelta(days=10), window)
    assert not answer.reusable(AT + timedelta(days=10, microseconds=1), window)


def test_a_silent_bureau_and_other_sources_are_asked_anew() -> None:
    assert not a_bureau_answer(SourceStatus.MISS).reusable(AT, timedelta(days=10))
    assert not a_bureau_answer(SourceStatus.TIMEOUT).reusable(AT, timedelta(days=10))
    assert Policies({"court": ["courts"]}, {}, dict).of("court")["courts"].reuse_hours is None
    assert not replace(a_bureau_answer(), source=Source.COURT).reusable(AT, timedelta(0))


def test_a_collection_tells_facts_and_why_others_are_missing() -> None:
    facts = Collection(
        AT,
        {
            Source.IDENTITY: Answer(Source.IDENTITY, SourceStatus.HIT, AT, IdentityFacts(match="00")),
            Source.CREDIT_BUREAU: a_bureau_answer(SourceStatus.TIMEOUT),
            Source.COURT: Answer(Source.COURT, SourceStatus.MISS, AT),
        },
    ).facts()
    assert facts.identity == IdentityFacts(match="00")
    assert facts.credit_bureau is None
    assert facts.missing() == [Source.CREDIT_BUREAU, Source.COURT]  # a miss is not clean


@pytest.mark.parametrize(
    "code", ["01", "02", "03", "04", "05", "06", "12", "34", "42", "51", "60", "74", "90", "99", "", "0", "timeout"]
)
def test_a_code_that_is_not_final_leaves_a_payment_unknown(code: str) -> None:
    assert state_of(code) is PaymentState.UNKNOWN


@pytest.mark.parametrize("code", ["10", "11", "13", "30", "33", "61", "62", "63", "64", "65", "66", "71", "73"])
def test_refusals_of_the_handbook_are_final(code: str) -> None:
    assert state_of(code) is PaymentState.FAIL


@pytest.mark.parametrize("code", ["00", "A6"])
def test_success_is_00_or_with_a_defect_a6(code: str) -> None:
    assert state_of(code) is PaymentState.SUCCESS


def test_no_code_is_of_two_kinds() -> None:
    assert not (UNCLEAR & REFUSALS.keys() | UNCLEAR & SUCCESSES.keys() | REFUSALS.keys() & SUCCESSES.keys())
    assert {"01", "03", "04", "05", "12", "34", "60"} == UNCLEAR  # domain.md §7.8


def test_an_attempt_of_a_payment_has_one_order_number_that_fits_the_files_of_the_channel() -> None:
    number = order_id(ID, PaymentDirection.PAY_OUT)
    assert number == order_id(ID, PaymentDirection.PAY_OUT, 1)
    others = {
        order_id(ID, PaymentDirection.COLLECT),
        order_id(ID, PaymentDirection.PAY_OUT, 2),
        order_id(UUID(int=1), PaymentDirection.PAY_OUT),
    }
    assert number not in others and len(others) == 3
    for each in (number, order_id(UUID(int=2**128 - 1), PaymentDirection.REFUND, 999), *others):
        assert each.isalnum() and each.isascii()
        assert 8 <= len(each) <= 32  # column 12 of the reconciliation file


def test_an_attempt_is_of_a_whole_second() -> None:
    attempt = attempt_of(ID, PaymentDirection.PAY_OUT, 2, AT + timedelta(microseconds=999_999))
    assert (attempt.number, attempt.ordered_at) == (2, AT)


@pytest.mark.parametrize(
    ("elapsed_s", "wait_s"), [(0, 180), (179, 1), (180, 1), (180.5, 0.5), (181, 2), (243, 3_600), (99_999, 3_600)]
)
def test_queries_follow_the_schedule_of_the_channel(elapsed_s: float, wait_s: float) -> None:
    """Three minutes, then 1, 2, 4, 8, 16, 32 s after each other, then every hour."""
    schedule = Schedule((180, 1, 2, 4, 8, 16, 32, 3_600), timedelta(hours=36))
    assert schedule.next_wait_s(timedelta(seconds=elapsed_s)) == wait_s
    assert schedule.at_once() == ()


def test_only_short_pauses_are_waited_for_with_the_order_in_hand() -> None:
    assert Schedule((0, 0.2, 1, 1, 30), timedelta(1)).at_once() == (0, 0.2, 1)
    assert Schedule((0, 5, 1), timedelta(1)).at_once() == (0,)
