"""Signing steps of vendors against vectors, and how what they write is read."""

import hashlib
from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

import pytest

from integration_gateway.clients.qichacha.envelope import ProviderError, QichachaKeys, read, token
from integration_gateway.clients.signatures.esign.envelope import EsignKeys, digest, is_theirs, signed
from integration_gateway.clients.sources.pboc.xml import units_of
from integration_gateway.clients.sources.registers import fen_told
from integration_gateway.clients.sources.tencent_face.adapter import SAME_FROM
from integration_gateway.clients.sources.vendor_courts.persons import VendorKeys, sign
from integration_gateway.domain.signatures.signing import signing_id
from integration_gateway.domain.sources.answer import Answer, Collection, Likeness
from loan_contracts.facts import IdentityFacts
from loan_contracts.values import Source, SourceStatus

AT = datetime(2025, 12, 1, 4, 0, tzinfo=UTC)
ESIGN = EsignKeys("7400000000", "dummysecret-for-docs")
BODY = (
    '{"docs":[{"fileId":"f1","fileName":"a.pdf"}],"signFlowConfig":{"signFlowTitle":"借款合同","autoFinish":true}}'
).encode()
CALL = b'{"action":"SIGN_FLOW_COMPLETE","signFlowId":"38fe9cd1","signFlowStatus":"2"}'
CALLED = {
    "x-tsign-open-timestamp": "1764561600000",
    "x-tsign-open-signature": "8cc55e10cb979730293bbb2cdc507452cbc475fb4d8e07261dfd26586df44167",
}
QUERY = {"orderNo": "001", "belong": "loan"}


def test_a_request_to_esign_is_signed_as_its_documents_say() -> None:
    assert digest(BODY) == "ec8rrMFBv3c7iiH9n3hHYA=="
    headers = signed("POST", "/v3/sign-flow/create-by-file", BODY, ESIGN, AT)
    assert headers["X-Tsign-Open-Ca-Signature"] == "U1HiBO7cT6tZ5pmkLW5A6LHn9UDPzqsWB7aPxnqsFx0="
    assert "dummysecret" not in repr(ESIGN) + str(headers)


@pytest.mark.parametrize(
    ("headers", "query", "body", "minutes", "theirs"),
    [
        ({}, QUERY, CALL, 0, True),
        ({}, QUERY, CALL, 20, False),  # an old one, sent again by somebody
        ({}, {}, CALL, 0, False),
        ({}, QUERY, CALL + b" ", 0, False),
        ({"x-tsign-open-signature": "0" * 64}, QUERY, CALL, 0, False),
        ({"x-tsign-open-timestamp": "soon"}, QUERY, CALL, 0, False),
        ({"x-tsign-open-signature": "签"}, QUERY, CALL, 0, False),
    ],
)
def test_a_call_of_esign_is_believed_for_its_signature(
    headers: dict[str, str], query: dict[str, str], body: bytes, minutes: int, theirs: bool
) -> None:
    at = datetime.fromtimestamp(1_764_561_600 + 60 * minutes, UTC)
    assert is_theirs(CALLED | headers, query, body, ESIGN, at) is theirs


def test_a_token_of_qichacha() -> None:
    keys = QichachaKeys("AppKeyForDocs", "SecretForDocs")
    assert token(keys, "1764561600") == "BDCE12A75F1CB8F8F48AAFEBE5F298DA"
    assert "SecretForDocs" not in repr(keys)
    with pytest.raises(ProviderError) as refused:
        read(b'{"Status":"102","Message":"no"}')
    assert refused.value.code == "qichacha-102"


def test_the_sign_of_the_vendor_of_persons() -> None:
    keys = VendorKeys("app", "secret")
    assert sign(keys, "1764561600000") == hashlib.sha256(b"appsecret1764561600000").hexdigest()


@pytest.mark.parametrize(
    ("told", "minor"),
    [
        ("1000万元", 1_000_000_000),
        ("1,000.50元", 100_050),
        (86_500, 8_650_000),
        ("0.5亿", 5_000_000_000),
        ("12", 1_200),
    ],
)
def test_amounts_as_vendors_tell_them(told: object, minor: int) -> None:
    assert fen_told(told) == minor


@pytest.mark.parametrize("told", ["", "若干", "-5元", "1000万美元", None])
def test_what_is_no_amount(told: object) -> None:
    with pytest.raises(ValueError):
        fen_told(told)


def test_units_of_a_document() -> None:
    written = "<r><a>张</a><b><c>1</c></b><b><c>2</c></b><d/></r>"
    units = {"a": "张", "b": [{"c": "1"}, {"c": "2"}], "d": ""}
    assert units_of(written.encode()) == units
    declared = f'<?xml version="1.0" encoding="GBK"?>{written}'
    assert units_of(declared.encode("gbk")) == units
    assert units_of(declared.encode()) == units  # read from GBK already, as its header said


@pytest.mark.parametrize(
    "written",
    [
        b"<r>",
        b"text",
        b"<r>only text</r>",
        b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r><a>&x;</a></r>',
        b'<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><r><a>&b;</a></r>',
    ],
)
def test_what_is_no_report(written: bytes) -> None:
    with pytest.raises(ValueError):
        units_of(written)


@pytest.mark.parametrize(
    ("match", "similarity", "seen", "told"),
    [
        ("00", "91.3", True, "00"),
        ("00", "41.7", True, "03"),
        ("01", "41.7", True, "01"),  # it was nobody's before
        ("00", "41.7", False, "00"),  # nobody has compared it: its own status says so
    ],
)
def test_a_photo_of_somebody_else_is_the_identity_s(match: str, similarity: str, seen: bool, told: str) -> None:
    likeness = Likeness(Decimal(similarity), Decimal(similarity) >= SAME_FROM) if seen else None
    status = SourceStatus.HIT if seen else SourceStatus.MISS
    answers: dict[Source, Answer[object]] = {
        Source.IDENTITY: Answer(Source.IDENTITY, SourceStatus.HIT, AT, IdentityFacts(match=match)),
        Source.FACE: Answer(Source.FACE, status, AT, likeness),
    }
    facts = Collection(AT, answers).facts()
    assert facts.identity is not None and facts.identity.match == told
    assert facts.statuses[Source.FACE] is status


def test_an_offer_is_signed_once_and_another_one_anew() -> None:
    application = UUID(int=1)
    assert signing_id(application, "a") == signing_id(application, "a") != signing_id(application, "b")
