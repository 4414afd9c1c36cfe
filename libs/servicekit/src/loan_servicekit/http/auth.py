"""Bearer tokens: verified once against the issuer's published keys, then remembered until they expire.

Whatever a stranger sends in their place is refused with 401 and a challenge (RFC 6750), never a failure of ours: the
algorithm is the key's, not the token's (RFC 8725 §3.1), and nothing of the token is used before its signature holds.
"""

import asyncio
import base64
import binascii
import logging
import re
import time
from collections import OrderedDict
from typing import TypeAlias
from uuid import UUID

import aiohttp
import jwt
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from loan_contracts.access import OWNER_CLAIM, permissions_everywhere, permissions_of
from loan_contracts.message import JsonObject
from loan_servicekit.core import Caller, Forbidden, Unavailable
from loan_servicekit.core.texts import REFUSED
from loan_servicekit.http.i_json import JsonRefused, read_json
from loan_servicekit.http.standing import Standing

log = logging.getLogger(__name__)

REMEMBERED = 5_000
KEYS_FRESH_S = 600.0
KEYS_AT_MOST_EVERY_S = 5.0
LEEWAY_S = 5
ISSUER_TIMEOUT_S = 5.0
LONGEST_TOKEN = 16 * 1024
LONGEST_NAME = 200
LATEST = 2**53  # seconds; a token that is valid for longer is none
MOST_KEYS_TRIED = 8  # for a token that names no key, of a set whose keys bear no names
BEARER = re.compile(r"bearer +([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+) *", re.IGNORECASE | re.ASCII)
SCHEME = re.compile(r"bearer(?![!#$%&'*+.^_`|~0-9A-Za-z-])", re.IGNORECASE | re.ASCII)  # a whole word (RFC 9110 §11.1)

PublicKey: TypeAlias = RSAPublicKey | EllipticCurvePublicKey

_verifier = jwt.PyJWS(algorithms=["RS256", "ES256"])


class Key:
    """A public key and the one algorithm that it verifies."""

    def __init__(self, public: PublicKey, kid: str | None = None) -> None:
        self.public, self.kid = public, kid
        self.algorithm = _algorithm(public)


def _algorithm(public: object) -> str:
    if isinstance(public, RSAPublicKey):
        return "RS256"
    if isinstance(public, EllipticCurvePublicKey) and isinstance(public.curve, SECP256R1):
        return "ES256"
    raise jwt.InvalidKeyError("neither RSA nor P-256")


class Tokens:
    """Turns an Authorization header into a Caller."""

    def __init__(self, issuer: str, audience: str) -> None:
        self._issuer, self._audience = issuer, audience
        self._known: OrderedDict[str, tuple[float, Caller]] = OrderedDict()
        self._keys: list[Key] = []
        self._fetched = self._tried = float("-inf")
        self._lock = asyncio.Lock()
        self._refreshing: asyncio.Task[None] | None = None
        self.standing = Standing()

    def trust(self, kid: str | None, key: PublicKey) -> None:
        """Adds a public key that is known without asking the issuer."""
        self._keys = [other for other in self._keys if other.kid != kid] + [Key(key, kid)]
        self._fetched = self._tried = time.monotonic()

    async def caller(self, authorization: str | None) -> Caller:
        """The caller; raises Forbidden with a code that becomes 401 where there is no valid token."""
        if not authorization or not SCHEME.match(authorization):
            raise Forbidden("token-missing", "send a bearer token in the Authorization header")
        known = self._known.get(authorization)
        if known and known[0] > time.time():
            await self.standing.require(authorization.split()[-1], known[1])
            return known[1]
        written = BEARER.fullmatch(authorization) if len(authorization) <= LONGEST_TOKEN else None
        if written is None:
            raise _invalid("what follows `Bearer` is no signed token")
        claims = await self._verified(written[1])
        caller = _caller(claims)
        await self.standing.require(written[1], caller)
        self._known[authorization] = (float(claims["exp"]), caller)
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        return caller

    async def _verified(self, token: str) -> JsonObject:
        header = _header(token)
        for key in await self._candidates(header):
            payload = _payload(token, key)
            if payload is not None:
                return self._checked(payload)
        raise _invalid("the signature is not one of the issuer's")

    async def _candidates(self, header: JsonObject) -> list[Key]:
        """The issuer's keys that the token may be signed with. Where there is none, the set is fetched again first;
        where there is one, the token does not wait for that:
        the issuer may rest, what it signed earlier stays valid."""
        if found := self._fitting(header):
            if time.monotonic() - self._fetched > KEYS_FRESH_S and (
                self._refreshing is None or self._refreshing.done()
            ):
                self._refreshing = asyncio.create_task(self._fetch_now_and_then())
            return found
        await self._fetch_now_and_then()
        found = self._fitting(header)
        if not found and self._tried > self._fetched:
            raise Unavailable("issuer-unavailable", "the sign-in service does not answer")
        return found

    def _fitting(self, header: JsonObject) -> list[Key]:
        """Keys by the id that the token names; those without an id may be meant by any. RFC 7517 §4.5."""
        kid = header.get("kid")
        named = [key for key in self._keys if key.kid == kid or kid is None or key.kid is None]
        return [key for key in named if key.algorithm == header["alg"]][:MOST_KEYS_TRIED]

    def _checked(self, claims: JsonObject) -> JsonObject:
        """Claims of a signed token that hold here and now; raises Forbidden. RFC 7519 §4.1."""
        now = time.time()
        times = {name: claims[name] for name in ("exp", "nbf", "iat") if name in claims}
        if "exp" not in times or not all(map(_is_time, times.values())):
            raise _invalid("its times are not given in seconds")
        if times["exp"] <= now - LEEWAY_S:
            raise Forbidden("token-expired", "the token has expired; sign in again")
        if times.get("nbf", 0) > now + LEEWAY_S or times.get("iat", 0) > now + LEEWAY_S:
            raise _invalid("it is not valid yet")
        audience = claims.get("aud")
        if claims.get("iss") != self._issuer:
            raise _invalid("it is from another issuer")
        if self._audience not in (audience if isinstance(audience, list) else [audience]):
            raise _invalid("it is for another audience")
        if _name(claims.get("sub")) is None:
            raise _invalid("it names no subject")
        return claims

    async def _fetch_now_and_then(self) -> None:
        """Not more often than every few seconds, whether the issuer answers or not."""
        async with self._lock:
            if time.monotonic() - self._tried > KEYS_AT_MOST_EVERY_S:
                await self._fetch()

    async def _fetch(self) -> None:
        """Takes over the issuer's keys; those that are known stay where it does not answer."""
        self._tried = time.monotonic()
        discovery = f"{self._issuer.rstrip('/')}/.well-known/openid-configuration"  # OpenID Connect Discovery 1.0 §4
        try:
            async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ISSUER_TIMEOUT_S)) as session:
                async with session.get(discovery) as answer:
                    discovered = await answer.json()
                    jwks_uri, told_at = discovered["jwks_uri"], discovered.get("userinfo_endpoint")
                async with session.get(jwks_uri) as answer:
                    keys = _usable((await answer.json())["keys"])
        except (aiohttp.ClientError, TimeoutError, KeyError, TypeError, ValueError) as error:
            log.warning("issuer.unavailable", extra={"error": repr(error)})
            return
        self._keys, self.standing.endpoint = keys, told_at if isinstance(told_at, str) else None
        self._fetched = self._tried = time.monotonic()


def _invalid(why: str) -> Forbidden:
    return Forbidden("token-invalid", f"the token is not valid here: {why}")


def _header(token: str) -> JsonObject:
    """The header of a token, as far as it is one that we read; raises Forbidden."""
    try:
        found = read_json(base64.urlsafe_b64decode(token.partition(".")[0] + "=="))
    except (binascii.Error, JsonRefused):
        raise _invalid("its header is not readable") from None
    if not isinstance(found, dict) or found.get("alg") not in ("RS256", "ES256"):
        raise _invalid("it is not signed with RS256 or ES256")
    if "crit" in found or found.get("b64", True) is not True:  # RFC 7515 §4.1.11: no extension is understood here
        raise _invalid("its header asks for an extension")
    if not isinstance(found.get("kid", ""), str):
        raise _invalid("its key id is no text")
    return found


def _payload(token: str, key: Key) -> JsonObject | None:
    """The claims, where the key verifies the token's signature."""
    try:
        found = read_json(_verifier.decode(token, key.public, algorithms=[key.algorithm]))
    except (jwt.PyJWTError, ValueError, TypeError):  # what the library says of a stranger's bytes is never ours to fail
        return None
    return found if isinstance(found, dict) else None


def _caller(claims: JsonObject) -> Caller:
    told = claims.get("roles")
    roles = list(dict.fromkeys(r for r in told if isinstance(r, str))) if isinstance(told, list) else []
    subject: str = claims["sub"]
    everywhere = permissions_everywhere(roles)
    return Caller(
        subject,
        _name(claims.get("name")) or subject,
        tuple(roles),
        _name(claims.get("branch")),
        permissions_of(roles),
        everywhere,
        all_branches=bool(everywhere),
        owner_id=_owner(claims.get(OWNER_CLAIM)),
    )


def _owner(value: object) -> UUID | None:
    """Whose records are the caller's own, as the provider of identities says."""
    try:
        return UUID(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _is_time(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < LATEST  # no NaN either


def _name(value: object) -> str | None:
    """What may stand in rows and records."""
    if isinstance(value, str) and 0 < len(value) <= LONGEST_NAME and REFUSED.search(value) is None:
        return value
    return None


def _usable(keys: list[object]) -> list[Key]:
    """The keys of a set that verify signatures; a set may hold others, of kinds that nobody here knows."""
    found = []
    for key in keys:
        if not isinstance(key, dict) or key.get("use", "sig") != "sig":
            continue
        kid = key.get("kid")
        try:
            if not isinstance(kid, str | None):
                raise TypeError("a key id is a text")
            usable = Key(jwt.PyJWK(key).key, kid)
            if key.get("alg", usable.algorithm) != usable.algorithm:
                raise jwt.InvalidKeyError(f"for {key['alg']}")
            found.append(usable)
        except (jwt.PyJWKError, jwt.InvalidKeyError, ValueError, TypeError) as error:
            log.warning("issuer.key_unusable", extra={"kid": str(kid), "error": type(error).__name__})
    return found
