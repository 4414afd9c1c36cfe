"""Secrets that partners share with us, sealed by the field cipher; what was opened lately is remembered sealed, not in
clear anywhere but here."""

from functools import lru_cache

from loan_servicekit.db.crypto import FieldCipher

REMEMBERED = 4_096


class PartnerSecrets:
    """Implements `use_cases.partners.ports.Secrets`."""

    def __init__(self, cipher: FieldCipher) -> None:
        self._cipher = cipher
        self._opened = lru_cache(REMEMBERED)(self._decrypted)

    def seal(self, owner: str, secret: bytes) -> str:
        """The secret of a key or of a partner's endpoint, bound to it."""
        return self._cipher.encrypt(secret, _bound_to(owner))

    def open(self, owner: str, sealed: str) -> bytes:
        """The secret; raises ValueError where it is another's."""
        return self._opened(owner, sealed)

    def _decrypted(self, owner: str, sealed: str) -> bytes:
        return self._cipher.decrypt_bytes(sealed, _bound_to(owner))


def _bound_to(owner: str) -> str:
    return f"partners.secret {owner}"
