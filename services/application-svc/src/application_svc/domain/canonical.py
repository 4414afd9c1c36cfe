"""One byte form for one content, so that a hash says whether two contents are the same."""

import hashlib
from decimal import Decimal
from typing import Any

import orjson


def plain_content(content: Any) -> Any:
    """A dataclass as dictionaries, lists, texts and whole numbers: what is stored, and what a hash is made from."""
    return orjson.loads(orjson.dumps(content, default=_text))


def canonical_json(content: Any) -> bytes:
    """Compact UTF-8 JSON with sorted keys; decimals as plain text without trailing zeros, dates in ISO form."""
    return orjson.dumps(content, default=_text, option=orjson.OPT_SORT_KEYS)


def content_hash(content: Any) -> str:
    """SHA-256 of the canonical form, in hexadecimal; the same for a dataclass and for its stored content."""
    return hashlib.sha256(canonical_json(plain_content(content))).hexdigest()


def _text(value: object) -> str:
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    raise TypeError(f"{type(value).__name__} has no canonical form")
