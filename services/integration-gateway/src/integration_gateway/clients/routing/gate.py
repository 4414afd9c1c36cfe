"""What bounds and counts calls that no route makes: orders, cards, messages. The line asks before anything leaves the
house; a refusal is one of a call that was not sent, so that the work waits and nothing is lost."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from decimal import Decimal

from integration_gateway.clients.outbound import LIMITS, CallFailed, Limits
from integration_gateway.clients.routing.bounds import Bounds
from integration_gateway.domain.providers.policy import Policies
from integration_gateway.use_cases.providers.ledger import COSTS, Ledger


@dataclass(frozen=True, slots=True)
class LineGate:
    """That of one provider for one capability; implements `Gate`."""

    bounds: Bounds
    policies: Policies
    ledger: Ledger

    @asynccontextmanager
    async def passing(self, units: int, patience_s: float) -> AsyncIterator[None]:
        """Within its bounds. Raises CallFailed where it may not be called now."""
        capability, provider = self.bounds.capability, self.bounds.provider
        policy = self.policies.of(capability)[provider]
        place = await self.bounds.enter(policy, patience_s)
        if isinstance(place, str):
            raise CallFailed(place, sent=False)
        until = asyncio.get_running_loop().time() + (policy.timeout_ms / 1000 if policy.timeout_ms else patience_s)
        token = LIMITS.set(Limits.of(policy, until))
        tally = self.ledger.of(capability, provider)
        tally.calls += 1
        try:
            yield
        except CallFailed:
            self.ledger.of(capability, provider).unusable += 1
            raise
        else:
            self._charge(units, policy.cost_yuan * units)
        finally:
            LIMITS.reset(token)
            place.release()

    def _charge(self, units: int, cost: Decimal) -> None:
        tally = self.ledger.of(self.bounds.capability, self.bounds.provider)
        tally.hits += 1
        tally.charged += units
        tally.cost_yuan += cost
        COSTS.labels(self.bounds.capability, self.bounds.provider).inc(float(cost))
