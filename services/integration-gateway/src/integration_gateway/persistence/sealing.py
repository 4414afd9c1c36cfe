"""The providers' own texts, compressed and encrypted in one piece a collection (domain.md R-7.4)."""

import zlib
from collections.abc import Callable
from uuid import UUID

import orjson

from integration_gateway.domain.answer import Collection
from loan_servicekit.db.crypto import FieldCipher


def sealer(cipher: FieldCipher) -> Callable[[UUID, Collection], str]:
    """Seals the raw answers of a collection, bound to its request: a line of JSON with the length of each source's text,
    then the texts one after another, byte for byte as they came."""

    def seal(request_id: UUID, found: Collection) -> str:
        raw = {a.source.value: a.raw for a in found.answers.values() if a.raw}
        lengths = orjson.dumps({source: len(text) for source, text in raw.items()})
        plain = b"\n".join((lengths, b"".join(raw.values())))
        return cipher.encrypt(zlib.compress(plain, 1), f"collections.raw {request_id}")

    return seal
