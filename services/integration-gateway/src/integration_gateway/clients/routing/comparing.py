"""Asks a second provider what another has answered, and counts by field where they differ (docs/decisions/0063). Nobody
waits for it and nothing is decided by it; no value is kept."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Final, TypeAlias

from pydantic import BaseModel

from integration_gateway.domain.providers.policy import Policy
from integration_gateway.domain.sources.answer import Answer, Tried
from integration_gateway.domain.sources.request import SourceRequest
from integration_gateway.use_cases.providers.ledger import Ledger

log = logging.getLogger(__name__)

SHADOW: Final = "shadow"
MOST_AT_ONCE: Final = 16
STATUS: Final = "status"

AskOne: TypeAlias = Callable[[str, SourceRequest, datetime], Awaitable[Answer[object] | str]]


class Comparing:
    """The comparisons of one capability."""

    def __init__(self, capability: str, ledger: Ledger, ask: AskOne) -> None:
        self._capability, self._ledger, self._ask = capability, ledger, ask
        self._under_way: set[asyncio.Task[None]] = set()

    def begin(
        self, answer: Answer[object], request: SourceRequest, at: datetime, policies: Mapping[str, Policy]
    ) -> list[Tried]:
        """Begins those that the policies ask for; who is asked is told, for the log of access."""
        drawn = (request.request_id.int >> 24) % 100
        begun = []
        for name, policy in policies.items():
            if name == answer.provider or drawn >= policy.shadow_percent or len(self._under_way) >= MOST_AT_ONCE:
                continue
            task = asyncio.create_task(self._compare(name, answer, request, at))
            self._under_way.add(task)
            task.add_done_callback(self._under_way.discard)
            begun.append(Tried(name, SHADOW))
        return begun

    async def close(self) -> None:
        """Ends them."""
        for task in self._under_way:
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)

    async def _compare(self, name: str, answer: Answer[object], request: SourceRequest, at: datetime) -> None:
        try:
            other = await self._ask(name, request, at)
        except Exception:  # nothing waits for it, and nothing rests on it
            log.exception("provider.not_compared", extra={"capability": self._capability, "provider": name})
            return
        if not isinstance(other, str):
            self._ledger.compared(self._capability, answer.provider, name, differences(answer, other))


def differences(one: Answer[object], other: Answer[object]) -> dict[str, bool]:
    """By field whether they differ; of answers that have facts both, these, else the status alone."""
    found = {STATUS: one.status is not other.status}
    if isinstance(one.facts, BaseModel) and isinstance(other.facts, BaseModel):
        names = type(one.facts).model_fields
        found |= {name: getattr(one.facts, name) != getattr(other.facts, name) for name in names}
    return found
