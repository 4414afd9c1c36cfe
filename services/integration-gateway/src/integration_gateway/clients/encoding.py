"""What a provider has written, as plain UTF-8: unpacked, in whatever charset it says, without a mark at its head.

Providers' fronts pack answers unasked, old systems answer in GBK, and some write a byte order mark: none of them has
failed (RFC 9110 §8.3, §8.4).
"""

import codecs
import re
import zlib
from typing import Final

LARGEST: Final = 16 << 20
"""An answer is no larger unpacked; the largest credit report is a few megabytes."""

_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET: Final = re.compile(r"charset=[\"']?([\w-]+)", re.IGNORECASE)
_ANY_HEADER, _HEADLESS = zlib.MAX_WBITS | 32, -zlib.MAX_WBITS  # gzip or zlib, as the first bytes say; raw deflate
_CHINESE: Final = frozenset({"gb2312", "gbk"})  # what says so often has a letter of the larger set


def readable(body: bytes, coding: str, content_type: str) -> bytes:
    """The text of an answer by its headers Content-Encoding and Content-Type; ValueError or LookupError for no text."""
    for step in reversed(coding.lower().split(",")) if coding else ():
        body = _unpacked(body, step.strip())
    for mark, charset in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :] if charset == "utf-8" else body[len(mark) :].decode(charset).encode()
    told = _CHARSET.search(content_type)
    if told is None or (charset := told[1].lower()) in ("utf-8", "utf8", "us-ascii"):
        return body
    return body.decode("gb18030" if charset in _CHINESE else charset).encode()


def _unpacked(body: bytes, coding: str) -> bytes:
    if coding in ("", "identity"):
        return body
    if coding not in ("gzip", "x-gzip", "deflate"):
        raise ValueError("packed in a way that was not asked for")
    try:
        return _inflated(body, _ANY_HEADER)
    except zlib.error as error:
        if coding != "deflate":
            raise ValueError("not what it says it is") from error
    try:
        return _inflated(body, _HEADLESS)
    except zlib.error as error:
        raise ValueError("not what it says it is") from error


def _inflated(body: bytes, window: int) -> bytes:
    unpacking = zlib.decompressobj(window)
    text = unpacking.decompress(body, LARGEST)
    if not unpacking.eof:
        raise ValueError("cut off, or too large")
    return text
