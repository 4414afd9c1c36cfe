"""Tencent's identity check (IdCardVerification) as an IdentityCheck port: do name and number belong together?"""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from integration_gateway.clients.sources.source_line import Asked, Told
from integration_gateway.clients.tencent.envelope import Cloud
from integration_gateway.clients.wire import Json
from integration_gateway.domain.sources.answer import Answer
from integration_gateway.domain.sources.request import SourceRequest
from loan_contracts.facts import IdentityFacts
from loan_contracts.values import Source, SourceStatus

VERSION: Final = "tencent-identity-1"
_MATCHES: Final[Mapping[str, str]] = {"0": "00", "-1": "01", "-5": "02"}
"""Match, name and number differ, no such number (domain.md §7.2). Every other result is the provider's own trouble."""

_CHARGED: Final = frozenset({"0", "-1"})


class TencentIdentityCheck:
    """Implements IdentityCheck."""

    def __init__(self, faceid: Cloud) -> None:
        self._faceid, self._asked = faceid, Asked(Source.IDENTITY, VERSION)

    async def check_identity(self, request: SourceRequest, at: datetime) -> Answer[IdentityFacts]:
        """One question; silence and nonsense are answers too."""
        who = request.subject
        question = {"IdCard": who.identity_number, "Name": who.name}
        return await self._asked.ask(request, at, lambda: self._faceid.call("IdCardVerification", question, _read))


def _read(answer: Json, raw: bytes) -> Told[IdentityFacts]:
    result = answer["Result"]
    match = _MATCHES.get(result)
    return Told(
        status=SourceStatus.ERROR if match is None else SourceStatus.HIT,
        facts=None if match is None else IdentityFacts(match=match, deceased=False),
        code=f"result{result}",
        source_ref=str(answer["RequestId"]),
        charged=result in _CHARGED,
        raw=raw,
    )
