"""What bounds calls to one provider of one capability: a daily quota, a rate, and how many are under way. Whoever is
over quota is refused; for the others one may wait, as long as there is nobody else to ask."""

import asyncio
from dataclasses import dataclass
from typing import Final

from pyrate_limiter import Duration, InMemoryStateStore, Limiter, Rate, SingleBucketFactory, StateBucket, TokenBucket

from integration_gateway.domain.providers.policy import Policy
from integration_gateway.use_cases.providers.ledger import REFUSALS, Ledger

OVER_QUOTA: Final = "quota-exhausted"
RATE_LIMITED: Final = "rate-limited"
FULL: Final = "bulkhead-full"
MAY_WAIT: Final = frozenset({RATE_LIMITED, FULL})


@dataclass(slots=True)
class Bounds:
    """Those of one provider. They follow its policy as it changes: who is under way then ends under the one before."""

    capability: str
    provider: str
    ledger: Ledger
    _slots: asyncio.Semaphore | None = None
    _size: int = 0
    _limiter: Limiter | None = None
    _rate: int | None = None

    async def enter(self, policy: Policy, patience_s: float) -> asyncio.Semaphore | str:
        """A place, to be given back, or why there is none; waits for one no longer than `patience_s`."""
        refused = self._over_quota(policy) or await self._over_rate(policy, patience_s)
        found = refused or await self._slot(policy, patience_s)
        if isinstance(found, str):
            self.refused(found)
        return found

    def refused(self, code: str) -> None:
        """Counts that the provider was not asked."""
        self.ledger.of(self.capability, self.provider).refused += 1
        REFUSALS.labels(self.capability, self.provider, code).inc()

    def _over_quota(self, policy: Policy) -> str | None:
        if policy.per_day is None or self.ledger.calls_today(self.capability, self.provider) < policy.per_day:
            return None
        return OVER_QUOTA

    async def _over_rate(self, policy: Policy, patience_s: float) -> str | None:
        if policy.per_second is None:
            return None
        if self._limiter is None or policy.per_second != self._rate:
            rates = [Rate(policy.per_second, Duration.SECOND)]
            bucket = StateBucket(rates, TokenBucket(), InMemoryStateStore())
            self._limiter = Limiter(SingleBucketFactory(bucket, schedule_leak=False))
            self._rate = policy.per_second
        if self._limiter.try_acquire(self.provider, blocking=False):
            return None
        if patience_s > 0 and await self._limiter.try_acquire_async(self.provider, timeout=patience_s):
            return None
        return RATE_LIMITED

    async def _slot(self, policy: Policy, patience_s: float) -> asyncio.Semaphore | str:
        if self._slots is None or policy.in_flight != self._size:
            self._slots, self._size = asyncio.Semaphore(policy.in_flight), policy.in_flight
        slots = self._slots
        if slots.locked() and patience_s <= 0:
            return FULL
        try:
            async with asyncio.timeout(patience_s if slots.locked() else None):
                await slots.acquire()
        except TimeoutError:
            return FULL
        return slots
