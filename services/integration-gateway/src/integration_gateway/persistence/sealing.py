"""The providers' own texts, compressed and encrypted in one piece a collection (domain.md R-7.4)."""

import zlib
from collections.abc import Callable
from uuid import UUID

import orjson

from integration_gateway.domain.answer import Collection
from loan_servicekit.db.crypto import FieldCipher


def sealer(cipher: FieldCipher) -> Callable[[UUID, Collection], str]:
    """Seals the raw answers of a collection, bound to its request."""

    def seal(request_id: UUID, found: Collection) -> str:
        raw = {a.source.value: a.raw.decode(errors="replace") for a in found.answers.values() if a.raw}
        return cipher.encrypt(zlib.compress(orjson.dumps(raw), 1), f"collections.raw {request_id}")

    return seal
