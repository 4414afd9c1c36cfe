"""Waits for services that a benchmark has started."""

import asyncio
from collections.abc import Iterable

import aiohttp

PATIENCE_S = 90


async def ready(urls: Iterable[str]) -> None:
    """Returns when every service answers that it is ready; raises TimeoutError."""
    async with aiohttp.ClientSession() as session, asyncio.timeout(PATIENCE_S):
        for url in urls:
            while not await _answers(session, url):
                await asyncio.sleep(0.1)


async def _answers(session: aiohttp.ClientSession, url: str) -> bool:
    try:
        async with session.get(f"{url}/health/ready") as answer:
            return answer.status == 200
    except aiohttp.ClientError:
        return False
