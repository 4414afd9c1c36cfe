"""Checks webhooks (Standard Webhooks): whose they are, and that they are not old ones sent again."""

import base64
import binascii
import hmac
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from pydantic import BaseModel, ConfigDict

TOLERANCE = timedelta(minutes=5)
PREFIX = "whsec_"


class Forged(Exception):
    """A message that is not the lender's, or not one of now."""


class Event(BaseModel):
    """What a webhook says. `id` is the same on every try: one that was seen before is no news."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    type: str
    timestamp: datetime
    data: dict[str, Any]


def check_webhook(secrets: Sequence[str], headers: Mapping[str, str], body: bytes, now: datetime) -> Event:
    """The event of a message that one of the secrets signed within five minutes; raises Forged."""
    told = {name.lower(): value for name, value in headers.items()}
    try:
        id, at, signed = (told[f"webhook-{name}"] for name in ("id", "timestamp", "signature"))
        sent = datetime.fromtimestamp(int(at), UTC)
    except (KeyError, ValueError, OverflowError, OSError) as error:
        raise Forged("webhook-id, webhook-timestamp and webhook-signature are needed") from error
    if abs(now - sent) > TOLERANCE:
        raise Forged("the message is not of now")
    content = f"{id}.{at}.".encode() + body
    given = [each.removeprefix("v1,") for each in signed.split(" ") if each.startswith("v1,")]
    for secret in secrets:
        made = base64.b64encode(hmac.digest(_key(secret), content, "sha256")).decode()
        if any(hmac.compare_digest(made, each) for each in given):
            return Event.model_validate({**json.loads(body), "id": id})
    raise Forged("the signature is none of ours")


def _key(secret: str) -> bytes:
    try:
        return base64.b64decode(secret.removeprefix(PREFIX), validate=True)
    except binascii.Error as error:
        raise ValueError("a secret is whsec_ and base64") from error
