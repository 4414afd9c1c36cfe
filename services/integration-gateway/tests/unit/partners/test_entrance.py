"""Requests of partners are read as RFC 9421 says: a published vector, and what is no signature."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from http_message_signatures import InvalidSignature, algorithms

from integration_gateway.api.partners.entrance import SharedKey, Signed, Verifier, key_and_time
from integration_gateway.domain.partners.partner import within

BODY = b'{"application_id":"A1"}'
PARAMETERS = (
    'sig1=("@method" "@path" "content-digest");created=1764561600;keyid="partner-1";alg="hmac-sha256";nonce="n-1"'
)
HEADERS = {
    "Content-Digest": "sha-256=:mbeMlwDY8iR8o0AwbcNHio+HbzXTvwfWEBo+gnIRhnk=:",
    "Signature-Input": PARAMETERS,
    "Signature": "sig1=:Gvbyv0RM3vDSRzTXoWUdCPIwMgkU9r0pRLkS2Tr8/00=:",
}


def verified(secret: bytes = b"partner-secret-for-docs", method: str = "POST", **headers: str) -> Any:
    verifier = Verifier(signature_algorithm=algorithms.HMAC_SHA256, key_resolver=SharedKey(secret))
    message = Signed(method, "https://partners/partner/v1/applications", HEADERS | headers)
    return verifier.verify(message, max_age=None, body=BODY)


def test_the_vector_is_verified() -> None:
    [found] = verified()
    assert found.body == BODY and json.loads(found.body) == {"application_id": "A1"}
    assert key_and_time(PARAMETERS) == ("partner-1", datetime(2025, 12, 1, 4, 0, tzinfo=UTC), "n-1")


@pytest.mark.parametrize(
    "changed",
    [{"secret": b"another"}, {"method": "PUT"}, {"Content-Digest": "sha-256=:AAAA:"}, {"Signature": "sig1=:AAAA:"}],
)
def test_what_differs_from_the_vector_is_not(changed: Any) -> None:
    with pytest.raises(InvalidSignature):
        verified(**changed)


@pytest.mark.parametrize(
    "told",
    ["", "sig1", "sig1=()", 'sig1=("@method");created=1;keyid="a"', 'sig1=("@method");created="1";keyid="a";nonce="n"',
     PARAMETERS + ", " + PARAMETERS.replace("sig1", "sig2"), 'sig1=("@method");created=99999999999999;keyid="a";nonce="n"'],
)  # fmt: skip
def test_a_signature_names_key_time_and_nonce(told: str) -> None:
    with pytest.raises((ValueError, OverflowError, OSError)):
        key_and_time(told)


def test_addresses_are_those_of_the_networks() -> None:
    assert within("203.0.113.9", ["203.0.113.0/24"]) and within("2001:db8::1", ["2001:db8::/32"])
    assert not within("203.0.114.9", ["203.0.113.0/24"]) and not within("unix", ["0.0.0.0/0"]) and not within("::1", [])
