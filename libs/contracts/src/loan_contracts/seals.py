"""Seals: a keyed hash (HMAC-SHA-256, RFC 2104) over what a message orders, known to who gives and who carries it out.

The broker says who wrote a topic; a seal says more: that these very figures are those of the service that may give the
order, whoever has carried them since. A message class names what its seal covers in `SEALED`.
"""

import base64
import hmac
import json
from collections.abc import Mapping
from typing import TypeVar

from loan_contracts.message import Message

M = TypeVar("M", bound=Message)
FORM = "1"
KEY_BYTES = 32
_canonical = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode


class Seals:
    """Seals with the active key, recognises a seal of any key of the ring. Form: `1.<key id>.<hash>`, base64url."""

    def __init__(self, keys: Mapping[str, bytes]) -> None:
        """`keys`: key id to 32 bytes, the active one first. Raises ValueError for a key of another length."""
        if not keys:
            raise ValueError("at least one seal key is needed")
        for key_id, key in keys.items():
            if len(key) != KEY_BYTES or not key_id or "." in key_id:
                raise ValueError(f"seal key {key_id!r} must have {KEY_BYTES} bytes and an id without a dot")
        self._keys = dict(keys)
        self._active = next(iter(keys))

    @classmethod
    def parse(cls, text: str) -> "Seals":
        """Reads `id:base64,id:base64`, the active key first."""
        pairs = (entry.strip().split(":", 1) for entry in text.split(",") if entry.strip())
        return cls({key_id: base64.b64decode(value, validate=True) for key_id, value in pairs})

    def sealed(self, message: M) -> M:
        """The message with its seal."""
        return message.model_copy(update={"seal": f"{FORM}.{self._active}.{self._hash(self._active, message)}"})

    def bears(self, message: Message) -> bool:
        """Whether the message bears a seal of ours over exactly what it says."""
        form, _, rest = (getattr(message, "seal", None) or "").partition(".")
        key_id, _, found = rest.partition(".")
        if form != FORM or key_id not in self._keys:
            return False
        return hmac.compare_digest(found.encode(), self._hash(key_id, message).encode())

    def _hash(self, key_id: str, message: Message) -> str:
        """Over type, key id and the sealed fields as they stand on the wire: no field can pass for another."""
        known = type(message).model_fields
        said = {name for name in message.SEALED_IF_SAID if getattr(message, name) != known[name].default}
        fields = message.model_dump(mode="json", include={*message.SEALED, *said})
        text = _canonical([FORM, key_id, message.TYPE, fields])
        return base64.urlsafe_b64encode(hmac.digest(self._keys[key_id], text.encode(), "sha256")).decode().rstrip("=")
