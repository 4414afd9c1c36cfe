"""Seals of the evidence chain: what a segment ended with, marked with a key that is not in the database.

A hash chain alone shows a change to whoever knows a later hash. Who can write to the tables can make the chain, its
head and every count anew; he cannot make a mark (HMAC-SHA-256, RFC 2104) of the service's key. So the end of each
segment is kept under a mark that stands on the mark before it, and so are the head and how far a verification has come.
"""

import base64
import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from reporting_svc.domain.evidence.chain import START, Fault, FaultCode, Head

KEY_BYTES = 32
ENTRIES = 10_000  # in a segment, at most
OPEN_FOR = timedelta(hours=1)  # a segment that grows slowly is sealed after so long
UNMARKED = ""


class Marks:
    """Marks with the active key, recognises a mark of any key of the ring. Form: `<key id>.<hash>`, hexadecimal."""

    def __init__(self, keys: Mapping[str, bytes]) -> None:
        """`keys`: key id to 32 bytes, the active one first. Raises ValueError for a key of another length."""
        if not keys or any(len(key) != KEY_BYTES or not id or "." in id for id, key in keys.items()):
            raise ValueError(f"marks need a key of {KEY_BYTES} bytes with an id without a dot")
        self._keys, self._active = dict(keys), next(iter(keys))

    @classmethod
    def parse(cls, text: str) -> "Marks":
        """Reads `id:base64,id:base64`, the active key first."""
        pairs = (entry.strip().split(":", 1) for entry in text.split(",") if entry.strip())
        return cls({id: base64.b64decode(value, validate=True) for id, value in pairs})

    def of(self, *said: object) -> str:
        """The mark over some values, the first of which says what they are."""
        return f"{self._active}.{self._hash(self._active, said)}"

    def bears(self, mark: str, *said: object) -> bool:
        """Whether a mark is ours, over exactly these values."""
        id, _, found = mark.partition(".")
        return id in self._keys and hmac.compare_digest(found.encode(), self._hash(id, said).encode())

    def _hash(self, id: str, said: Sequence[object]) -> str:
        text = json.dumps([id, *said], separators=(",", ":"), default=str)
        return hmac.digest(self._keys[id], text.encode(), "sha256").hex()


@dataclass(frozen=True, slots=True)
class Seal:
    """What a segment of the chain was when it was sealed. `before` is the mark of the seal before it."""

    number: int
    first_seq: int
    last_seq: int
    end_hash: bytes
    sealed_at: datetime
    before: str
    mark: str = UNMARKED

    @property
    def said(self) -> tuple[object, ...]:
        """What the mark covers."""
        ends = (self.number, self.first_seq, self.last_seq, self.end_hash.hex())
        return ("seal", *ends, self.sealed_at.timestamp(), self.before)

    @property
    def end(self) -> Head:
        """The last entry of the segment."""
        return Head(self.last_seq, self.end_hash)


def end_of(seal: Seal | None) -> Head:
    """Where the sealed part of the chain ends."""
    return seal.end if seal else START


def next_end(last: Seal | None, head: Head, begun_at: datetime | None, now: datetime) -> int | None:
    """The last entry of the segment that is to be sealed now; None where the open one is neither full nor old."""
    begin = end_of(last).seq
    if head.seq - begin >= ENTRIES:
        return begin + ENTRIES
    old = begun_at is not None and now - begun_at >= OPEN_FOR
    return head.seq if head.seq > begin and old else None


def sealed(last: Seal | None, end: Head, marks: Marks, now: datetime) -> Seal:
    """The seal behind `last`, of the segment up to `end`."""
    number, before = (last.number + 1, last.mark) if last else (1, UNMARKED)
    seal = Seal(number, end_of(last).seq + 1, end.seq, end.hash, now, before)
    return Seal(number, seal.first_seq, end.seq, end.hash, now, before, marks.of(*seal.said))


def head_mark(head: Head, marks: Marks) -> str:
    """The mark of a head."""
    return marks.of("head", head.seq, head.hash.hex())


def head_is_ours(head: Head, mark: str, marks: Marks) -> bool:
    """Whether the service has written this head."""
    return marks.bears(mark, "head", head.seq, head.hash.hex())


def check_seals(seals: Sequence[Seal], head: Head, marks: Marks) -> Fault | None:
    """The first seal that is not ours, does not stand on the one before it, or is about what the chain has no more."""
    last: Seal | None = None
    for seal in seals:
        expected = (last.number + 1, last.last_seq + 1, last.mark) if last else (1, 1, UNMARKED)
        if seal.number != expected[0]:
            detail = f"seal {seal.number} stands where seal {expected[0]} should"
            return Fault(expected[1], FaultCode.SEAL_MISSING, detail)
        if (seal.first_seq, seal.before) != expected[1:] or not marks.bears(seal.mark, *seal.said):
            return Fault(expected[1], FaultCode.SEAL_FORGED, f"seal {seal.number} is not the one that was made")
        last = seal
    if last is not None and last.last_seq > head.seq:
        detail = f"the chain ends with entry {head.seq}, seal {last.number} is about entry {last.last_seq}"
        return Fault(head.seq + 1, FaultCode.ENTRY_MISSING, detail)
    return None
