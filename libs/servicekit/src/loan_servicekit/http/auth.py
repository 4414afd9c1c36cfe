"""Bearer tokens: verified once against the issuer's published keys, then remembered until they expire."""

import asyncio
import time
from collections import OrderedDict
from typing import Any

import aiohttp
import jwt

from loan_contracts.access import permissions_of, sees_all_branches
from loan_servicekit.core import Caller, Forbidden, Unavailable

ALGORITHMS = ["RS256", "ES256"]
REMEMBERED = 5_000
KEYS_FRESH_S = 600.0
KEYS_AT_MOST_EVERY_S = 5.0
LEEWAY_S = 5


class Tokens:
    """Turns an Authorization header into a Caller."""

    def __init__(self, issuer: str, audience: str) -> None:
        self._issuer, self._audience = issuer.rstrip("/"), audience
        self._known: OrderedDict[str, tuple[float, Caller]] = OrderedDict()
        self._keys: dict[str, Any] = {}
        self._fetched = 0.0
        self._lock = asyncio.Lock()

    def trust(self, kid: str, key: Any) -> None:
        """Adds a public key that is known without asking the issuer."""
        self._keys[kid] = key
        self._fetched = time.monotonic()

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
        caller = Caller(claims["sub"], claims.get("name", claims["sub"]), tuple(roles), claims.get("branch"),
                        permissions_of(roles), sees_all_branches(roles))  # fmt: skip
        self._known[token] = (float(claims["exp"]), caller)
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        return caller

    async def _key(self, kid: str) -> Any:
        """The issuer's key; an unknown id fetches the set again, but not more often than every few seconds."""
        age = time.monotonic() - self._fetched
        if (kid not in self._keys and age > KEYS_AT_MOST_EVERY_S) or age > KEYS_FRESH_S:
            async with self._lock:
                if time.monotonic() - self._fetched > KEYS_AT_MOST_EVERY_S:
                    await self._fetch(keep=kid in self._keys)
        if kid not in self._keys:
            raise jwt.InvalidTokenError("unknown key")
        return self._keys[kid]

    async def _fetch(self, keep: bool) -> None:
        try:
            async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=5)) as session:
                async with session.get(f"{self._issuer}/.well-known/openid-configuration") as answer:
                    jwks_uri = (await answer.json())["jwks_uri"]
                async with session.get(jwks_uri) as answer:
                    keys = (await answer.json())["keys"]
        except (aiohttp.ClientError, TimeoutError, KeyError, ValueError) as error:
            if keep:  # the issuer may rest; what it signed earlier stays valid
                return
            raise Unavailable("issuer-unavailable", "the sign-in service does not answer") from error
        self._keys = {
            key["kid"]: jwt.PyJWK(key).key for key in keys if key.get("kid") and key.get("use", "sig") == "sig"
        }
        self._fetched = time.monotonic()
