"""One call to one provider: budget of time, retry, circuit breaker, bounded concurrency.

What is tried again (domain.md R-7.6: network errors alone): a connection that fails, and 502, 503 and 504, with which a
provider's front says that the way behind it is closed. Any other 5xx is the provider's own answer to this request: it
would give it again, and counts as an outage without being asked for twice.
"""

import asyncio
import re
from collections import Counter, deque
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from contextvars import ContextVar
from dataclasses import dataclass
from time import perf_counter, time
from typing import Final, NamedTuple, Protocol, TypeAlias, TypeVar

import aiohttp
import stamina
from prometheus_client import Counter as Metric
from prometheus_client import Gauge, Histogram
from purgatory import AsyncCircuitBreakerFactory
from purgatory.domain.model import CLOSED, OpenedState
from purgatory.service._async.circuitbreaker import AsyncCircuitBreaker
from yarl import URL

from integration_gateway.clients.encoding import readable
from integration_gateway.clients.wire import Unusable
from integration_gateway.domain.providers.policy import Policy
from integration_gateway.use_cases.figures import LineFigures

T = TypeVar("T")

_JSON: Final = {"Content-Type": "application/json"}
MALFORMED: Final = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError)
_WAY_CLOSED: Final = frozenset({502, 503, 504})
_REMEMBERED_CALLS: Final = 200
_PLACE: Final = re.compile(r"[A-Za-z_/][A-Za-z0-9_/ .:-]{0,150}")
_NO_TIMES: Final = aiohttp.ClientTimeout(total=None)
_FIRST_WAIT_S, _LONGEST_WAIT_S, _JITTER_S = 0.05, 1.0, 0.05


PROVIDER_CALLS: Final = Metric(
    "provider_calls_total", "Calls to providers by outcome: ok, or what went wrong", ["provider", "outcome"]
)
CIRCUIT_OPEN: Final = Gauge(
    "provider_circuit_open", "Whether a provider is not called: its circuit is open, or held open by hand", ["provider"]
)
PROVIDER_SECONDS: Final = Histogram(
    "provider_call_seconds",
    "Time that a call took which was answered",
    ["provider"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 15.0),
)


class CallFailed(Exception):
    """No usable answer. `code`: network, http-<status>, malformed, wrong-subject, bad-signature, circuit-open,
    circuit-held-open. `sent` is False where the request certainly never left the house. `unread` is an answer that came
    all the same, behind what is wrong with it."""

    def __init__(self, code: str, sent: bool = True, unread: tuple[str, bytes] | None = None) -> None:
        super().__init__(code)
        self.code, self.sent, self.unread = code, sent, unread


class CallTimedOut(CallFailed):
    """The provider's budget of time is used up, retries and waiting for a free slot included."""

    def __init__(self) -> None:
        super().__init__("timeout")


class CallRefused(CallFailed):
    """Any other status than 200 and 5xx: the provider is well, the request is not. It does not count against it."""


class _WorthRepeating(CallFailed):
    """The network failed, here or behind the provider's front: what R-7.6 allows to try again."""


class Request(NamedTuple):
    """What is sent where: `url` where a provider has several, of which all stand behind one line."""

    body: bytes
    headers: Mapping[str, str] | None = None
    method: str = "POST"
    url: URL | None = None


@dataclass(frozen=True, slots=True)
class LineSettings:
    """How one provider is reached. The time is a budget for the whole call (domain.md R-7.6: 3 s to 15 s)."""

    url: str
    timeout_s: float
    attempts: int = 3
    in_flight: int = 64  # so that a provider that hangs cannot take the connections of the others
    breaker_failures: int = 10  # consecutive calls without a usable answer that open the circuit
    breaker_recovery_s: float = 5.0


@dataclass(frozen=True, slots=True)
class Limits:
    """What bounds the call that is under way, as the policy of its provider says, where it says so; `until` is when the
    collection's time is over, by the loop's clock."""

    until: float
    overall_s: float | None = None
    connect_s: float | None = None
    read_s: float | None = None

    @classmethod
    def of(cls, policy: Policy, until: float) -> "Limits":
        """Those of a policy."""
        return cls(until, _s(policy.timeout_ms), _s(policy.connect_ms), _s(policy.read_ms))


LIMITS: ContextVar[Limits | None] = ContextVar("limits", default=None)
"""Set by who asks a provider on behalf of a collection, read by its line."""


class Gate(Protocol):
    """What bounds and counts the calls of a line that are not a collection's."""

    def passing(self, units: int, patience_s: float) -> AbstractAsyncContextManager[None]:
        """Around a call, which is charged for so many units. Raises CallFailed where none may be made now."""


LineTo: TypeAlias = "Callable[[str, str, float, int], Line]"
"""Makes a line: its name, its address, its time and how often it is tried."""


def http_session(connections: int = 0) -> aiohttp.ClientSession:
    """The one session of the process. Each line bounds its own calls, so the pool need not: 0 means no bound.

    Cookies, proxies of the environment, redirects and headers that nobody reads are off: no provider needs them, and
    each call would pay for them at both ends. What a provider packs unasked is unpacked here (`encoding`).
    """
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=connections, ttl_dns_cache=60, keepalive_timeout=60),
        timeout=aiohttp.ClientTimeout(total=None),
        cookie_jar=aiohttp.DummyCookieJar(),
        headers=_JSON,
        skip_auto_headers=("Accept", "Accept-Encoding", "User-Agent"),
        auto_decompress=False,
        trust_env=False,
    )


class Line:
    """The connection to one provider; its breaker and its slots are shared by all calls to it."""

    def __init__(self, session: aiohttp.ClientSession, settings: LineSettings, name: str = "") -> None:
        self.name = name
        self.gate: Gate | None = None
        self._session = session
        self._settings = settings
        self._url = URL(settings.url)
        self._slots = asyncio.Semaphore(settings.in_flight)
        self._breakers = AsyncCircuitBreakerFactory(
            default_threshold=settings.breaker_failures,
            default_ttl=settings.breaker_recovery_s,
            exclude=[CallRefused, asyncio.CancelledError],
        )
        self._breaker: AsyncCircuitBreaker | None = None
        self._calls = self._failures = 0
        self._held = False
        self._errors: Counter[str] = Counter()
        self._latest_ms: deque[int] = deque(maxlen=_REMEMBERED_CALLS)
        CIRCUIT_OPEN.labels(name).set_function(lambda: self.circuit in ("open", "held-open"))

    def figures(self) -> LineFigures:
        """How the provider has done since the process began: calls, failures by class, how long the last calls took,
        circuit."""
        latest = sorted(self._latest_ms)
        p50, p95, p99 = (latest[min(len(latest) - 1, len(latest) * n // 100)] if latest else 0 for n in (50, 95, 99))
        return LineFigures(self.circuit, self._calls, self._failures, p50, p95, p99, dict(self._errors))

    @property
    def circuit(self) -> str:
        """closed, open, half-open (the next call is a probe), or held-open by hand."""
        if self._held:
            return "held-open"
        if self._breaker is None or self._breaker.context.state == CLOSED:
            return "closed"
        over = time() > (self._breaker.context.opened_at or 0) + self._breaker.context.ttl
        return "half-open" if over else "open"

    def hold(self, held: bool) -> None:
        """Calls no more, by order of an operator, or calls again."""
        self._held = held

    async def exchange(
        self, body: bytes, read: Callable[[bytes], T], headers: Mapping[str, str] | None = None, units: int = 1
    ) -> T:
        """Posts the body, for which so many units are charged, and returns what `read` makes of the answer; raises
        CallFailed where there is none to use."""
        return await self.call(Request(body, headers), read, units)

    async def call(self, request: Request, read: Callable[[bytes], T], units: int = 1) -> T:
        """What `read` makes of the answer to a request; raises CallFailed where there is none to use.

        `read` raises ValueError, KeyError or their like for an answer that breaks the provider's own contract. Such an
        answer counts against the provider like an outage, but is not asked for again.
        """
        if self.gate is None or LIMITS.get() is not None:  # a route bounds and counts its own calls
            return await self._counted(request, read)
        async with self.gate.passing(units, self._settings.timeout_s):
            return await self._counted(request, read)

    async def _counted(self, request: Request, read: Callable[[bytes], T]) -> T:
        self._calls += 1
        began = perf_counter()
        try:
            found = await self._through_breaker(request, read)
        except CallFailed as failure:
            self._failures += 1
            self._errors[failure.code] += 1
            PROVIDER_CALLS.labels(self.name, failure.code).inc()
            raise
        took = perf_counter() - began
        self._latest_ms.append(round(took * 1000))
        PROVIDER_CALLS.labels(self.name, "ok").inc()
        PROVIDER_SECONDS.labels(self.name).observe(took)
        return found

    async def _through_breaker(self, request: Request, read: Callable[[bytes], T]) -> T:
        if self._held:
            raise CallFailed("circuit-held-open", sent=False)
        try:
            async with self._breaker or await self._new_breaker():
                answer = await self._within_budget(request)
                try:
                    return read(answer)
                except Unusable as error:
                    raise CallFailed(error.code, unread=(described(error), answer)) from error
                except MALFORMED as error:
                    raise CallFailed("malformed", unread=(described(error), answer)) from error
        except OpenedState as refusal:
            refusal.__traceback__ = None  # it is one object for all refusals, and would remember every caller
            raise CallFailed("circuit-open", sent=False) from None

    async def _new_breaker(self) -> AsyncCircuitBreaker:
        breaker = self._breaker = await self._breakers.get_breaker(self._settings.url)
        return breaker

    async def _within_budget(self, request: Request) -> bytes:
        now, limits = asyncio.get_running_loop().time(), LIMITS.get()
        until = now + ((limits and limits.overall_s) or self._settings.timeout_s)
        try:
            async with asyncio.timeout_at(min(until, limits.until) if limits else until), self._slots:
                try:
                    return await self._send(request)
                except _WorthRepeating as failure:
                    return await self._repeat(request, failure)
        except TimeoutError as error:
            raise CallTimedOut from error

    async def _repeat(self, request: Request, failure: _WorthRepeating) -> bytes:
        # Entered after a failure only: the common case does not pay for the retry machinery. The failure that led here
        # is told again as the first attempt, so that the second one waits with jitter.
        told = [failure]
        async for attempt in stamina.retry_context(
            on=_WorthRepeating,
            attempts=self._settings.attempts,
            timeout=None,
            wait_initial=_FIRST_WAIT_S,
            wait_max=_LONGEST_WAIT_S,
            wait_jitter=_JITTER_S,
        ):
            with attempt:
                if told:
                    raise told.pop()
                return await self._send(request)
        raise AssertionError("the last attempt returns or raises")

    async def _send(self, request: Request) -> bytes:
        url, data = request.url or self._url, request.body or None
        try:
            async with self._session.request(
                request.method, url, data=data, headers=request.headers, allow_redirects=False, timeout=_times()
            ) as response:
                if response.status == 200:
                    return _text_of(response, await response.read())
                code = f"http-{response.status}"
                if response.status in _WAY_CLOSED:
                    raise _WorthRepeating(code)
                raise CallFailed(code) if response.status >= 500 else CallRefused(code)
        except aiohttp.ClientConnectorError as error:
            raise _WorthRepeating("network", sent=False) from error
        except (aiohttp.ClientError, OSError) as error:
            raise _WorthRepeating("network") from error


def _times() -> aiohttp.ClientTimeout:
    limits = LIMITS.get()
    if limits is None or not (limits.connect_s or limits.read_s):
        return _NO_TIMES
    return aiohttp.ClientTimeout(total=None, sock_connect=limits.connect_s, sock_read=limits.read_s)


def _s(milliseconds: int | None) -> float | None:
    return milliseconds / 1000 if milliseconds else None


def described(error: Exception) -> str:
    """What is wrong with an answer, in words that hold nothing of it: the kind of error, and the name of a field that
    is missing."""
    place = getattr(error, "place", "") or (error.args[0] if isinstance(error, KeyError) and error.args else "")
    return f"{type(error).__name__}: {place}" if _PLACE.fullmatch(str(place)) else type(error).__name__


def _text_of(response: aiohttp.ClientResponse, body: bytes) -> bytes:
    try:
        return readable(body, response.headers.get("Content-Encoding", ""), response.headers.get("Content-Type", ""))
    except MALFORMED as error:
        raise CallFailed("malformed") from error
