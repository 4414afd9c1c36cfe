"""Consents: one source, one purpose, a time, and a withdrawal as easy as the grant (domain.md §7.9)."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from application_svc.domain.consents.consent import (
    Consent,
    ConsentForm,
    Evidence,
    EvidenceKind,
    Purpose,
    covering_consents,
    covers,
)
from loan_contracts.values import Source
from loan_servicekit.core import Conflict, Invalid

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
UNTIL = NOW + timedelta(days=90)
LONGEST = timedelta(days=180)
HASH = "ab" * 32
SIGNED = Evidence(EvidenceKind.ELECTRONIC_SIGNATURE, "ca:1", HASH)


def a_consent(
    source: Source = Source.CREDIT_BUREAU, form: ConsentForm = ConsentForm.WRITTEN, number: int = 1,
    until: datetime = UNTIL,
) -> Consent:  # fmt: skip
    return Consent.grant(UUID(int=number), UUID(int=9), source, Purpose.LOAN_APPROVAL, form, "2026-08", HASH, SIGNED, until,
                         LONGEST, NOW)  # fmt: skip


def holds(consent: Consent, at: datetime) -> bool:
    return covers(consent, Source.CREDIT_BUREAU, Purpose.LOAN_APPROVAL, at)


def test_a_consent_holds_from_its_grant_until_its_end() -> None:
    consent = a_consent()
    assert not holds(consent, NOW - timedelta(microseconds=1))
    assert holds(consent, NOW)
    assert holds(consent, UNTIL - timedelta(microseconds=1))
    assert not holds(consent, UNTIL)


def test_a_consent_covers_its_own_source_and_purpose_only() -> None:
    consent = a_consent()
    assert not covers(consent, Source.TAX, Purpose.LOAN_APPROVAL, NOW)
    assert not covers(consent, Source.CREDIT_BUREAU, Purpose.POST_LOAN, NOW)


def test_a_withdrawal_needs_nothing_but_the_wish_and_leaves_the_past_lawful() -> None:
    consent = a_consent()
    consent.withdraw(NOW + timedelta(days=1))
    assert holds(consent, NOW)
    assert not holds(consent, NOW + timedelta(days=1))
    with pytest.raises(Conflict, match="consent-already-withdrawn"):
        consent.withdraw(NOW + timedelta(days=2))


def test_a_withdrawal_is_recorded_and_a_grant_left_to_the_customer() -> None:
    consent = a_consent()
    assert consent.facts == []
    consent.withdraw(NOW)
    assert [(fact.key, fact.model_dump()["action"]) for fact in consent.facts] == [
        (str(UUID(int=9)), "withdraw_consent")]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "form", "enough"),
    [
        (Source.CREDIT_BUREAU, ConsentForm.WRITTEN, True),
        (Source.CREDIT_BUREAU, ConsentForm.SEPARATE, False),
        (Source.TELECOM, ConsentForm.WRITTEN, True),
        (Source.TELECOM, ConsentForm.SEPARATE, True),
        (Source.TELECOM, ConsentForm.GENERAL, False),
        (Source.COURT, ConsentForm.GENERAL, True),
    ],
)
def test_each_source_needs_its_form_or_a_stronger_one(source: Source, form: ConsentForm, enough: bool) -> None:
    if enough:
        assert a_consent(source, form).form is form
    else:
        with pytest.raises(Invalid, match="consent-form-insufficient"):
            a_consent(source, form)


def test_a_consent_that_has_ended_before_it_began_is_refused() -> None:
    with pytest.raises(Invalid, match="consent-period-invalid"):
        a_consent(until=NOW)


def test_every_source_without_a_consent_in_force_is_named() -> None:
    ended = a_consent(Source.TELECOM, ConsentForm.SEPARATE, 2)
    ended.withdraw(NOW)
    with pytest.raises(Invalid) as refusal:
        covering_consents(
            [Source.CREDIT_BUREAU, Source.TELECOM, Source.COURT], [a_consent(), ended], Purpose.LOAN_APPROVAL, NOW
        )
    assert refusal.value.code == "consent-missing"
    assert [error.pointer for error in refusal.value.errors] == ["/consents/TELECOM", "/consents/COURT"]


def test_the_consents_in_force_are_found_by_source() -> None:
    found = covering_consents([Source.CREDIT_BUREAU], [a_consent(number=5)], Purpose.LOAN_APPROVAL, NOW)
    assert found == {Source.CREDIT_BUREAU: UUID(int=5)}


def test_of_several_consents_in_force_the_longest_is_named() -> None:
    given = [a_consent(number=number, until=NOW + timedelta(days=days)) for number, days in ((1, 1), (2, 90), (3, 30))]
    assert covering_consents([Source.CREDIT_BUREAU], given, Purpose.LOAN_APPROVAL, NOW) == {
        Source.CREDIT_BUREAU: UUID(int=2)}  # fmt: skip


@pytest.mark.parametrize("days", [180.00001, 181, 26_000])
def test_a_consent_holds_no_longer_than_what_it_is_given_for_may(days: float) -> None:
    with pytest.raises(Invalid, match="consent-period-too-long"):
        a_consent(until=NOW + timedelta(days=days))
    assert a_consent(until=NOW + LONGEST).valid_until == NOW + LONGEST


@pytest.mark.parametrize(
    ("form", "evidence", "code"),
    [
        (ConsentForm.WRITTEN, None, "consent-evidence-missing"),
        (
            ConsentForm.WRITTEN,
            Evidence(EvidenceKind.ELECTRONIC_SIGNATURE, "ca:1", "cd" * 32),
            "consent-evidence-differs",
        ),
        (ConsentForm.WRITTEN, SIGNED, None),
        (ConsentForm.WRITTEN, Evidence(EvidenceKind.SCAN, None, "cd" * 32, UUID(int=4)), None),
    ],
)
def test_a_written_consent_is_shown_by_what_was_signed(
    form: ConsentForm, evidence: Evidence | None, code: str | None
) -> None:
    def grant() -> Consent:
        return Consent.grant(UUID(int=1), UUID(int=9), Source.CREDIT_BUREAU, Purpose.LOAN_APPROVAL, form, "2026-08", HASH,
                             evidence, None, LONGEST, NOW)  # fmt: skip

    if code is None:
        assert grant().evidence == evidence
    else:
        with pytest.raises(Invalid, match=code):
            grant()
