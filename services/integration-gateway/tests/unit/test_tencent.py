"""Tencent Cloud API 3.0: signatures by vector, and what its answers mean."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import orjson
import pytest

from integration_gateway.clients.notifications.tencent_sms.adapter import MOST_AT_ONCE, grouped
from integration_gateway.clients.tencent.envelope import ProviderError, Service, TencentKeys, response_of, signed
from integration_gateway.domain.notifications.notice import Channel, Notice

VECTOR: dict[str, Any] = orjson.loads((Path(__file__).parents[1] / "vectors" / "tencent.json").read_bytes())
KEYS = TencentKeys(VECTOR["secretId"], VECTOR["secretKey"])
AT = datetime.fromtimestamp(VECTOR["timestamp"], UTC)


def test_a_call_is_signed_as_the_vector_says() -> None:
    service = Service("faceid", "2018-03-01", "https://faceid.tencentcloudapi.com/")
    headers = signed(service, "IdCardVerification", VECTOR["body"].encode(), KEYS, AT)
    assert headers["Authorization"].endswith(f"Signature={VECTOR['signature']}")
    assert headers["Authorization"].startswith(f"TC3-HMAC-SHA256 Credential={VECTOR['secretId']}/2025-12-01/faceid/")
    assert (headers["Host"], headers["X-TC-Timestamp"]) == ("faceid.tencentcloudapi.com", str(VECTOR["timestamp"]))
    assert VECTOR["secretKey"] not in str(headers) and VECTOR["secretKey"] not in repr(KEYS)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://faceid.tencentcloudapi.com/", "faceid.tencentcloudapi.com"),
        ("https://faceid.tencentcloudapi.com:443/", "faceid.tencentcloudapi.com"),
        ("http://127.0.0.1:18008/", "127.0.0.1:18008"),
    ],
)
def test_the_port_is_signed_where_it_is_sent(url: str, host: str) -> None:
    assert Service("faceid", "2018-03-01", url).host == host


def test_an_error_of_the_cloud_is_named_in_our_spelling() -> None:
    with pytest.raises(ProviderError) as refused:
        response_of(b'{"Response":{"Error":{"Code":"AuthFailure.SignatureExpire","Message":""},"RequestId":"r"}}')
    assert refused.value.code == "tencent-authfailure-signatureexpire"


def a_notice(number: int, recipient: str, **parameters: str) -> Notice:
    return Notice(UUID(int=number), Channel.SMS, recipient, "loan-disbursed", parameters)


def test_who_is_told_the_same_is_told_in_one_call_and_nobody_twice_in_one() -> None:
    same = [a_notice(n, f"164{n:08d}", loan_no="L1") for n in range(MOST_AT_ONCE + 1)]
    again, other = a_notice(90, same[0].recipient, loan_no="L1"), a_notice(91, same[0].recipient, loan_no="L2")
    groups = grouped([*same, again, other])
    assert [len(group) for group in groups] == [MOST_AT_ONCE, 2, 1]
    for group in groups:
        assert len({each.recipient for each in group}) == len(group)
        assert len(",".join(each.notice_id.hex for each in group)) < 512
