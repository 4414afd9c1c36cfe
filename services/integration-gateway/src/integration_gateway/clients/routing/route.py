"""Asks one source: the first of its providers who may be asked and has an answer to use, under one time."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeAlias

from integration_gateway.clients.outbound import LIMITS, Limits
from integration_gateway.clients.routing.bounds import MAY_WAIT, Bounds
from integration_gateway.clients.routing.comparing import Comparing
from integration_gateway.domain.providers.policy import Policies, Policy, in_order
from integration_gateway.domain.sources.answer import NO_CONSENT, Access, Answer, Tried, Unread
from integration_gateway.domain.sources.request import SourceRequest
from integration_gateway.use_cases.providers.ledger import COSTS, Ledger
from loan_contracts.values import Source, SourceStatus

Ask: TypeAlias = Callable[[SourceRequest, datetime], Awaitable[Answer[object]]]

UNUSABLE: Final = frozenset({SourceStatus.ERROR, SourceStatus.TIMEOUT})
NOT_SENT: Final = frozenset({"circuit-open", "circuit-held-open"})
NO_PROVIDER, NOT_CONFIGURED, TIME_OVER = "no-provider", "provider-not-configured", "timeout"
DRAWS: Final = 1 << 24
GRACE_S: Final = 0.25


@dataclass(slots=True)
class _Round:
    """One question on its way: who was tried, and what could not be read."""

    request: SourceRequest
    at: datetime
    until: float
    tried: list[Tried] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)

    def left_s(self) -> float:
        """How much of the collection's time is left."""
        return self.until - asyncio.get_running_loop().time()


class Route:
    """The way to a source. `asks` builds the way to each provider, when it is first asked: ValueError where it is not
    configured."""

    def __init__(
        self, source: Source, asks: Mapping[str, Callable[[], Ask]], policies: Policies, ledger: Ledger
    ) -> None:
        self._source, self._capability = source, source.value.lower()
        self._asks, self._policies, self._ledger = asks, policies, ledger
        self._ways: dict[str, Ask] = {}
        self._bounds = {name: Bounds(self._capability, name, ledger) for name in asks}
        self._comparing = Comparing(self._capability, ledger, self._compared)

    def open(self) -> None:
        """Builds the ways to those who serve now. ValueError where one of them is not configured."""
        for name, policy in self._policies.of(self._capability).items():
            if policy.serves:
                self._way(name)

    async def close(self) -> None:
        """Ends what is under way for comparison."""
        await self._comparing.close()

    async def ask(self, request: SourceRequest, at: datetime, until: float) -> Answer[object]:
        """Never raises for a provider. `until` is when the collection's time is over, by the loop's clock."""
        consent = request.consent_for(self._source, at)
        if consent is None:
            return Answer(self._source, SourceStatus.REJECTED, at, code=NO_CONSENT, access=Access.REFUSED)
        policies = self._policies.of(self._capability)
        asking = _Round(request, at, until)
        answer = await self._first_usable(asking, policies)
        if answer.status not in UNUSABLE:
            asking.tried += self._comparing.begin(answer, request, at, policies)
        return replace(answer, consent_id=consent.consent_id, tried=tuple(asking.tried), unread=tuple(asking.unread))

    async def _first_usable(self, asking: _Round, policies: Mapping[str, Policy]) -> Answer[object]:
        draw = Fraction(asking.request.request_id.int % DRAWS, DRAWS)  # the same for a question that is asked again
        waiting = [(name, False) for name in in_order(policies, asking.request.product_code, draw)]
        last: Answer[object] | None = None
        refusal = NO_PROVIDER
        while waiting:
            name, waited = waiting.pop(0)
            patient = waited or not waiting  # as long as there is somebody else, nobody is waited for
            if (left_s := asking.left_s()) <= 0:
                break
            found = await self._asked(name, policies[name], asking, left_s if patient else 0.0)
            if isinstance(found, str):
                refusal = found
                if found in MAY_WAIT and not patient:
                    waiting.append((name, True))
                else:
                    asking.tried.append(Tried(name, found, called=False))
                continue
            asking.unread += [replace(each, provider=name) for each in found.unread]
            if last is not None:
                asking.tried.append(Tried(last.provider, last.code, called=last.code not in NOT_SENT))
            if found.status not in UNUSABLE:
                return found
            last = found
        if last is not None:
            return replace(last, access=Access.REFUSED) if last.code in NOT_SENT else last
        return Answer(self._source, SourceStatus.ERROR, asking.at, code=refusal, access=Access.REFUSED)

    async def _asked(self, name: str, policy: Policy, asking: _Round, patience_s: float) -> Answer[object] | str:
        """Its answer, or why it was not asked."""
        bounds = self._bounds[name]
        try:
            way = self._way(name)
        except ValueError:
            bounds.refused(NOT_CONFIGURED)
            return NOT_CONFIGURED
        place = await bounds.enter(policy, patience_s)
        if isinstance(place, str):
            return place
        try:
            return self._counted(name, policy, await self._called(way, name, policy, asking))
        finally:
            place.release()

    async def _called(self, way: Ask, name: str, policy: Policy, asking: _Round) -> Answer[object]:
        token = LIMITS.set(Limits.of(policy, asking.until))
        try:
            async with asyncio.timeout_at(asking.until + GRACE_S):  # its lines end in time, and count that they had to
                self._ledger.of(self._capability, name).calls += 1
                if policy.hedge_after_ms is None:
                    return await way(asking.request, asking.at)
                return await self._hedged(way, name, policy.hedge_after_ms / 1000, asking)
        except TimeoutError:
            return Answer(self._source, SourceStatus.TIMEOUT, asking.at, code=TIME_OVER)
        finally:
            LIMITS.reset(token)

    async def _hedged(self, way: Ask, name: str, after_s: float, asking: _Round) -> Answer[object]:
        """Asked a second time where it is silent; the first answer to use counts. The question bears the same number,
        so that it is charged once (domain.md R-7.2)."""
        under_way = {asyncio.ensure_future(way(asking.request, asking.at))}
        try:
            done, _ = await asyncio.wait(under_way, timeout=after_s)
            if not done:
                self._ledger.of(self._capability, name).calls += 1
                under_way.add(asyncio.ensure_future(way(asking.request, asking.at)))
            answer: Answer[object] | None = None
            while under_way and (answer is None or answer.status in UNUSABLE):
                done, under_way = await asyncio.wait(under_way, return_when=asyncio.FIRST_COMPLETED)
                answer = next((each.result() for each in done if each.result().status not in UNUSABLE), None) or (
                    done.pop().result()
                )
            assert answer is not None
            return answer
        finally:
            for task in under_way:
                task.cancel()

    def _counted(self, name: str, policy: Policy, answer: Answer[object]) -> Answer[object]:
        tally = self._ledger.of(self._capability, name)
        if answer.status in UNUSABLE:
            tally.unusable += 1
        elif answer.status is SourceStatus.HIT:
            tally.hits += 1
        else:
            tally.misses += 1
        cost = policy.cost_yuan if answer.charged else Decimal(0)
        if answer.charged:
            tally.charged += 1
            tally.cost_yuan += cost
            COSTS.labels(self._capability, name).inc(float(cost))
        return replace(answer, provider=name, cost_yuan=cost)

    async def _compared(self, name: str, request: SourceRequest, at: datetime) -> Answer[object] | str:
        """The answer of one who does not serve; in his bounds, and at his price."""
        until = asyncio.get_running_loop().time() + self._policies.budget_ms / 1000
        found = await self._asked(name, self._policies.of(self._capability)[name], _Round(request, at, until), 0.0)
        if not isinstance(found, str):
            self._ledger.of(self._capability, name).shadow += 1
        return found

    def _way(self, name: str) -> Ask:
        if (found := self._ways.get(name)) is None:
            found = self._ways[name] = self._asks[name]()
        return found
