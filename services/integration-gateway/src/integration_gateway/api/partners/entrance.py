"""How a partner's request is let in: by its signature (RFC 9421, HMAC-SHA256), before its body is read.

The signature covers method, path, query and Content-Digest, and the Idempotency-Key where there is one; `created` is of
the last five minutes, a nonce is good once. The body is read when all that holds, and is what its digest says.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from typing import Final, NamedTuple

import http_sf
from fastapi import Request, params
from http_message_signatures import (
    ContentDigest,
    HTTPMessageSignaturesException,
    HTTPMessageVerifier,
    HTTPSignatureKeyResolver,
    VerifyResult,
    algorithms,
)

from integration_gateway.api.ports import Ports
from integration_gateway.domain.partners.partner import Partner, within
from loan_contracts.access import PARTNER, permissions_of
from loan_servicekit.core import Caller, Conflict, Forbidden, Invalid
from loan_servicekit.http import Answered, Entrance, through
from loan_servicekit.http.problems import Answers

STALE_AFTER: Final = timedelta(minutes=5)
LONGEST_NONCE: Final = 128
COVERED: Final = ("@method", "@path", "content-digest")
UNSIGNED: Final = Answered(
    401,
    {  # RFC 9110 §11.6.1 wants a challenge, RFC 9421 §5.1 says what has to be signed
        "WWW-Authenticate": 'Signature realm="xinliu partners"',
        "Accept-Signature": 'sig1=("@method" "@path" "content-digest");created;keyid;nonce;alg="hmac-sha256"',
    },
)
ANSWERS: Answers = {
    **dict.fromkeys(
        (
            "signature-missing",
            "signature-malformed",
            "signature-stale",
            "signature-replayed",
            "signature-invalid",
            "signature-incomplete",
            "digest-differs",
        ),
        UNSIGNED,
    ),
    "partner-not-active": Answered(403),
    "requests-too-many": Answered(429, {"Retry-After": "60"}),
    "applications-too-many": Answered(429, {"Retry-After": "3600"}),
}
FOUND: Final = "xinliu.partner"


class Signed(NamedTuple):
    """A request as the verifier reads it."""

    method: str
    url: str
    headers: Mapping[str, str]


class SharedKey(HTTPSignatureKeyResolver):
    """The one secret that a request can be signed with."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def resolve_public_key(self, key_id: str) -> bytes:
        """The secret."""
        return self._secret


class Verifier(HTTPMessageVerifier):
    """Checks signatures; a partner's clock may be as wrong as a request may be old."""

    max_clock_skew = STALE_AFTER


def key_and_time(told: str) -> tuple[str, datetime, str]:
    """Key, time and nonce that the one Signature-Input names, which nothing vouches for yet. Raises ValueError."""
    read: object = http_sf.parse(told.encode(), tltype="dictionary")
    found = list(read.values()) if isinstance(read, dict) else []
    if len(found) != 1:
        raise ValueError("one signature is needed")
    _, parameters = found[0]
    key_id, created, nonce = (parameters.get(name) for name in ("keyid", "created", "nonce"))
    if not isinstance(key_id, str) or type(created) is not int or not isinstance(nonce, str):
        raise ValueError("keyid, created and nonce are needed")
    return key_id, datetime.fromtimestamp(created, UTC), nonce


class PartnerEntrance(Entrance):
    """Who may pass a route of partners."""

    async def caller(self, request: Request) -> Caller:
        """The partner who has signed the request. Raises Forbidden with a code that becomes 401, 403 for an address
        that was not agreed on, Conflict where it asks too often."""
        ports: Ports = request.app.state.ports
        message = Signed(request.method, _target(request), request.headers)
        key_id, nonce, partner = await self._known(ports, message, request.app.state.service.clock())
        _require_covered(request, _verified(ports, partner, key_id, message))
        partner.require_address(address_of(request, ports.side.trusted_proxies))
        terms = partner.require_active()
        admission = await ports.partners.admit(partner, key_id, nonce, terms.requests_per_minute)
        if not admission.fresh:
            if admission.lately >= terms.requests_per_minute:
                raise Conflict("requests-too-many", f"{terms.requests_per_minute} requests a minute were agreed")
            raise Forbidden("signature-replayed", "this nonce was used before")
        await self._read(request)
        request.scope[FOUND] = partner
        return Caller(partner.subject, terms.name, (PARTNER,), None, permissions_of([PARTNER]))

    async def _known(self, ports: Ports, message: Signed, now: datetime) -> tuple[str, str, Partner]:
        if "signature-input" not in message.headers or "signature" not in message.headers:
            raise Forbidden("signature-missing", "sign the request (RFC 9421): Signature-Input and Signature")
        try:
            key_id, created, nonce = key_and_time(message.headers["signature-input"])
        except (ValueError, TypeError, OverflowError, OSError) as error:
            raise Forbidden("signature-malformed", "one signature is needed, with created, keyid and nonce") from error
        if not 0 < len(nonce) <= LONGEST_NONCE:
            raise Forbidden("signature-malformed", f"a nonce has 1 to {LONGEST_NONCE} characters")
        if abs(now - created) > STALE_AFTER:
            raise Forbidden("signature-stale", "sign each request when it is sent: `created` is too far from now")
        partner = await ports.partners.with_key(key_id)
        if partner is None or partner.key(key_id, now) is None:
            raise _wrong()
        return key_id, nonce, partner

    async def _read(self, request: Request) -> None:
        request.scope["most_bytes"] = self.most_bytes
        length = request.headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self.most_bytes:
            raise Invalid("request-too-large", f"a request has at most {self.most_bytes} bytes here")
        body = await request.body()
        try:
            digest = request.headers.get("content-digest", "")
            found = ContentDigest.verify_components({'"content-digest"': digest}, body)
        except (HTTPMessageSignaturesException, ValueError):
            found = False
        if not found:
            raise Forbidden("digest-differs", "Content-Digest (sha-256, RFC 9530) is not that of the body")


def signed(permission: str, keyed: bool = True, most_bytes: int = 1 << 20) -> params.Depends:
    """The dependency of a route that partners enter."""
    return through(PartnerEntrance(permission, keyed, most_bytes, False))


def partner_of(request: Request) -> Partner:
    """The partner who has signed it."""
    found: Partner = request.scope[FOUND]
    return found


def address_of(request: Request, proxies: tuple[str, ...]) -> str:
    """Where a request comes from: behind a proxy of ours, what that says."""
    peer = request.client.host if request.client else ""
    if not within(peer, proxies):
        return peer
    told = ",".join(request.headers.getlist("x-forwarded-for")).split(",")[-1].strip()
    try:
        return str(ip_address(told))
    except ValueError:
        return peer


def _target(request: Request) -> str:
    query = request.scope["query_string"].decode("latin-1")
    return f"https://partners{request.scope['path']}" + (f"?{query}" if query else "")


def _verified(ports: Ports, partner: Partner, key_id: str, message: Signed) -> VerifyResult:
    key = next(each for each in partner.keys if each.key_id == key_id)
    verifier = Verifier(
        signature_algorithm=algorithms.HMAC_SHA256,
        key_resolver=SharedKey(ports.side.secrets.open(key_id, key.sealed)),
    )
    try:
        [found] = verifier.verify(message, max_age=STALE_AFTER)
    except (HTTPMessageSignaturesException, ValueError) as error:
        raise _wrong() from error
    return found


def _wrong() -> Forbidden:
    return Forbidden("signature-invalid", "the signature is not one of a partner's valid keys over this request")


def _require_covered(request: Request, found: VerifyResult) -> None:
    needed = [*COVERED]
    if request.scope["query_string"]:
        needed.append("@query")
    if "idempotency-key" in request.headers:
        needed.append("idempotency-key")
    if missing := [name for name in needed if f'"{name}"' not in found.covered_components]:
        raise Forbidden("signature-incomplete", f"the signature has to cover {', '.join(missing)} too")
