"""The providers' own texts, compressed and encrypted in one piece a collection (domain.md R-7.4),
and sealed anew when the key changes.
"""

import base64
import logging
from dataclasses import dataclass
from uuid import UUID

import orjson
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy.ext.asyncio import AsyncEngine

from integration_gateway.domain.customers.subject import Subject
from integration_gateway.domain.sources.answer import Collection
from integration_gateway.persistence.sources.packing import pack, unpack
from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import Cause, Clock
from loan_servicekit.db.crypto import KEY_BYTES, BlindIndex, FieldCipher
from loan_servicekit.db.unit_of_work import tell

log = logging.getLogger(__name__)

ACTOR = "integration-gateway"
AT_ONCE, RESEAL_EVERY_S = 50, 3600.0
MOST_UNREAD_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts that are sealed, each bound to its row: the index of keys is on the beginning of the column."""

    table: str
    id: str
    column: str

    @property
    def old(self) -> str:
        """Rows whose text an older key has sealed."""
        key = f"left({self.column}, strpos({self.column}, '.'))"
        return (
            f"select {self.id} as id, {self.column} as text from {self.table} where {key} = any($1::text[])"
            " limit $2 for update skip locked"
        )

    @property
    def anew(self) -> str:
        """Takes the place of texts."""
        return (
            f"update {self.table} t set {self.column} = u.text from unnest($1::uuid[], $2::text[]) as u(id, text)"
            f" where t.{self.id} = u.id"
        )

    def bound_to(self, id: UUID) -> str:
        """What a row's text is bound to."""
        return f"{self.table}.{self.column} {id}"


COLLECTED = Texts("collections", "request_id", "raw")
NOTES = Texts("communications", "id", "note")
UNREAD = Texts("quarantined_answers", "id", "text")


@dataclass(frozen=True, slots=True)
class SourceSeals:
    """Implements `Seals`."""

    cipher: FieldCipher
    subjects: BlindIndex

    @classmethod
    def parse(cls, field_keys: str) -> "SourceSeals":
        """Of the ring of keys. Hashes of subjects follow from its active key: under the next one nobody is the same as
        before, and everything is asked anew."""
        cipher = FieldCipher.parse(field_keys)
        active = base64.b64decode(field_keys.partition(":")[2].partition(",")[0])
        return cls(cipher, BlindIndex(HKDF(SHA256(), KEY_BYTES, None, b"subjects of questions").derive(active)))

    def collection(self, request_id: UUID, found: Collection) -> str:
        """A line of JSON with the length of each source's text, then the texts one after another, byte for byte as
        they came."""
        raw = {a.source.value: a.raw for a in found.answers.values() if a.raw}
        lengths = orjson.dumps({source: len(text) for source, text in raw.items()})
        plain = b"\n".join((lengths, b"".join(raw.values())))
        return self.cipher.encrypt(pack(plain), COLLECTED.bound_to(request_id))

    def unread(self, id: UUID, text: bytes) -> str:
        """A text of which nothing was read."""
        return self.cipher.encrypt(pack(text[:MOST_UNREAD_BYTES]), UNREAD.bound_to(id))

    def open_unread(self, id: UUID, sealed: str) -> bytes:
        """What it said."""
        return unpack(self.cipher.decrypt_bytes(sealed, UNREAD.bound_to(id)))

    def subject(self, subject: Subject) -> str:
        """All that questions name of him."""
        asked = (subject.identity_number, subject.name, subject.mobile, subject.card, subject.organisation_code)
        return self.subjects.token("subject", "\0".join(each or "" for each in asked))


class Resealing:
    """Brings what an older key has sealed under the active one, in the background and in small steps. Texts of a key
    that is not in the ring stay as they are."""

    def __init__(self, engine: AsyncEngine, cipher: FieldCipher, now: Clock) -> None:
        self._engine, self._cipher, self._now = engine, cipher, now

    async def reseal(self) -> int:
        """How many texts were sealed anew. Safe to run in several processes."""
        return sum([await self._texts(texts) for texts in (COLLECTED, NOTES, UNREAD)])

    async def _texts(self, texts: Texts) -> int:
        active = self._cipher.active
        readable = [f"{key_id}." for key_id in self._cipher.key_ids if key_id != active]
        done = 0
        while readable:
            async with self._engine.begin() as connection:
                rows = (await connection.exec_driver_sql(texts.old, (readable, AT_ONCE))).all()
                found: list[tuple[UUID, str]] = [(row._mapping["id"], row._mapping["text"]) for row in rows]
                if not found:
                    break
                ids, fresh = [id for id, _ in found], [self._anew(text, texts.bound_to(id)) for id, text in found]
                await connection.exec_driver_sql(texts.anew, (ids, fresh))
                detail = {texts.table: str(len(ids)), "key": active}
                act = AuditRecorded(subject_type="vault", subject_id=active, action="rotate", detail=detail)
                await tell(connection, Cause(ACTOR), self._now(), act)
                done += len(ids)
        if done:
            log.info(f"{texts.table}.resealed", extra={"texts": done})
        return done

    def _anew(self, text: str, bound_to: str) -> str:
        return self._cipher.encrypt(self._cipher.decrypt_bytes(text, bound_to), bound_to)
