"""The providers' own texts, compressed and encrypted in one piece a collection (domain.md R-7.4),
and sealed anew when the key changes.
"""

import logging
from collections.abc import Callable
from uuid import UUID

import orjson
from sqlalchemy.ext.asyncio import AsyncEngine

from integration_gateway.domain.sources.answer import Collection
from integration_gateway.persistence.sources.packing import pack
from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import Cause, Clock
from loan_servicekit.db.crypto import FieldCipher
from loan_servicekit.db.unit_of_work import tell

log = logging.getLogger(__name__)

ACTOR = "integration-gateway"
AT_ONCE, RESEAL_EVERY_S = 50, 3600.0
KEY_OF = "left(raw, strpos(raw, '.'))"  # the index of keys is on this expression
OLD = f"select request_id, raw from collections where {KEY_OF} = any($1::text[]) limit $2 for update skip locked"
RESEAL = (
    "update collections c set raw = u.raw from unnest($1::uuid[], $2::text[]) as u(request_id, raw)"
    " where c.request_id = u.request_id"
)


def sealer(cipher: FieldCipher) -> Callable[[UUID, Collection], str]:
    """Seals the raw answers of a collection, bound to its request: a line of JSON with the length of each source's
    text, then the texts one after another, byte for byte as they came."""

    def seal(request_id: UUID, found: Collection) -> str:
        raw = {a.source.value: a.raw for a in found.answers.values() if a.raw}
        lengths = orjson.dumps({source: len(text) for source, text in raw.items()})
        plain = b"\n".join((lengths, b"".join(raw.values())))
        return cipher.encrypt(pack(plain), _bound_to(request_id))

    return seal


class Resealing:
    """Brings what an older key has sealed under the active one, in the background and in small steps. Texts of a key
    that is not in the ring stay as they are."""

    def __init__(self, engine: AsyncEngine, cipher: FieldCipher, now: Clock) -> None:
        self._engine, self._cipher, self._now = engine, cipher, now

    async def reseal(self) -> int:
        """How many texts were sealed anew. Safe to run in several processes."""
        active = self._cipher.active
        readable = [f"{key_id}." for key_id in self._cipher.key_ids if key_id != active]
        done = 0
        while readable:
            async with self._engine.begin() as connection:
                rows = (await connection.exec_driver_sql(OLD, (readable, AT_ONCE))).all()
                found: list[tuple[UUID, str]] = [(row._mapping["request_id"], row._mapping["raw"]) for row in rows]
                if not found:
                    break
                ids, texts = [id for id, _ in found], [self._anew(*each) for each in found]
                await connection.exec_driver_sql(RESEAL, (ids, texts))
                detail = {"collections": str(len(ids)), "key": active}
                act = AuditRecorded(subject_type="vault", subject_id=active, action="rotate", detail=detail)
                await tell(connection, Cause(ACTOR), self._now(), act)
                done += len(ids)
        if done:
            log.info("collections.resealed", extra={"collections": done})
        return done

    def _anew(self, request_id: UUID, text: str) -> str:
        bound_to = _bound_to(request_id)
        return self._cipher.encrypt(self._cipher.decrypt_bytes(text, bound_to), bound_to)


def _bound_to(request_id: UUID) -> str:
    return f"collections.raw {request_id}"
