"""Facts, answers and providers' texts made small: deflated (RFC 1951) with a dictionary of the words that they share.

The first byte says which dictionary. A dictionary never changes: what it has packed could not be read any more; a
better one gets the next number. Words are those of an invented person's answers, without name and numbers.
"""

import zlib
from collections.abc import Mapping
from importlib.resources import files

NEWEST = 1
WORDS: Mapping[int, bytes] = {
    number: files(__package__).joinpath(f"words-{number}.txt").read_bytes() for number in range(1, NEWEST + 1)
}
LEVEL, RAW_DEFLATE, MEMORY = 6, -15, 9
ZLIB_HEAD = 0x78  # with which texts of before begin, made without a dictionary


def pack(plain: bytes) -> bytes:
    """A small form of it."""
    packing = zlib.compressobj(LEVEL, zlib.DEFLATED, RAW_DEFLATE, MEMORY, zdict=WORDS[NEWEST])
    return bytes([NEWEST]) + packing.compress(plain) + packing.flush()


def unpack(packed: bytes) -> bytes:
    """What was packed; raises ValueError for a dictionary that there is not."""
    if packed[0] == ZLIB_HEAD:
        return zlib.decompress(packed)
    if (words := WORDS.get(packed[0])) is None:
        raise ValueError(f"no dictionary {packed[0]}")
    return zlib.decompressobj(RAW_DEFLATE, zdict=words).decompress(packed[1:])
