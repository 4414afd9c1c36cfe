"""A client of the platform's public API: one origin, a bearer token that is renewed, an Idempotency-Key a command."""

import asyncio
import os
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

import aiohttp
import orjson

from loan_contracts.message import JsonObject

TRIES = 30
RENEW_BEFORE_S = 60.0
MOST_CONNECTIONS = 64

GetToken = Callable[[], Awaitable[str]]


class Refused(Exception):
    """The service has answered with a problem."""

    def __init__(self, status: int, problem: JsonObject) -> None:
        super().__init__(f"{status} {problem.get('code')}: {problem.get('detail')}")
        self.status, self.problem, self.code = status, problem, problem.get("code", "")


class Api:
    """Requests to the services as one signed-in person or client."""

    def __init__(
        self, address: Callable[[str], str], get_token: GetToken, token_life_s: float = 300.0, tries: int = TRIES
    ) -> None:
        """`address` gives the base address of a service: behind the edge, or the service itself. A request that finds
        nobody there is made `tries` times in all."""
        self._address, self._get_token, self._life_s, self._tries = address, get_token, token_life_s, tries
        self._token, self._until = "", 0.0
        self.again: Counter[int] = Counter()  # requests that were made again, by the status that came first; 0: none
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        connector = aiohttp.TCPConnector(limit=MOST_CONNECTIONS)
        self._session = aiohttp.ClientSession(connector=connector, timeout=aiohttp.ClientTimeout(total=30))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session:
            await self._session.close()

    async def get(self, service: str, path: str, **query: Any) -> Any:
        """The JSON of a read."""
        return await self._request(
            "GET", service, path, None, None, {k: str(v) for k, v in query.items() if v is not None}
        )

    async def post(self, service: str, path: str, body: Any = None, key: str | None = None) -> Any:
        """Performs a command; the same key for each try, so that a try whose answer was lost does no harm."""
        return await self._request(
            "POST", service, path, orjson.dumps(body if body is not None else {}), key or str(uuid4()), None
        )

    async def _request(
        self, method: str, service: str, path: str, body: bytes | None, key: str | None, query: dict[str, str] | None
    ) -> Any:
        assert self._session is not None, "use the Api as a context manager"
        pause, found = 0.05, ""
        for _ in range(self._tries):
            try:
                headers = {"Authorization": f"Bearer {await self.token()}"}
                if body is not None:
                    headers["Content-Type"] = "application/json"
                if key:
                    headers["Idempotency-Key"] = key
                async with self._session.request(
                    method, self._address(service) + path, data=body, headers=headers, params=query
                ) as answer:
                    text = await answer.read()
                    if answer.status < 400:
                        return orjson.loads(text) if text else None
                    problem = _problem(answer.status, text)
                    found = str(problem.get("detail") or problem.get("code"))
                    if answer.status == 401 and problem.get("code") == "token-expired":
                        self._until = 0.0
                    elif answer.status not in (502, 503, 504):
                        raise Refused(answer.status, problem)
                    self.again[answer.status] += 1
            except (aiohttp.ClientError, TimeoutError) as error:
                found = _why(error)
                self.again[0] += 1
            await asyncio.sleep(pause)
            pause = min(pause * 1.7, 2.0)
        detail = f"{service} gave no answer at {self._address(service)}, asked {self._tries} times: {found}"
        raise Refused(503, {"code": "unreachable", "detail": detail})

    async def token(self) -> str:
        """A token that is still valid for a while."""
        if time.monotonic() > self._until:
            self._token = await self._get_token()
            self._until = time.monotonic() + self._life_s - min(RENEW_BEFORE_S, self._life_s / 2)
        return self._token


def _why(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "it took too long"
    return os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)


def _problem(status: int, text: bytes) -> JsonObject:
    try:
        found = orjson.loads(text)
        return found if isinstance(found, dict) else {"code": f"http-{status}"}
    except orjson.JSONDecodeError:
        return {"code": f"http-{status}", "detail": text[:200].decode(errors="replace")}
