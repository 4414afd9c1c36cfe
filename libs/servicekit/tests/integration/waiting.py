"""Waiting for a condition, not for a time."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

PATIENCE_S = 90  # other tests may load the machine: what never comes is a failure, what comes late is none


async def until(true: Callable[[], Awaitable[Any]]) -> None:
    """Returns as soon as the condition holds."""
    async with asyncio.timeout(PATIENCE_S):
        while not await true():
            await asyncio.sleep(0.02)
