"""All sources of one application at once, each by its route; equal questions that are under way are asked once."""

import asyncio
from collections.abc import Coroutine, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import TypeAlias

from integration_gateway.clients.routing.route import Route
from integration_gateway.domain.providers.policy import Policies
from integration_gateway.domain.sources.answer import Access, Answer, Collection
from integration_gateway.domain.sources.request import SourceRequest
from integration_gateway.use_cases.providers.ledger import REUSED, Ledger
from loan_contracts.values import Source

Equal: TypeAlias = tuple[object, ...]
"""What makes two questions one: source, purpose, product, and whom they are about."""


@dataclass(slots=True)
class _UnderWay:
    request: SourceRequest
    task: asyncio.Task[Answer[object]]
    waiting: int = 0


class RoutedSources:
    """Implements OutsideData."""

    def __init__(self, routes: Mapping[Source, Route], policies: Policies, ledger: Ledger) -> None:
        self._routes, self._policies, self._ledger = routes, policies, ledger
        self._under_way: dict[Equal, _UnderWay] = {}

    async def collect(self, request: SourceRequest, sources: Iterable[Source], at: datetime) -> Collection:
        """Asks all sources of one application at once and waits for the slowest; never raises for a source."""
        until = asyncio.get_running_loop().time() + self._policies.budget_ms / 1000
        wanted = list(dict.fromkeys(sources))
        answers = await asyncio.gather(*(self._ask(source, request, at, until) for source in wanted))
        return Collection(at, dict(zip(wanted, answers, strict=True)))

    async def close(self) -> None:
        """Ends what is under way for comparison."""
        for route in self._routes.values():
            await route.close()

    async def _ask(self, source: Source, request: SourceRequest, at: datetime, until: float) -> Answer[object]:
        route, consent = self._routes[source], request.consent_for(source, at)
        if consent is None:  # who has not consented has no part in another's answer either
            return await route.ask(request, at, until)
        equal = _equal(source, request)
        running = self._under_way.get(equal)
        if running is None:
            running = self._begin(equal, request, route.ask(request, at, until))
        running.waiting += 1
        try:
            answer = await asyncio.shield(running.task)
        finally:
            running.waiting -= 1
            if not running.waiting:  # nobody wants it any more
                self._over(equal, running)
                running.task.cancel()
        if running.request is request:
            return answer
        self._ledger.of(source.value.lower(), answer.provider).shared += 1
        REUSED.labels(source.value.lower(), Access.SHARED.value).inc()
        return replace(
            answer,
            access=Access.SHARED,
            reused_from=running.request.request_id,
            consent_id=consent.consent_id,
            charged=False,
            cost_yuan=Decimal(0),
            raw=b"",
            tried=(),
            unread=(),
        )

    def _begin(self, equal: Equal, request: SourceRequest, asking: Coroutine[None, None, Answer[object]]) -> _UnderWay:
        begun = self._under_way[equal] = _UnderWay(request, asyncio.create_task(asking))
        begun.task.add_done_callback(lambda _: self._over(equal, begun))
        return begun

    def _over(self, equal: Equal, ended: _UnderWay) -> None:
        if self._under_way.get(equal) is ended:
            del self._under_way[equal]


def _equal(source: Source, request: SourceRequest) -> Equal:
    who = request.subject
    about = (who.identity_number, who.name, who.mobile, who.card, who.organisation_code)
    return source, request.purpose_code, request.product_code, *about
