"""Webhooks by Standard Webhooks: what is sent, how it is signed, and when it is tried again.

`webhook-signature` is `v1,<base64>` of HMAC-SHA256 over `id.timestamp.body`, one for each secret that is valid: during
a rotation the receiver may know either.
"""

import base64
import hmac
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import ClassVar
from uuid import UUID

from integration_gateway.domain.desk.work import Kind

SECRET_PREFIX = "whsec_"
GIVE_UP_AFTER = timedelta(days=3)
_MINUTE, _HOUR = 60, 3600
WAITS_S = (5, 30, 2 * _MINUTE, 5 * _MINUTE, 15 * _MINUTE, _HOUR, 2 * _HOUR, 4 * _HOUR)


@dataclass(frozen=True, slots=True)
class SealedSecret:
    """A secret of a partner's endpoint."""

    sealed: str = field(repr=False)
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Deliver:
    """One message for a partner's endpoint, byte for byte as it is signed."""

    KIND: ClassVar[Kind] = Kind.WEBHOOK

    partner_id: UUID
    application_id: UUID
    body: str = field(repr=False)
    url: str
    secrets: tuple[SealedSecret, ...] = ()


def signature(secrets: Sequence[str], id: str, at: int, body: bytes) -> str:
    """The header: a signature with each of the secrets (`whsec_…`)."""
    told = f"{id}.{at}.".encode() + body
    return " ".join(f"v1,{base64.b64encode(hmac.digest(key_of(each), told, 'sha256')).decode()}" for each in secrets)


def key_of(secret: str) -> bytes:
    """The key of a secret as it is written."""
    return base64.b64decode(secret.removeprefix(SECRET_PREFIX), validate=True)


def wait_s(tries: int) -> int:
    """How long after so many tries the next one comes."""
    return WAITS_S[min(tries, len(WAITS_S) - 1)]
