"""Back notifications: posted to the address that an order names, again and again until somebody says that he has it."""

import asyncio
from collections.abc import Mapping
from urllib.parse import urlencode

import aiohttp

GAPS_S = (0.0, 60.0, 120.0, 240.0, 300.0)
TIMEOUT_S = 10
_FORM = {"Content-Type": "application/x-www-form-urlencoded;charset=UTF-8"}
_HEARD = (200, 302)


class Notices:
    """What is being told."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None
        self._telling: set[asyncio.Task[None]] = set()

    def tell(self, address: str, fields: Mapping[str, str], times: int = 1) -> None:
        """Begins to tell, so many times at once."""
        self.post(address, urlencode(fields).encode(), _FORM, times)

    def post(self, address: str, body: bytes, headers: Mapping[str, str], times: int = 1) -> None:
        """The same of what is no form."""
        if not address.startswith(("http://", "https://")):
            return
        for _ in range(times):
            task = asyncio.create_task(self._until_heard(address, body, headers))
            self._telling.add(task)
            task.add_done_callback(self._telling.discard)

    async def told_once(self, address: str, fields: Mapping[str, str]) -> None:
        """Tells once, and waits for it."""
        await self._is_heard(address, urlencode(fields).encode(), _FORM)

    async def _until_heard(self, address: str, body: bytes, headers: Mapping[str, str]) -> None:
        for gap_s in GAPS_S:
            await asyncio.sleep(gap_s)
            if await self._is_heard(address, body, headers):
                return

    async def _is_heard(self, address: str, body: bytes, headers: Mapping[str, str]) -> bool:
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=TIMEOUT_S))
        try:
            async with self._session.post(address, data=body, headers=headers, allow_redirects=False) as answer:
                return answer.status in _HEARD
        except (aiohttp.ClientError, OSError, TimeoutError):
            return False
