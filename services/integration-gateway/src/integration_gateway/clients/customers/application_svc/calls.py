"""Calls to our own services, with the gateway's token: they refuse in their own words; what they do not answer may be
asked again."""

from collections.abc import Mapping

import aiohttp
import orjson

from integration_gateway.clients.customers.application_svc.adapter import TIMEOUT_S, ServiceToken
from loan_contracts.message import JsonObject
from loan_servicekit.core import Conflict, DomainError, FieldError, Invalid, NotFound, Unavailable

_KINDS: dict[int, type[DomainError]] = {404: NotFound, 409: Conflict, 413: Invalid, 415: Invalid, 422: Invalid}


class Calls:
    """Can be made once it is open."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None
        self._token: ServiceToken | None = None

    def open(self, session: aiohttp.ClientSession, token: ServiceToken) -> None:
        """From now on they are made with these."""
        self._session, self._token = session, token

    async def made(
        self, gone: Unavailable, method: str, url: str, data: bytes | None, more: Mapping[str, str]
    ) -> JsonObject:
        """What is answered. Raises `gone` where nothing is, and what the other service refuses with."""
        if self._session is None or self._token is None:
            raise gone
        headers = {"Authorization": f"Bearer {await self._token.get()}", **more}
        try:
            timeout = aiohttp.ClientTimeout(total=TIMEOUT_S)
            async with self._session.request(method, url, data=data, headers=headers, timeout=timeout) as answer:
                text = await answer.read()
                if answer.status == 401:
                    self._token.forget()
                if answer.status in _KINDS:
                    raise _refusal(answer.status, orjson.loads(text))
                if answer.status >= 300:
                    raise gone
                found: JsonObject = orjson.loads(text)
                return found
        except (aiohttp.ClientError, OSError, TimeoutError, KeyError, ValueError) as error:
            raise gone from error


def _refusal(status: int, problem: JsonObject) -> DomainError:
    errors = [FieldError(each["pointer"], each["code"], each["detail"]) for each in problem.get("errors", [])]
    return _KINDS[status](problem["code"], problem.get("detail", ""), errors)
