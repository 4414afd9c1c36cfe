"""TC3-HMAC-SHA256 as the cloud checks it: rebuilt from the headers that the caller says he has signed."""

import hmac
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from provider_simulator.vendors.accounts import account

ASKS = "gateway/tencent"
MOST_SECONDS_APART = 300
_AUTHORIZATION = re.compile(
    r"TC3-HMAC-SHA256 Credential=([^/]+)/(\d{4}-\d\d-\d\d)/([a-z]+)/tc3_request, ?"
    r"SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Account:
    """Who may ask."""

    secret_id: str
    secret_key: str = field(repr=False)

    @classmethod
    def of(cls, folder: Path) -> "Account":
        """That of a folder; made there first where there is none."""
        fresh = {"secret_id": f"AKID{secrets.token_hex(16)}", "secret_key": secrets.token_hex(16)}
        return cls(*account(folder / ASKS, fresh))


def refusal(headers: Mapping[str, str], body: bytes, known: Account, at: datetime) -> str | None:
    """The code of the error that a call is answered with; None where it is signed as it should be."""
    told = _AUTHORIZATION.fullmatch(headers.get("authorization", ""))
    if told is None:
        return "AuthFailure.InvalidAuthorization"
    secret_id, day, service, names, signature = told.groups()
    if secret_id != known.secret_id:
        return "AuthFailure.SecretIdNotFound"
    timestamp = headers.get("x-tc-timestamp", "")
    if not timestamp.isdecimal() or abs(at.timestamp() - int(timestamp)) > MOST_SECONDS_APART:
        return "AuthFailure.SignatureExpire"
    if f"{datetime.fromtimestamp(int(timestamp), UTC):%Y-%m-%d}" != day or not {"content-type", "host"} <= {
        *names.split(";")
    }:
        return "AuthFailure.SignatureFailure"
    lines = "".join(f"{name}:{headers.get(name, '').strip()}\n" for name in names.split(";"))
    request = "\n".join(("POST", "/", "", lines, names, sha256(body).hexdigest()))
    text = "\n".join(
        ("TC3-HMAC-SHA256", timestamp, f"{day}/{service}/tc3_request", sha256(request.encode()).hexdigest())
    )
    key = b"TC3" + known.secret_key.encode()
    for part in (day, service, "tc3_request"):
        key = hmac.digest(key, part.encode(), "sha256")
    expected = hmac.new(key, text.encode(), sha256).hexdigest()
    return None if hmac.compare_digest(expected, signature) else "AuthFailure.SignatureFailure"
