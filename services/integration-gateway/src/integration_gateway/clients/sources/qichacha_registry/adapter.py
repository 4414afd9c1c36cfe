"""企查查's copy of the business registry as a BusinessRegistry port."""

import asyncio
from datetime import datetime
from typing import Final

from integration_gateway.clients.qichacha.envelope import Found, Qichacha
from integration_gateway.clients.sources.registers import registration
from integration_gateway.clients.sources.source_line import Asked, Told, unknown_business
from integration_gateway.clients.wire import WrongSubject
from integration_gateway.domain.sources.answer import Answer
from integration_gateway.domain.sources.request import SourceRequest
from loan_contracts.facts import RegistryFacts
from loan_contracts.values import Source, SourceStatus
from loan_servicekit.core import business_day

VERSION: Final = "qichacha-registry-1"


class QichachaRegistry:
    """Implements BusinessRegistry."""

    def __init__(self, qichacha: Qichacha) -> None:
        self._qichacha, self._asked = qichacha, Asked(Source.REGISTRY, VERSION)

    async def registration(self, request: SourceRequest, at: datetime) -> Answer[RegistryFacts]:
        """Its registration, and whether it is on the registry's two lists; silence and nonsense are answers too."""
        return await self._asked.ask(request, at, lambda: self._ask(request, at))

    async def _ask(self, request: SourceRequest, at: datetime) -> Told[RegistryFacts]:
        code, row = request.subject.organisation_code, self._qichacha.row
        if code is None:
            return unknown_business()
        found = await self._qichacha.ask(row.details, keyword=code)
        if found.result is None:
            return Told(status=SourceStatus.MISS, raw=found.raw, code="status201", source_ref=found.number)
        abnormal, illegal = await asyncio.gather(
            self._qichacha.listed(row.abnormal, code), self._qichacha.listed(row.serious_illegal, code)
        )
        facts = _facts(found, code, at, bool(abnormal.items), bool(illegal.items))
        raw = b"[" + b",".join((found.raw, *abnormal.raw, *illegal.raw)) + b"]"
        return Told(SourceStatus.HIT, raw, facts, code="status200", source_ref=found.number, charged=True)


def _facts(found: Found, code: str, at: datetime, abnormal: bool, illegal: bool) -> RegistryFacts:
    assert found.result is not None
    if str(found.result["CreditCode"]).upper() != code.upper():
        raise WrongSubject("an answer about another organisation")
    state, founded = str(found.result["Status"]), str(found.result["StartDate"])[:10]
    return registration(state, founded, business_day(at), abnormal, illegal)
