"""Numbers that people read, made from ids: unique without a counter that everybody would wait for."""

from datetime import date
from uuid import UUID

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U: nothing to confuse when it is read aloud
CHARACTERS = 12  # 60 bits, all of them from the random part of the id


def readable_number(prefix: str, on: date, id: UUID) -> str:
    """Prefix, day and twelve characters: AP20261123 7Q2M4K9T0ZBA, without the blank."""
    bits, tail = id.int, ""
    for _ in range(CHARACTERS):
        bits, digit = divmod(bits, 32)
        tail = CROCKFORD[digit] + tail
    return f"{prefix}{on:%Y%m%d}{tail}"
