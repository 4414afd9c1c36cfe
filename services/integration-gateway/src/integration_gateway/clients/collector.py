"""All sources of one application at once, and many applications side by side."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from integration_gateway.domain.answer import Answer, Collection
from integration_gateway.domain.subject import SourceRequest
from integration_gateway.use_cases.ports import (
    BusinessRegistry,
    Courts,
    CreditBureau,
    IdentityCheck,
    SocialInsurance,
    Tax,
    Telecom,
)
from loan_contracts.values import Source

_Ask = Callable[[SourceRequest, datetime], Awaitable[Answer[Any]]]


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
        in_flight: int = 48,
    ) -> None:
        self._ask: dict[Source, _Ask] = {
            Source.IDENTITY: identity.check_identity,
            Source.TELECOM: telecom.check_mobile,
            Source.CREDIT_BUREAU: bureau.credit_report,
            Source.SOCIAL_INSURANCE: social_insurance.contributions,
            Source.TAX: tax.tax_standing,
            Source.COURT: courts.court_records,
            Source.REGISTRY: registry.registration,
        }
        self._in_flight = in_flight

    async def collect(self, request: SourceRequest, sources: Iterable[Source], at: datetime) -> Collection:
        """Asks all sources of one application at once and waits for the slowest; never raises for a source."""
        wanted = list(dict.fromkeys(sources))
        answers = await asyncio.gather(*(self._ask[source](request, at) for source in wanted))
        return Collection(at, dict(zip(wanted, answers, strict=True)))

    async def collect_many(
        self, requests: Sequence[tuple[SourceRequest, Sequence[Source]]], at: datetime
    ) -> list[Collection]:
        """The same for many applications, at most `in_flight` of them at once; answers in the order of requests."""
        collections: list[Collection | None] = [None] * len(requests)
        waiting = iter(enumerate(requests))

        async def work() -> None:
            for position, (request, sources) in waiting:
                collections[position] = await self.collect(request, sources, at)

        async with asyncio.TaskGroup() as group:
            for _ in range(min(self._in_flight, len(requests))):
                group.create_task(work())
        return [collection for collection in collections if collection is not None]
