"""All sources of one application at once."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime

from integration_gateway.domain.sources.answer import Answer, Collection
from integration_gateway.domain.sources.request import SourceRequest
from integration_gateway.use_cases.sources.ports import (
    BusinessRegistry,
    Courts,
    CreditBureau,
    FaceCheck,
    IdentityCheck,
    SocialInsurance,
    Tax,
    Telecom,
)
from loan_contracts.values import Source

_Ask = Callable[[SourceRequest, datetime], Awaitable[Answer[object]]]


class SourceCollector:
    """Implements OutsideData over one port a source."""

    def __init__(
        self,
        *,
        identity: IdentityCheck,
        telecom: Telecom,
        bureau: CreditBureau,
        social_insurance: SocialInsurance,
        tax: Tax,
        courts: Courts,
        registry: BusinessRegistry,
        face: FaceCheck,
    ) -> None:
        self._ask: dict[Source, _Ask] = {
            Source.IDENTITY: identity.check_identity,
            Source.TELECOM: telecom.check_mobile,
            Source.CREDIT_BUREAU: bureau.credit_report,
            Source.SOCIAL_INSURANCE: social_insurance.contributions,
            Source.TAX: tax.tax_standing,
            Source.COURT: courts.court_records,
            Source.REGISTRY: registry.registration,
            Source.FACE: face.compare_face,
        }

    async def collect(self, request: SourceRequest, sources: Iterable[Source], at: datetime) -> Collection:
        """Asks all sources of one application at once and waits for the slowest; never raises for a source."""
        wanted = list(dict.fromkeys(sources))
        answers = await asyncio.gather(*(self._ask[source](request, at) for source in wanted))
        return Collection(at, dict(zip(wanted, answers, strict=True)))
