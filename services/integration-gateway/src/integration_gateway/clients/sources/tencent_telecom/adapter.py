"""Tencent's checks of a mobile number as a Telecom port: whose it is, for how long, and whether it is in service."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from integration_gateway.clients.sources.source_line import Asked, Told
from integration_gateway.clients.tencent.envelope import Cloud
from integration_gateway.clients.wire import Json
from integration_gateway.domain.sources.answer import Answer
from integration_gateway.domain.sources.request import SourceRequest
from loan_contracts.facts import TelecomFacts
from loan_contracts.values import Source, SourceStatus

VERSION: Final = "tencent-telecom-1"
_FACTORS: Final[Mapping[str, str]] = {"0": "1", "-4": "2", "-9": "3"}  # match, mismatch, no record (domain.md §7.3)
_CHARGED: Final = frozenset({"0", "-4"})
_IN_SERVICE: Final[Mapping[int, bool]] = {0: True, 1: False, 2: False, 4: False, 5: False}  # 99 is not known
_YOUNGEST, _WELL, _MATCH = "0-3", "0", "1"
_BANDS: Final = ((24, "24+"), (12, "12-24"), (6, "6-12"), (3, "3-6"), (0, _YOUNGEST))


class TencentTelecom:
    """Implements Telecom."""

    def __init__(self, faceid: Cloud) -> None:
        self._faceid, self._asked = faceid, Asked(Source.TELECOM, VERSION)

    async def check_mobile(self, request: SourceRequest, at: datetime) -> Answer[TelecomFacts]:
        """Whose number it is, and only where it is his what is known of it: each answer is charged. Silence and
        nonsense are answers too."""
        return await self._asked.ask(request, at, lambda: self._ask(request))

    async def _ask(self, request: SourceRequest) -> Told[TelecomFacts]:
        who = request.subject
        owner = {"IdCard": who.identity_number, "Name": who.name, "Phone": who.mobile}
        number = {"Mobile": who.mobile}
        told = await self._faceid.call("PhoneVerification", owner, _of_owner)
        if told.facts is None or told.facts.three_factor != _MATCH:
            return told
        (band, raw_time), (in_service, raw_state) = await asyncio.gather(
            self._faceid.call("MobileNetworkTimeVerification", number, lambda answer, text: (_band(answer), text)),
            self._faceid.call("MobileStatus", number, lambda answer, text: (_in_service(answer), text)),
        )
        told = replace(told, raw=b"[" + b",".join((told.raw, raw_time, raw_state)) + b"]")
        if band is None or in_service is None:
            return replace(told, status=SourceStatus.ERROR, facts=None, code="state-unknown")
        return replace(told, facts=TelecomFacts(three_factor=_MATCH, online_months_band=band, in_service=in_service))


def _of_owner(answer: Json, raw: bytes) -> Told[TelecomFacts]:
    """Whose number it is. Where it is another's, what is known about the number is not the applicant's."""
    result = answer["Result"]
    factor = _FACTORS.get(result)
    facts = None if factor is None else TelecomFacts(three_factor=factor, online_months_band=_YOUNGEST, in_service=True)
    return Told(
        status=SourceStatus.ERROR if facts is None else SourceStatus.HIT,
        facts=facts,
        code=f"result{result}",
        source_ref=str(answer["RequestId"]),
        charged=result in _CHARGED,
        raw=raw,
    )


def _band(answer: Json) -> str | None:
    """How long the number is in use, as one of our bands; None where nobody knows. `[12,24)`, `[24,+)`."""
    if answer["Result"] != _WELL:
        return None
    months = int(answer["Range"].lstrip("[(").partition(",")[0])
    return next(band for least, band in _BANDS if months >= least)


def _in_service(answer: Json) -> bool | None:
    return _IN_SERVICE.get(int(answer["StatusCode"])) if answer["Result"] == _WELL else None
