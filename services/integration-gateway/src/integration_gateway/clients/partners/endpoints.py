"""Posts webhooks to partners' endpoints: signed at each try, to a public address alone, which is resolved once and then
connected to; a redirect is no answer."""

import asyncio
import logging
import socket
from collections.abc import Callable, Sequence
from ipaddress import ip_address
from uuid import UUID

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from integration_gateway.domain.partners.webhook import Deliver, signature
from integration_gateway.use_cases.partners.deliver import Told
from loan_servicekit.core import Clock, Invalid

log = logging.getLogger(__name__)

TIMEOUT_S = 10.0
MOST_OF_AN_ANSWER = 4096


class AddressRefused(OSError):
    """The endpoint's name is one of an address that is not public."""


class Addresses:
    """Which addresses are told: public ones over TLS; in development any."""

    def __init__(self, development: bool) -> None:
        self._development = development

    def check(self, url: str) -> None:
        """Raises Invalid `endpoint-not-allowed`."""
        try:
            found = URL(url)
            (found.host or "").encode("idna")  # what no name server can be asked for: no label is empty or too long
        except ValueError as malformed:
            raise Invalid("endpoint-not-allowed", "an endpoint is the address of a host") from malformed
        if found.user or found.password or found.fragment or not found.host:
            raise Invalid("endpoint-not-allowed", "an endpoint is scheme, host and path")
        if self._development:
            return
        if found.scheme != "https":
            raise Invalid("endpoint-not-allowed", "messages are sent over https alone")
        if not self.allowed(found.host, is_name=True):
            raise Invalid("endpoint-not-allowed", "messages are sent to public addresses alone")

    def allowed(self, host: str, is_name: bool = False) -> bool:
        """Whether an address may be connected to; a name is looked at when it is resolved."""
        try:
            return self._development or ip_address(host.partition("%")[0]).is_global
        except ValueError:
            return is_name


class _Pinned(AbstractResolver):
    """Resolves a name once for the connection; what is not public is left out."""

    def __init__(self, addresses: Addresses) -> None:
        self._addresses = addresses

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        loop = asyncio.get_running_loop()
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM, family=family)
        usable = [
            ResolveResult(
                hostname=host, host=str(to[0]), port=port, family=kind, proto=proto, flags=socket.AI_NUMERICHOST
            )
            for kind, _, proto, _, to in found
            if self._addresses.allowed(str(to[0]))
        ]
        if not usable:
            raise AddressRefused(f"{host} has no public address")
        return usable

    async def close(self) -> None:
        """Nothing is held."""


class HttpEndpoints:
    """Implements `Endpoints`; it is opened inside the loop and closed with the service."""

    def __init__(self, addresses: Addresses, open_secret: Callable[[str, str], bytes], now: Clock) -> None:
        self._addresses, self._open, self._now = addresses, open_secret, now
        self._session: aiohttp.ClientSession | None = None

    def open(self) -> None:
        """A session of its own: partners share no connection with providers, and no cookies, proxies or redirects."""
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0, resolver=_Pinned(self._addresses), keepalive_timeout=30),
            timeout=aiohttp.ClientTimeout(total=TIMEOUT_S),
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=False,
            auto_decompress=False,
        )

    async def close(self) -> None:
        """Ends connections."""
        if self._session is not None:
            await self._session.close()

    async def tell(self, id: UUID, work: Deliver) -> Told:
        """Posts one message."""
        assert self._session is not None
        url, body = URL(work.url), work.body.encode()
        if url.host is None or not self._addresses.allowed(url.host, is_name=True):
            return Told(False, "address-not-allowed")
        at = int(self._now().timestamp())
        headers = {
            "Content-Type": "application/json",
            "webhook-id": str(id),
            "webhook-timestamp": str(at),
            "webhook-signature": signature(self._secrets(work), str(id), at, body),
        }
        try:
            async with self._session.post(url, data=body, headers=headers, allow_redirects=False) as answer:
                await answer.content.read(MOST_OF_AN_ANSWER)
                return Told(200 <= answer.status < 300, f"http-{answer.status}")
        except TimeoutError:
            return Told(False, "timeout")
        except AddressRefused:
            return Told(False, "address-not-allowed")
        except (aiohttp.ClientError, OSError) as error:
            refused = isinstance(error.__cause__, AddressRefused)
            return Told(False, "address-not-allowed" if refused else "network")

    def _secrets(self, work: Deliver) -> Sequence[str]:
        now = self._now()
        valid = [each for each in work.secrets if each.expires_at is None or now < each.expires_at]
        return [self._open(str(work.partner_id), each.sealed).decode() for each in valid]
