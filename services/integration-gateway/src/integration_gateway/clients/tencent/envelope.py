"""Tencent Cloud API 3.0: a POST to `/` whose headers name the action and bear a TC3-HMAC-SHA256 signature of the body.

Who is asked answers 200 in any case: with what was asked for, or with an error of his own.
"""

import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Final, TypeVar

import orjson
from yarl import URL

from integration_gateway.clients.credentials import Credentials, pair_of
from integration_gateway.clients.outbound import Line, LineTo
from integration_gateway.clients.tencent.row import TencentRow
from integration_gateway.clients.wire import Json, Unusable
from loan_servicekit.core import Clock

T = TypeVar("T")

ALGORITHM: Final = "TC3-HMAC-SHA256"
_KIND, _SIGNED = "application/json", "content-type;host"


@dataclass(frozen=True, slots=True)
class TencentKeys:
    """An account at the cloud."""

    secret_id: str = field(repr=False)
    secret_key: str = field(repr=False)


def read_keys(folder: Path) -> TencentKeys:
    """The files `secret_id` and `secret_key` of a folder. OSError or ValueError where there are none."""
    return TencentKeys(*pair_of(folder, "secret_id", "secret_key"))


class ProviderError(Unusable):
    """The cloud's own error in place of an answer; `code` is its own, in our spelling."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = f"tencent-{code.lower().replace('.', '-')}"


@dataclass(frozen=True, slots=True)
class Service:
    """One of the cloud's services."""

    name: str
    version: str
    url: str
    region: str = ""

    @property
    def host(self) -> str:
        """As the header says it and the signature covers it: with the port where it is not the usual one."""
        return URL(self.url).host_port_subcomponent or ""


@dataclass(frozen=True, slots=True)
class Cloud:
    """A service with the line to it, the account and the clock."""

    service: Service
    line: Line
    credentials: Credentials[TencentKeys]
    clock: Clock

    async def call(
        self,
        action: str,
        question: Mapping[str, object],
        read: Callable[[Json, bytes], T],
        telling: frozenset[str] = frozenset(),
        units: int = 1,
    ) -> T:
        """What `read` makes of the answer's object and of its text. Raises CallFailed. Errors that are `telling` say
        something of what was asked about: the cloud is well, and they are read as answers. `units` are charged."""
        body = orjson.dumps(question)
        headers = signed(self.service, action, body, self.credentials.current(), self.clock())
        return await self.line.exchange(body, lambda raw: read(response_of(raw, telling), raw), headers, units)


class Tencent:
    """All of it, as its row says: one account, a line a service. Checks are charged and only read: they are asked again
    once, where the network failed. A text message is sent once."""

    def __init__(self, row: TencentRow, line: LineTo, clock: Clock) -> None:
        self.row, self._line, self._clock = row, line, clock
        self._credentials = Credentials(row.credentials, read_keys)

    @cached_property
    def faceid(self) -> Cloud:
        """Identity, mobile numbers, bank cards."""
        service = Service("faceid", "2018-03-01", self.row.faceid_url)
        return self._cloud(service, self._line("tencent/faceid", service.url, self.row.timeout_s, 2))

    @cached_property
    def ocr(self) -> Cloud:
        """Invoices."""
        service = Service("ocr", "2018-11-19", self.row.ocr_url, self.row.region)
        return self._cloud(service, self._line("tencent/ocr", service.url, self.row.timeout_s, 2))

    @cached_property
    def sms(self) -> Cloud:
        """Text messages."""
        service = Service("sms", "2021-01-11", self.row.sms_url, self.row.region)
        return self._cloud(service, self._line("tencent/sms", service.url, self.row.timeout_s, 1))

    def _cloud(self, service: Service, line: Line) -> Cloud:
        return Cloud(service, line, self._credentials, self._clock)


def signed(service: Service, action: str, body: bytes, keys: TencentKeys, at: datetime) -> dict[str, str]:
    """The headers of a call; the day in its scope is that of UTC."""
    timestamp, day = str(int(at.timestamp())), f"{at.astimezone(UTC):%Y-%m-%d}"
    scope = f"{day}/{service.name}/tc3_request"
    digest = hashlib.sha256(body).hexdigest()
    request = f"POST\n/\n\ncontent-type:{_KIND}\nhost:{service.host}\n\n{_SIGNED}\n{digest}"
    text = f"{ALGORITHM}\n{timestamp}\n{scope}\n{hashlib.sha256(request.encode()).hexdigest()}"
    key = f"TC3{keys.secret_key}".encode()
    for part in (day, service.name, "tc3_request"):
        key = _mac(key, part)
    signature = hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
    credential = f"Credential={keys.secret_id}/{scope}, SignedHeaders={_SIGNED}, Signature={signature}"
    headers = {
        "Content-Type": _KIND,
        "Host": service.host,
        "X-TC-Action": action,
        "X-TC-Version": service.version,
        "X-TC-Timestamp": timestamp,
        "Authorization": f"{ALGORITHM} {credential}",
    }
    return headers | ({"X-TC-Region": service.region} if service.region else {})


def response_of(raw: bytes, telling: frozenset[str] = frozenset()) -> Json:
    """The object of an answer. Raises ProviderError where it is an error that is not `telling`; ValueError or
    LookupError for neither."""
    response: Json = orjson.loads(raw)["Response"]
    if "Error" in response and response["Error"]["Code"] not in telling:
        raise ProviderError(str(response["Error"]["Code"]))
    return response


def _mac(key: bytes, text: str) -> bytes:
    return hmac.new(key, text.encode(), hashlib.sha256).digest()
