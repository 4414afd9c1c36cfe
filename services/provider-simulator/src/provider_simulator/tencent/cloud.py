"""The cloud: identity, mobile numbers, bank cards (faceid) and text messages (sms)."""

from base64 import b64decode
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from uuid import uuid4

import orjson

from loan_contracts.values import Source, SourceStatus
from provider_simulator.faults import Fault
from provider_simulator.payments import Script, passes_luhn
from provider_simulator.profiles import Profile
from provider_simulator.replies import Refused, Reply, Silence
from provider_simulator.tencent.envelope import Account, refusal
from provider_simulator.tencent.invoices import Invoices
from provider_simulator.tencent.texts import Texts

FACEID, SMS, OCR = "2018-03-01", "2021-01-11", "2018-11-19"
ACTIONS = {
    "IdCardVerification": (FACEID, ("IdCard", "Name")),
    "PhoneVerification": (FACEID, ("IdCard", "Name", "Phone")),
    "MobileNetworkTimeVerification": (FACEID, ("Mobile",)),
    "MobileStatus": (FACEID, ("Mobile",)),
    "BankCard4EVerification": (FACEID, ("Name", "BankCard", "Phone", "IdCard")),
    "ImageRecognitionV2": (FACEID, ("IdCard", "Name", "ImageBase64")),
    "VatInvoiceVerifyNew": (OCR, ("InvoiceNo", "InvoiceDate")),
    "SendSms": (SMS, ("PhoneNumberSet", "SmsSdkAppId", "TemplateId", "SignName")),
    "PullSmsSendStatusByPhoneNumber": (SMS, ("SmsSdkAppId", "PhoneNumber", "BeginTime", "Offset", "Limit")),
}
_IDENTITY = {"00": "0", "01": "-1", "02": "-5", "03": "-1"}
_FACTORS = {"1": "0", "2": "-4", "3": "-9"}
_RANGES = {"0-3": "[0,3)", "3-6": "[3,6)", "6-12": "[6,12)", "12-24": "[12,24)", "24+": "[24,+)"}
_WELL, _NOBODY, _NO_NUMBER, _BUSY = "0", "-5", "-2", "-4"
_CHINA = "+86"
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
_SILENT = {SourceStatus.ERROR, SourceStatus.TIMEOUT}


class _Error(Exception):
    """The call is answered with an error."""


class Cloud:
    """All of it. `profile_of` knows a person by identity number, `owner_of` the one whose mobile number it is."""

    def __init__(
        self,
        account: Account,
        clock: Callable[[], datetime],
        profile_of: Callable[[str], Profile | None],
        texts: Texts,
        scripts: Callable[[], list[Script]],
    ) -> None:
        self._account, self._clock, self._profile_of, self._texts = account, clock, profile_of, texts
        self._scripts = scripts
        self.invoices = Invoices()
        self._numbers: dict[str, str] = {}  # whose mobile number: as the last question about both said

    def answer(self, headers: Mapping[str, str], body: bytes, fault: Fault | None) -> Reply:
        """The answer to a call. Its content type is bare: the cloud's own clients look no further than that."""
        try:
            told = self._said(headers, body, fault)
        except _Error as error:
            told = {"Error": {"Code": str(error), "Message": "refused"}}
        return Reply(200, orjson.dumps({"Response": told | {"RequestId": str(uuid4())}}))

    def _said(self, headers: Mapping[str, str], body: bytes, fault: Fault | None) -> dict[str, Any]:
        if code := refusal(headers, body, self._account, self._clock()):
            raise _Error(code)
        if fault is not None and fault.error:
            raise _Error(fault.error)
        action = headers.get("x-tc-action", "")
        version, needed = ACTIONS.get(action, ("", ()))
        if version != headers.get("x-tc-version"):
            raise _Error("InvalidAction")
        try:
            question = orjson.loads(body)
        except orjson.JSONDecodeError:
            raise _Error("InvalidParameter") from None
        if not isinstance(question, dict) or any(name not in question for name in needed):
            raise _Error("MissingParameter")
        match action:
            case "IdCardVerification":
                return _result(self._identity(question))
            case "PhoneVerification":
                return self._phone(question)
            case "MobileNetworkTimeVerification":
                return self._time(question)
            case "MobileStatus":
                return self._status(question)
            case "BankCard4EVerification":
                return _result(self._card(question))
            case "ImageRecognitionV2":
                return self._face(question)
            case "VatInvoiceVerifyNew":
                return self._invoice(question)
            case "SendSms":
                return self._sent(question)
            case _:
                return {"PullSmsSendStatusSet": self._texts.sent_to(str(question["PhoneNumber"]).removeprefix(_CHINA))}

    def _person(self, source: Source, number: str) -> Profile | None:
        """Somebody as a source knows him. Where it fails for him, so does the call."""
        profile = self._profile_of(number)
        status = profile.facts.statuses.get(source, SourceStatus.MISS) if profile else SourceStatus.MISS
        if status is SourceStatus.TIMEOUT:
            raise Silence
        if status is SourceStatus.ERROR:
            raise Refused(500, "fault of this person")
        if status is SourceStatus.REJECTED:
            raise _Error("UnauthorizedOperation")
        return profile if status is SourceStatus.HIT else None

    def _identity(self, question: Mapping[str, Any]) -> str:
        profile = self._person(Source.IDENTITY, question["IdCard"])
        if profile is None or profile.facts.identity is None:
            return _NOBODY
        if _differs(profile, question["Name"]) and Source.IDENTITY not in profile.overridden:
            return "-1"
        # Who is dead has no number any more.
        return _NOBODY if profile.facts.identity.deceased else _IDENTITY[profile.facts.identity.match]

    def _phone(self, question: Mapping[str, Any]) -> dict[str, Any]:
        profile = self._person(Source.TELECOM, question["IdCard"])
        if profile is None or profile.facts.telecom is None:
            return _result(_FACTORS["3"])
        self._numbers[question["Phone"]] = question["IdCard"]
        odd = _differs(profile, question["Name"]) or profile.mobile != question["Phone"]
        if odd and Source.TELECOM not in profile.overridden:
            return _result(_FACTORS["2"])
        return _result(_FACTORS[profile.facts.telecom.three_factor]) | {"Isp": "移动"}

    def _telecom(self, mobile: str) -> Profile | None:
        number = self._numbers.get(mobile)
        return self._profile_of(number) if number else None

    def _time(self, question: Mapping[str, Any]) -> dict[str, Any]:
        profile = self._telecom(question["Mobile"])
        if profile is None or profile.facts.telecom is None:
            return _result(_NO_NUMBER) | {"Range": ""}
        return _result(_WELL) | {"Range": _RANGES[profile.facts.telecom.online_months_band]}

    def _status(self, question: Mapping[str, Any]) -> dict[str, Any]:
        profile = self._telecom(question["Mobile"])
        if profile is None or profile.facts.telecom is None:
            return _result("-1") | {"StatusCode": 99}
        return _result(_WELL) | {"StatusCode": 0 if profile.facts.telecom.in_service else 1}

    def _card(self, question: Mapping[str, Any]) -> str:
        """Whether the elements of a card belong together; a script for the card makes it none that can be used."""
        if not passes_luhn(str(question["BankCard"])):
            return "-9"
        if any(each.card == question["BankCard"] for each in self._scripts()):
            return "-1"
        profile = self._profile_of(str(question["IdCard"]))
        return "-1" if profile is None or _differs(profile, question["Name"]) else _WELL

    def _face(self, question: Mapping[str, Any]) -> dict[str, Any]:
        """How far a photo is like the owner of a number. Whose photo differs for the identity check, differs here."""
        image, profile = _image(question["ImageBase64"]), self._profile_of(question["IdCard"])
        if profile is not None and profile.facts.statuses.get(Source.FACE) in _SILENT:
            self._person(Source.FACE, question["IdCard"])
        if not image.startswith(_PICTURES):
            return _compared("FailedOperation.LifePhotoDetectNoFaces", 0)
        if profile is None or profile.facts.identity is None or profile.facts.identity.match == "02":
            return _compared("FailedOperation.IdNoExistSystem", 0)
        if _differs(profile, question["Name"]) or profile.facts.identity.match == "01":
            return _compared("FailedOperation.IdNameMisMatch", 0)
        return _compared("Success", 41.7 if profile.facts.identity.match == "03" else 91.3)

    def _invoice(self, question: dict[str, Any]) -> dict[str, Any]:
        code, found = self.invoices.told(question, self._clock().date())
        if code:
            raise _Error(code)
        return {"Invoice": found}

    def _sent(self, question: Mapping[str, Any]) -> dict[str, Any]:
        numbers, mark = question["PhoneNumberSet"], str(question.get("SessionContext", ""))
        if not 0 < len(numbers) <= 200 or len(mark) >= 512:
            raise _Error("InvalidParameterValue")
        template = str(question["TemplateId"])
        said = [str(each) for each in question.get("TemplateParamSet", ())]
        return {"SendStatusSet": [self._texts.send(str(number), template, mark, said) for number in numbers]}


def _image(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except ValueError:
        raise _Error("FailedOperation.ImageDecodeFailed") from None


def _compared(result: str, similarity: float) -> dict[str, Any]:
    return {
        "Sim": similarity,
        "Result": result,
        "Description": "成功" if result == "Success" else "未通过",
        "Extra": "",
    }


def _differs(profile: Profile, name: str) -> bool:
    return profile.name is not None and profile.name != name


def _result(code: str) -> dict[str, Any]:
    return {"Result": code, "Description": "认证通过" if code == _WELL else "认证未通过"}
