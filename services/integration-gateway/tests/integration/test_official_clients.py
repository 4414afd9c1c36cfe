"""The providers' own clients against the simulator: that it speaks their protocol is not for our adapters alone to say."""

import asyncio
from base64 import b64encode
from datetime import date
from typing import Any

import pytest
from outside_world import FIRST_STORY_ROW, JPEG, Outside, a_request
from tencentcloud.common.credential import Credential
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException
from tencentcloud.common.profile.client_profile import ClientProfile
from tencentcloud.common.profile.http_profile import HttpProfile
from tencentcloud.faceid.v20180301 import models as faceid
from tencentcloud.faceid.v20180301.faceid_client import FaceidClient
from tencentcloud.sms.v20210111 import models as sms
from tencentcloud.sms.v20210111.sms_client import SmsClient

from loan_datasets import people

ROW = FIRST_STORY_ROW + 4_000


def account(outside: Outside, secret: str = "") -> tuple[Credential, str, ClientProfile]:
    """What a client of the cloud is made of; only its endpoint is another."""
    folder = outside.credentials / "gateway/tencent"
    credential = Credential((folder / "secret_id").read_text(), secret or (folder / "secret_key").read_text())
    address = outside.url.removeprefix("http://")
    return credential, "ap-guangzhou", ClientProfile(httpProfile=HttpProfile(protocol="http", endpoint=address))


def asked(request: Any, **fields: Any) -> Any:
    """A question of the client's own model."""
    for name, value in fields.items():
        setattr(request, name, value)
    return request


async def test_the_cloud_s_own_client_gets_its_answers(outside: Outside) -> None:
    who, client = a_request(ROW).subject, FaceidClient(*account(outside))
    identity = asked(faceid.IdCardVerificationRequest(), IdCard=who.identity_number, Name=who.name)
    assert (await asyncio.to_thread(client.IdCardVerification, identity)).Result == "0"
    phone = asked(
        faceid.PhoneVerificationRequest(), IdCard=who.identity_number, Name=who.name, Phone=who.mobile, VerifyMode="1"
    )
    assert (await asyncio.to_thread(client.PhoneVerification, phone)).Result == "0"
    time = asked(faceid.MobileNetworkTimeVerificationRequest(), Mobile=who.mobile)
    told = await asyncio.to_thread(client.MobileNetworkTimeVerification, time)
    assert (told.Result, told.Range) == ("0", "[24,+)")
    state = await asyncio.to_thread(client.MobileStatus, asked(faceid.MobileStatusRequest(), Mobile=who.mobile))
    assert (state.Result, state.StatusCode) == ("0", 0)
    card = asked(
        faceid.BankCard4EVerificationRequest(),
        IdCard=who.identity_number, Name=who.name, Phone=who.mobile, BankCard=who.card,
    )  # fmt: skip
    assert (await asyncio.to_thread(client.BankCard4EVerification, card)).Result == "0"


async def test_the_cloud_s_own_client_has_a_face_compared(outside: Outside) -> None:
    who, client = a_request(ROW).subject, FaceidClient(*account(outside))
    face = asked(
        faceid.ImageRecognitionV2Request(),
        IdCard=who.identity_number, Name=who.name, ImageBase64=b64encode(JPEG).decode(),
    )  # fmt: skip
    told = await asyncio.to_thread(client.ImageRecognitionV2, face)
    assert (told.Result, told.Sim) == ("Success", 91.3)


async def test_the_cloud_s_own_client_understands_a_refusal(outside: Outside) -> None:
    identity = asked(faceid.IdCardVerificationRequest(), IdCard="990101199003078017", Name="张测试")
    with pytest.raises(TencentCloudSDKException) as refused:
        await asyncio.to_thread(FaceidClient(*account(outside, "of somebody else")).IdCardVerification, identity)
    assert refused.value.get_code() == "AuthFailure.SignatureFailure"


async def test_the_cloud_s_own_client_sends_a_text(outside: Outside) -> None:
    someone = people.person(ROW, on=date(2026, 9, 1))
    text = asked(
        sms.SendSmsRequest(),
        PhoneNumberSet=[f"+86{someone.mobile}", "+8612345"], SmsSdkAppId="1400000001", TemplateId="1004", SignName="信流",
        TemplateParamSet=["L1"], SessionContext="by the official client",
    )  # fmt: skip
    sent = await asyncio.to_thread(SmsClient(*account(outside)).SendSms, text)
    assert [each.Code for each in sent.SendStatusSet] == ["Ok", "InvalidParameterValue.IncorrectPhoneNumber"]
