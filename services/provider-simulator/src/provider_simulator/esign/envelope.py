"""Who may ask, and how calls of either side are signed."""

import hmac
import secrets
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import md5
from pathlib import Path

from provider_simulator.vendors.accounts import account

ASKS = "gateway/esign"
MOST_MS_APART = 15 * 60 * 1000


@dataclass(frozen=True, slots=True)
class EsignAccount:
    """An application that may ask."""

    app_id: str
    app_secret: str = field(repr=False)

    @classmethod
    def of(cls, folder: Path) -> "EsignAccount":
        """That of a folder; made there first where there is none."""
        fresh = {"app_id": f"74{secrets.randbelow(10**8):08d}", "app_secret": secrets.token_hex(16)}
        return cls(*account(folder / ASKS, fresh))


def checksum(body: bytes) -> str:
    """`Content-MD5`."""
    return b64encode(md5(body, usedforsecurity=False).digest()).decode() if body else ""


def is_signed(
    method: str, path: str, headers: Mapping[str, str], body: bytes, known: EsignAccount, at: datetime
) -> bool:
    """Whether the application has signed a request."""
    told = headers.get("x-tsign-open-ca-timestamp", "")
    if headers.get("x-tsign-open-app-id") != known.app_id or not told.isdecimal():
        return False
    if abs(at.timestamp() * 1000 - int(told)) > MOST_MS_APART or headers.get("content-md5", "") != checksum(body):
        return False
    told_headers = [headers.get(name, "") for name in ("accept", "content-md5", "content-type")]
    lines = (method, *told_headers, "", path)
    expected = hmac.digest(known.app_secret.encode(), "\n".join(lines).encode(), "sha256")
    return hmac.compare_digest(b64encode(expected).decode(), headers.get("x-tsign-open-ca-signature", ""))


def call_headers(body: bytes, known: EsignAccount, at: datetime) -> dict[str, str]:
    """Those of a call to the application: over the time and the body, as its address has no query."""
    timestamp = str(round(at.timestamp() * 1000))
    signature = hmac.new(known.app_secret.encode(), timestamp.encode() + body, "sha256").hexdigest()
    return {
        "Content-Type": "application/json; charset=UTF-8",
        "X-Tsign-Open-App-Id": known.app_id,
        "X-Tsign-Open-TIMESTAMP": timestamp,
        "X-Tsign-Open-SIGNATURE-ALGORITHM": "hmac-sha256",
        "X-Tsign-Open-SIGNATURE": signature,
    }
