"""Numbers that people read, made from ids: unique without a counter that everybody would wait for."""

from datetime import date
from uuid import UUID

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U: nothing to confuse when it is read aloud
PAIRS = [first + second for first in CROCKFORD for second in CROCKFORD]
SHIFTS = (50, 40, 30, 20, 10, 0)  # twelve characters: 60 bits, all of them from the random part of the id


def readable_number(prefix: str, on: date, id: UUID) -> str:
    """Prefix, day and twelve characters: AP20261123 7Q2M4K9T0ZBA, without the blank."""
    bits = id.int
    return f"{prefix}{on:%Y%m%d}{''.join([PAIRS[bits >> shift & 1023] for shift in SHIFTS])}"
