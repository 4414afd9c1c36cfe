"""UnionPay ACP 5.1.0 against vectors: one of them a genuine answer of the network's own test system."""

from base64 import b64decode
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from integration_gateway.clients.payments.unionpay.credentials import Keys
from integration_gateway.clients.payments.unionpay.envelope import (
    Trust,
    encrypted,
    form,
    parsed,
    posted,
    signed,
    signed_digest,
)
from integration_gateway.clients.payments.unionpay.messages import Merchant, Speaker, read_query
from integration_gateway.clients.payments.unionpay.settlement import read_day
from integration_gateway.clients.wire import BadSignature, WrongSubject
from integration_gateway.domain.payments.payment import PaymentOrder, PaymentState
from integration_gateway.domain.payments.settlement import SettledOrder
from loan_contracts.lending import PaymentDirection

VECTORS: dict[str, Any] = orjson.loads((Path(__file__).parents[1] / "vectors" / "unionpay.json").read_bytes())
REQUEST, ANSWER = VECTORS["unionpay_01_request"], VECTORS["unionpay_01_query_response"]
AT = datetime(2026, 11, 29, 2, 30, tzinfo=UTC)
TEST_HOLDER = "00040000:SIGN"


def private(pem: str) -> RSAPrivateKey:
    key = load_pem_private_key(pem.encode(), None)
    assert isinstance(key, RSAPrivateKey)
    return key


def trust(holder: str = TEST_HOLDER) -> Trust:
    return Trust([x509.load_pem_x509_certificate(ANSWER["root_cert_pem"].encode())], holder)


def us() -> Speaker:
    keys = Keys(private(REQUEST["private_key_pem"]), REQUEST["fields"]["certId"], trust())
    return Speaker(Merchant("777290058110048", "http://127.0.0.1:8080/acp/notify"), keys, AT)


def test_a_request_is_signed_byte_for_byte_as_the_vector_says() -> None:
    """PKCS #1 v1.5 is deterministic."""
    assert signed_digest(REQUEST["fields"]).decode() == REQUEST["sha256_hex"]
    told = signed(REQUEST["fields"], private(REQUEST["private_key_pem"]), REQUEST["fields"]["certId"])
    assert told["signature"] == REQUEST["signature"]
    assert posted(form(told)) == told


def test_an_answer_is_read_as_it_is_written_and_believed_for_its_chain() -> None:
    answer = parsed(ANSWER["wire_body"])
    assert {name: answer[name] for name in ANSWER["fields"]} == ANSWER["fields"]
    assert signed_digest(answer).decode() == ANSWER["sign_string_sha256_hex"]
    trust().require(answer, AT)


@pytest.mark.parametrize(
    "spoil",
    [
        {"origRespCode": "64"},
        {"signature": ""},
        {"signature": "AAAA"},
        {"signPubKeyCert": ""},
        {"signPubKeyCert": ANSWER["fields"]["signPubKeyCert"].replace("\r\n", "\n")},
    ],
)
def test_an_answer_that_was_altered_is_not_believed(spoil: dict[str, str]) -> None:
    with pytest.raises(BadSignature):
        trust().require(parsed(ANSWER["wire_body"]) | spoil, AT)


def test_an_answer_of_somebody_else_or_out_of_its_time_is_not_believed() -> None:
    answer = parsed(ANSWER["wire_body"])
    with pytest.raises(BadSignature):
        trust("中国银联股份有限公司").require(answer, AT)
    with pytest.raises(BadSignature):
        Trust([], TEST_HOLDER).require(answer, AT)
    known = trust()
    known.require(answer, AT)
    with pytest.raises(BadSignature):  # also where the certificate was believed before
        known.require(answer, datetime(2056, 1, 1, tzinfo=UTC))


def test_a_genuine_answer_of_the_test_system_has_the_signature_that_we_expect() -> None:
    """Its certificate ended in 2020: the key within it is all that is asked for here."""
    vector = VECTORS["unionpay_real_test_answer"]
    answer = parsed(vector["wire_text"])
    assert answer["respMsg"] == "查无此交易[2600000]"
    digest = signed_digest(answer)
    assert digest.decode() == vector["sign_string_sha256_hex"]
    key = x509.load_pem_x509_certificate(answer["signPubKeyCert"].encode()).public_key()
    assert isinstance(key, RSAPublicKey)
    key.verify(b64decode(answer["signature"]), digest, PKCS1v15(), SHA256())


def test_nested_fields_are_one_field() -> None:
    assert parsed("a=1&reserved={x=1&y=[2&3]}&b=c=d&=e&f") == {"a": "1", "reserved": "{x=1&y=[2&3]}", "b": "c=d"}


def test_what_is_encrypted_only_the_network_can_read() -> None:
    key = private(VECTORS["unionpay_encryption"]["enc_private_key_pem"])
    cipher = encrypted("6216261000000000018", key.public_key())
    assert key.decrypt(b64decode(cipher), PKCS1v15()) == b"6216261000000000018"


def an_order(**changes: Any) -> PaymentOrder:
    fields: dict[str, Any] = {
        "order_id": "DF20261129000001",
        "direction": PaymentDirection.PAY_OUT,
        "amount_minor": 100_000,
        "ordered_at": AT,
        "biz_no": "L1",
        "card": "6216261000000000018",
        "name": "张测试",
        "identity_number": "990101199003078017",
    }
    return PaymentOrder(**fields | changes)


def test_a_query_s_answer_is_about_its_order() -> None:
    result = read_query(ANSWER["wire_body"].encode(), an_order(), us())
    assert (result.state, result.code, result.channel_reference) == (
        PaymentState.SUCCESS,
        "00",
        "202611291030000000018",
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"order_id": "DF20261129000002"},
        {"amount_minor": 100_001},
        {"ordered_at": datetime(2026, 11, 29, 2, 30, 1, tzinfo=UTC)},
    ],
)
def test_an_answer_about_another_order_is_not_taken_for_this_one(changes: dict[str, Any]) -> None:
    with pytest.raises(WrongSubject):
        read_query(ANSWER["wire_body"].encode(), an_order(**changes), us())


def test_a_reconciliation_file_lists_what_was_settled() -> None:
    file = read_day(VECTORS["unionpay_zm_file"]["fileContent"])
    [line] = file.settled
    assert not file.returned
    assert line == SettledOrder("DF20261129000001", 100_000, "1129103000", "202611291030000000018", "12")


@pytest.mark.parametrize("content", ["", "AAAA", "not base64", "eJwDAAAAAAE="])
def test_what_is_no_reconciliation_file_is_malformed(content: str) -> None:
    with pytest.raises(ValueError):
        read_day(content)
