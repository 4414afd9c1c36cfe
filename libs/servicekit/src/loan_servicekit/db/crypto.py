"""Field encryption (AES-256-GCM with a key id, so that keys can rotate) and blind indexes (HMAC-SHA-256)."""

import base64
import hmac
import os
from collections.abc import Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES = 12
SEALED = b"XINLIU-SEALED-1 "
LONGEST_HEAD = 200
KEY_BYTES = 32


class FieldCipher:
    """Encrypts with the active key, decrypts with any key of the ring.
    Form: `<key id>.<nonce><cipher text>`, base64."""

    def __init__(self, keys: Mapping[str, bytes]) -> None:
        """`keys`: key id to 32 bytes, the active one first. Raises ValueError for a key of another length."""
        if not keys:
            raise ValueError("at least one field key is needed")
        for key_id, key in keys.items():
            if len(key) != KEY_BYTES or "." in key_id:
                raise ValueError(f"field key {key_id!r} must have {KEY_BYTES} bytes and an id without a dot")
        self._ciphers = {key_id: AESGCM(key) for key_id, key in keys.items()}
        self._active = next(iter(keys))

    @property
    def active(self) -> str:
        """The id of the key that it encrypts with."""
        return self._active

    @property
    def key_ids(self) -> tuple[str, ...]:
        """The ids of the keys that it decrypts with."""
        return tuple(self._ciphers)

    @classmethod
    def parse(cls, text: str) -> "FieldCipher":
        """Reads `id:base64,id:base64`, the active key first."""
        pairs = (entry.split(":", 1) for entry in text.split(",") if entry)
        return cls({key_id: base64.b64decode(value) for key_id, value in pairs})

    def encrypt(self, plain: str | bytes, bound_to: str) -> str:
        """Cipher text of `plain`; `bound_to` (record id and field) must be given again to decrypt."""
        data = plain.encode() if isinstance(plain, str) else plain
        nonce = os.urandom(NONCE_BYTES)
        sealed = self._ciphers[self._active].encrypt(nonce, data, bound_to.encode())
        return f"{self._active}.{base64.b64encode(nonce + sealed).decode()}"

    def seal(self, data: bytes, bound_to: str) -> bytes:
        """Cipher text of a whole content, a third smaller than as text: a line with the key id, nonce, cipher text."""
        nonce = os.urandom(NONCE_BYTES)
        sealed = self._ciphers[self._active].encrypt(nonce, data, bound_to.encode())
        return b"".join((SEALED, self._active.encode(), b"\n", nonce, sealed))

    def open(self, sealed: bytes, bound_to: str) -> bytes:
        """The content of `seal`; raises ValueError for an unknown key, a changed content, or one that is not sealed."""
        head, separator, _ = sealed[:LONGEST_HEAD].partition(b"\n")
        if not separator or not head.startswith(SEALED):
            raise ValueError("the content is not sealed")
        cipher = self._ciphers.get(head.removeprefix(SEALED).decode("ascii", "replace"))
        if cipher is None:
            raise ValueError("the content is sealed with an unknown key")
        body = memoryview(sealed)[len(head) + 1 :]
        try:
            return cipher.decrypt(body[:NONCE_BYTES], body[NONCE_BYTES:], bound_to.encode())
        except InvalidTag as error:
            raise ValueError("the content was changed or belongs to another record") from error

    def decrypt_bytes(self, text: str, bound_to: str) -> bytes:
        """The plain bytes; raises ValueError for an unknown key or a changed text."""
        key_id, _, body = text.partition(".")
        cipher = self._ciphers.get(key_id)
        if cipher is None:
            raise ValueError(f"no field key {key_id!r}")
        sealed = base64.b64decode(body)
        try:
            return cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], bound_to.encode())
        except InvalidTag as error:
            raise ValueError("the cipher text was changed or belongs to another field") from error

    def decrypt(self, text: str, bound_to: str) -> str:
        """The plain text; raises ValueError for an unknown key or a changed text."""
        return self.decrypt_bytes(text, bound_to).decode()


def sealed_with(content: bytes) -> str | None:
    """The id of the key that a content was sealed with; None for one that is in clear."""
    head, separator, _ = content[:LONGEST_HEAD].partition(b"\n")
    return head.removeprefix(SEALED).decode("ascii", "replace") if separator and head.startswith(SEALED) else None


class BlindIndex:
    """Keyed hashes to look up and compare values without storing or sending them."""

    def __init__(self, key: bytes) -> None:
        if len(key) != KEY_BYTES:
            raise ValueError(f"the index key must have {KEY_BYTES} bytes")
        self._key = key

    def token(self, kind: str, value: str) -> str:
        """The same token for the same value of the same kind, 32 hexadecimal digits."""
        return hmac.digest(self._key, f"{kind}\0{value}".encode(), "sha256")[:16].hex()
