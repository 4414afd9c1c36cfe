"""Bearer tokens: verified once against the issuer's published keys, then remembered until they expire."""

import asyncio
import logging
import time
from collections import OrderedDict
from typing import Any

import aiohttp
import jwt

from loan_contracts.access import permissions_everywhere, permissions_of
from loan_servicekit.core import Caller, Forbidden, Unavailable

log = logging.getLogger(__name__)

ALGORITHMS = ["RS256", "ES256"]
REMEMBERED = 5_000
KEYS_FRESH_S = 600.0
KEYS_AT_MOST_EVERY_S = 5.0
LEEWAY_S = 5
ISSUER_TIMEOUT_S = 5.0


class Tokens:
    """Turns an Authorization header into a Caller."""

    def __init__(self, issuer: str, audience: str) -> None:
        self._issuer, self._audience = issuer.rstrip("/"), audience
        self._known: OrderedDict[str, tuple[float, Caller]] = OrderedDict()
        self._keys: dict[str, Any] = {}
        self._fetched = self._tried = float("-inf")
        self._lock = asyncio.Lock()
        self._refreshing: asyncio.Task[None] | None = None

    def trust(self, kid: str, key: Any) -> None:
        """Adds a public key that is known without asking the issuer."""
        self._keys[kid] = key
        self._fetched = self._tried = time.monotonic()

    async def caller(self, authorization: str | None) -> Caller:
        """The caller; raises Forbidden with a code that becomes 401 where there is no valid token."""
        if not authorization or not authorization.startswith("Bearer "):
            raise Forbidden("token-missing", "send a bearer token in the Authorization header")
        token = authorization[7:]
        known = self._known.get(token)
        if known and known[0] > time.time():
            return known[1]
        return await self._verify(token)

    async def _verify(self, token: str) -> Caller:
        try:
            header = jwt.get_unverified_header(token)
            key = await self._key(header.get("kid", ""))
            claims = jwt.decode(
                token, key, algorithms=ALGORITHMS, audience=self._audience, issuer=self._issuer, leeway=LEEWAY_S,
                options={"require": ["exp", "sub", "iss", "aud"]},
            )  # fmt: skip
        except jwt.ExpiredSignatureError as error:
            raise Forbidden("token-expired", "the token has expired; sign in again") from error
        except jwt.InvalidTokenError as error:
            raise Forbidden("token-invalid", f"the token is not valid here: {type(error).__name__}") from error
        roles = claims.get("roles")
        roles = [r for r in roles if isinstance(r, str)] if isinstance(roles, list) else []
        everywhere = permissions_everywhere(roles)
        caller = Caller(claims["sub"], claims.get("name", claims["sub"]), tuple(roles), claims.get("branch"),
                        permissions_of(roles), everywhere, all_branches=bool(everywhere))  # fmt: skip
        self._known[token] = (float(claims["exp"]), caller)
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        return caller

    async def _key(self, kid: str) -> Any:
        """The issuer's key. An unknown id waits for the set to be fetched again, a known one does not: the issuer may
        rest, what it signed earlier stays valid."""
        if kid in self._keys:
            if time.monotonic() - self._fetched > KEYS_FRESH_S and (
                self._refreshing is None or self._refreshing.done()
            ):
                self._refreshing = asyncio.create_task(self._fetch_now_and_then())
            return self._keys[kid]
        await self._fetch_now_and_then()
        if kid in self._keys:
            return self._keys[kid]
        if self._tried > self._fetched:
            raise Unavailable("issuer-unavailable", "the sign-in service does not answer")
        raise jwt.InvalidTokenError("unknown key")

    async def _fetch_now_and_then(self) -> None:
        """Not more often than every few seconds, whether the issuer answers or not."""
        async with self._lock:
            if time.monotonic() - self._tried > KEYS_AT_MOST_EVERY_S:
                await self._fetch()

    async def _fetch(self) -> None:
        """Takes over the issuer's keys; those that are known stay where it does not answer."""
        self._tried = time.monotonic()
        try:
            async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ISSUER_TIMEOUT_S)) as session:
                async with session.get(f"{self._issuer}/.well-known/openid-configuration") as answer:
                    jwks_uri = (await answer.json())["jwks_uri"]
                async with session.get(jwks_uri) as answer:
                    keys = (await answer.json())["keys"]
        except (aiohttp.ClientError, TimeoutError, KeyError, ValueError) as error:
            log.warning("issuer.unavailable", extra={"error": repr(error)})
            return
        self._keys = _usable(keys)
        self._fetched = self._tried = time.monotonic()


def _usable(keys: list[dict[str, Any]]) -> dict[str, Any]:
    """The keys of a set that verify signatures, by id; a set may hold others, of kinds that nobody here knows."""
    found = {}
    for key in keys:
        if key.get("kid") and key.get("use", "sig") == "sig":
            try:
                found[key["kid"]] = jwt.PyJWK(key).key
            except (jwt.PyJWKError, jwt.InvalidKeyError) as error:
                log.warning("issuer.key_unusable", extra={"kid": key["kid"], "error": type(error).__name__})
    return found
