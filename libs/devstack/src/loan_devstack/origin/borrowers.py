"""How borrowers sign in: by a code that comes to their mobile number, sent and checked by the platform itself."""

import logging
import time
from collections.abc import Mapping
from typing import Any, Protocol
from uuid import uuid4

import aiohttp

from loan_contracts.access import BORROWER
from loan_devstack.origin.people import Person
from loan_devstack.origin.sign_in import SignedIn, sign_in_client
from loan_devstack.secret_store import CHANNEL

log = logging.getLogger(__name__)

NAME = "借款人"
TIMEOUT = aiohttp.ClientTimeout(total=10)
RENEW_BEFORE_S = 30.0
NOT_FOUND = 404


class Borrowers(Protocol):
    """Who is a borrower, and whether he has the telephone that he says."""

    async def send_code(self, mobile: str) -> None:
        """Sends a code to who has the number. Nobody learns whether there is such a customer."""

    async def signed_in(self, mobile: str, code: str) -> Person | None:
        """Who has typed the right code."""


class PlatformBorrowers:
    """Implements Borrowers over the services' own API, as the institution's front end."""

    def __init__(self, issuer: str, origin: str, channel_secret: str) -> None:
        """`origin` is where the services are reached, whichever process serves at the moment."""
        self._issuer, self._origin, self._secret = issuer, origin, channel_secret
        self._token: SignedIn | None = None
        self._until = 0.0

    async def send_code(self, mobile: str) -> None:
        """Sends a code to who has the number, if so many were not sent before."""
        if (customer_id := await self._whose(mobile)) is None:
            return
        status, told = await self._ask("integration-gateway", "/v1/sign-in-codes", {"customer_id": customer_id})
        if status >= 400:
            log.warning("sign_in_code.refused", extra={"code": str(told.get("code", status))})

    async def signed_in(self, mobile: str, code: str) -> Person | None:
        """Who has typed the right code."""
        customer_id = await self._whose(mobile)
        asked = {"customer_id": customer_id, "code": code}
        if customer_id is None or not (len(code) == 6 and code.isascii() and code.isdecimal()):
            return None
        status, told = await self._ask("integration-gateway", "/v1/sign-in-codes/verification", asked)
        if status >= 400 or not told["verified"]:
            return None
        return Person(customer_id, NAME, (BORROWER,), "", customer_id)

    async def _whose(self, mobile: str) -> str | None:
        """The customer of a number, or the id under which a newcomer may register; none for a number of several."""
        status, told = await self._ask("application-svc", "/v1/customers/found", {"mobile": mobile})
        if status == NOT_FOUND:
            status, told = await self._ask("application-svc", "/v1/newcomers", {"mobile": mobile})
        return str(told["customer_id"]) if status < 400 else None

    async def _ask(self, service: str, path: str, body: Mapping[str, object]) -> tuple[int, dict[str, Any]]:
        headers = {"Authorization": f"Bearer {await self._bearer()}", "Idempotency-Key": str(uuid4())}
        address = f"{self._origin}/api/{service}{path}"
        async with (
            aiohttp.ClientSession(timeout=TIMEOUT) as session,
            session.post(address, json=dict(body), headers=headers) as answer,
        ):
            return answer.status, await answer.json(content_type=None)

    async def _bearer(self) -> str:
        if self._token is None or time.monotonic() > self._until:
            self._token = await sign_in_client(self._issuer, CHANNEL, self._secret)
            self._until = time.monotonic() + self._token.expires_in - RENEW_BEFORE_S
        return self._token.access_token
