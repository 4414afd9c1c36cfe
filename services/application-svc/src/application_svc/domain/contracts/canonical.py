"""One byte form for one content, so that a hash says whether two contents are the same."""

import hashlib
from dataclasses import dataclass, is_dataclass
from decimal import Decimal
from typing import Any, Generic, Self, TypeVar

import orjson
from pydantic import BaseModel

OPTIONS = orjson.OPT_SORT_KEYS | orjson.OPT_PASSTHROUGH_DATACLASS  # a dataclass's own fields would not be sorted
C = TypeVar("C")


@dataclass(frozen=True, slots=True)
class Paper(Generic[C]):
    """A content with the one text that is stored of it, and the hash that it is known by."""

    content: C
    text: str
    hash: str

    @classmethod
    def of(cls, content: C) -> Self:
        """The paper of a dataclass."""
        canonical = canonical_json(content)
        return cls(content, canonical.decode(), hashlib.sha256(canonical).hexdigest())


def canonical_json(content: Any) -> bytes:
    """Compact UTF-8 JSON with sorted keys; decimals as plain text without trailing zeros, dates in ISO form."""
    return orjson.dumps(content, default=_plain, option=OPTIONS)


def content_hash(content: Any) -> str:
    """SHA-256 of the canonical form, in hexadecimal; the same for a dataclass and for its stored content."""
    return hashlib.sha256(canonical_json(content)).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, BaseModel):
        return dict(value)
    if is_dataclass(value):
        return {name: getattr(value, name) for name in value.__dataclass_fields__}
    raise TypeError(f"{type(value).__name__} has no canonical form")
