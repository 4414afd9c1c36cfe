"""Webhooks are signed as Standard Webhooks says: its own example, and two signatures during a rotation."""

import base64
from datetime import timedelta

import pytest

from integration_gateway.clients.partners.endpoints import Addresses
from integration_gateway.domain.partners.webhook import GIVE_UP_AFTER, WAITS_S, signature, wait_s
from loan_servicekit.core import Invalid

SECRET, ID, AT = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3", "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W", 1_764_561_600
BODY = b'{"type":"loan.disbursed","data":{"application_id":"A1"}}'
SIGNED = "v1,PLlB6KoAhwSOW52M7x8mCykryRz0OMhG+0wnETzIaVY="


def test_the_published_example_is_signed_as_published() -> None:
    assert signature([SECRET], ID, AT, BODY) == SIGNED


def test_during_a_rotation_a_message_bears_a_signature_for_each_secret() -> None:
    other = "whsec_" + base64.b64encode(b"another key of 24 bytes!").decode()
    fresh, before = signature([other, SECRET], ID, AT, BODY).split(" ")
    assert before == SIGNED and fresh == signature([other], ID, AT, BODY) != SIGNED


def test_it_is_tried_for_three_days_ever_more_seldom() -> None:
    assert list(WAITS_S) == sorted(WAITS_S) and wait_s(0) == WAITS_S[0] and wait_s(99) == WAITS_S[-1]
    waits = [wait_s(tries) for tries in range(40)]
    within = next(number for number in range(40) if sum(waits[:number]) >= GIVE_UP_AFTER.total_seconds())
    assert timedelta(days=3) == GIVE_UP_AFTER and 15 <= within <= 40


@pytest.mark.parametrize(
    "url",
    ["http://partner.example/h", "https://127.0.0.1/h", "https://10.0.0.7/h", "https://[::1]/h", "https://[fd00::1]/h",
     "https://169.254.169.254/latest", "https://[::ffff:127.0.0.1]/h", "https://u:p@partner.example/h", "https://0.0.0.0/h",
     "https://100.64.0.1/h", "https:///h"],
)  # fmt: skip
def test_outside_development_only_public_addresses_over_tls_are_told(url: str) -> None:
    with pytest.raises(Invalid) as refused:
        Addresses(development=False).check(url)
    assert refused.value.code == "endpoint-not-allowed"


def test_a_name_may_be_told_and_is_looked_at_when_it_is_resolved() -> None:
    production = Addresses(development=False)
    production.check("https://partner.example/hooks")
    assert not production.allowed("192.168.1.1") and production.allowed("93.184.216.34")


@pytest.mark.parametrize(
    "url",
    ["https://a:99999/h", "https://a:x/h", "https://[::1/h", "https://a|b)\\w2/h", "https://..../h", "https://a..b/h",
     f"https://{'a' * 64}.example/h", "https://xn--/h"],
)  # fmt: skip
def test_in_development_too_an_endpoint_is_an_address_that_can_be_asked_for(url: str) -> None:
    with pytest.raises(Invalid) as refused:
        Addresses(development=True).check(url)
    assert refused.value.code == "endpoint-not-allowed"
