"""e签宝 V3 on the wire: requests signed by HMAC-SHA256 over method, digest of the body and path; calls of its own, too.

An answer's `code` is 0 where all is well, and `data` is what was asked for.
"""

import hashlib
import hmac
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import orjson

from integration_gateway.clients.credentials import pair_of
from integration_gateway.clients.wire import Json, Unusable

KIND: Final = "application/json; charset=UTF-8"
FRESH: Final = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class EsignKeys:
    """An application at the provider."""

    app_id: str
    app_secret: str = field(repr=False)


def read_keys(folder: Path) -> EsignKeys:
    """The files `app_id` and `app_secret` of a folder. OSError or ValueError where there are none."""
    return EsignKeys(*pair_of(folder, "app_id", "app_secret"))


class ProviderError(Unusable):
    """The provider's own error in place of an answer."""

    def __init__(self, code: object) -> None:
        super().__init__(str(code))
        self.code = f"esign-{code}"


def digest(body: bytes) -> str:
    """`Content-MD5`: a checksum of the protocol's, no protection. Empty where there is no body."""
    return b64encode(hashlib.md5(body, usedforsecurity=False).digest()).decode() if body else ""


def signed(method: str, path: str, body: bytes, keys: EsignKeys, at: datetime) -> dict[str, str]:
    """The headers of a request; `path` is with its query."""
    told = f"{method}\n*/*\n{digest(body)}\n{KIND}\n\n{path}"
    signature = hmac.digest(keys.app_secret.encode(), told.encode(), "sha256")
    return {
        "X-Tsign-Open-App-Id": keys.app_id,
        "X-Tsign-Open-Auth-Mode": "Signature",
        "X-Tsign-Open-Ca-Timestamp": str(round(at.timestamp() * 1000)),
        "X-Tsign-Open-Ca-Signature": b64encode(signature).decode(),
        "Accept": "*/*",
        "Content-Type": KIND,
        "Content-MD5": digest(body),
    }


def data_of(raw: bytes) -> Json:
    """What was asked for. Raises ProviderError where it is an error; ValueError or LookupError for neither."""
    told: Json = orjson.loads(raw)
    if told["code"] != 0:
        raise ProviderError(told["code"])
    data: Json = told["data"] or {}
    return data


def is_theirs(headers: Mapping[str, str], query: Mapping[str, str], body: bytes, keys: EsignKeys, at: datetime) -> bool:
    """Whether the provider has signed a call, lately. `headers` by names in small letters."""
    timestamp, signature = headers.get("x-tsign-open-timestamp", ""), headers.get("x-tsign-open-signature", "")
    if not timestamp.isdecimal() or not signature.isascii():
        return False
    told = timestamp + "".join(query[name] for name in sorted(query))
    expected = hmac.new(keys.app_secret.encode(), told.encode() + body, "sha256").hexdigest()
    late = abs(at.timestamp() - int(timestamp) / 1000) > FRESH.total_seconds()
    return hmac.compare_digest(expected, signature.lower()) and not late
