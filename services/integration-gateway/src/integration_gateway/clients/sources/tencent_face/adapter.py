"""Tencent's comparison of a photo with the one that the authorities have (ImageRecognitionV2) as a FaceCheck port."""

from base64 import b64encode
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Final, Protocol

from integration_gateway.clients.sources.amounts import decimal
from integration_gateway.clients.sources.source_line import Asked, Told
from integration_gateway.clients.tencent.envelope import Cloud
from integration_gateway.clients.wire import Json
from integration_gateway.domain.sources.answer import Answer, Likeness
from integration_gateway.domain.sources.request import SourceRequest
from loan_contracts.values import Source, SourceStatus

VERSION: Final = "tencent-face-1"
SAME_FROM: Final = Decimal(70)
"""The cloud's own line, which nobody can move: one stranger in ten thousand passes it."""

LARGEST_PHOTO: Final = 3 << 20  # as it is sent, in base64
_FAILED: Final = "FailedOperation."
_OTHERS: Final = frozenset({"CompareLowSimilarity", "LifePhotoDetectFake", "IdNameMisMatch"})
_NOT_ON_RECORD: Final = frozenset({"IdNoExistSystem", "IdPhotoNoExist"})
TELLING: Final = frozenset(f"{_FAILED}{each}" for each in _OTHERS | _NOT_ON_RECORD)
"""Errors that say something of the photo or its subject, wherever they stand in an answer."""

_NOT_TAKEN: Final[Mapping[bool, str]] = {True: "photo-too-large", False: "no-photo"}


class Photos(Protocol):
    """The photos that applicants have sent of themselves."""

    async def photo_of(self, application: str) -> bytes | None:
        """The newest one of an application; None where there is none. Raises CallFailed."""


class TencentFaceCheck:
    """Implements FaceCheck. The photo is asked for where the subject has consented, and is not kept."""

    def __init__(self, faceid: Cloud, photos: Photos) -> None:
        self._faceid, self._photos = faceid, photos
        self._asked = Asked(Source.FACE, VERSION)

    async def compare_face(self, request: SourceRequest, at: datetime) -> Answer[Likeness]:
        """One question; silence and nonsense are answers too."""
        return await self._asked.ask(request, at, lambda: self._ask(request))

    async def _ask(self, request: SourceRequest) -> Told[Likeness]:
        photo = await self._photos.photo_of(request.biz_no)
        image = b64encode(photo or b"").decode()
        if not 0 < len(image) <= LARGEST_PHOTO:
            return Told(status=SourceStatus.MISS, raw=b"null", code=_NOT_TAKEN[bool(image)])
        who = request.subject
        question = {"IdCard": who.identity_number, "Name": who.name, "ImageBase64": image}
        return await self._faceid.call("ImageRecognitionV2", question, _read, TELLING)


def _read(answer: Json, raw: bytes) -> Told[Likeness]:
    result = str(answer["Error"]["Code"] if "Error" in answer else answer["Result"])
    reason = result.removeprefix(_FAILED)
    compared = result == "Success" or reason in _OTHERS
    similarity = decimal(answer.get("Sim", 0)) if compared else Decimal(0)
    likeness = Likeness(similarity, result == "Success" and similarity >= SAME_FROM)
    missing = SourceStatus.MISS if reason in _NOT_ON_RECORD else SourceStatus.ERROR
    return Told(
        status=SourceStatus.HIT if compared else missing,
        facts=likeness if compared else None,
        code=f"sim{similarity}" if result == "Success" else f"result-{reason.lower()}"[:60],
        source_ref=str(answer["RequestId"]),
        charged=compared,
        raw=raw,
    )
