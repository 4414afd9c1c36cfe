"""Which changes of a schema break somebody: a reader that is older than the sender, or newer (a replayed message).

Allowed inside a type are new fields that may be absent, new members of an enumeration (receivers are rolled out before
the first sender uses one), and words. Everything else needs a new type.
"""

from collections.abc import Iterator

from loan_contracts.catalogue.schemas import KEY
from loan_contracts.message import JsonObject

WORDS = frozenset({"title", "description", "examples", "$schema", "$id", "$defs"})
STRUCTURE = frozenset(
    {"properties", "required", "items", "additionalProperties", "propertyNames", "anyOf", "enum", "$ref"}
)


def breaking_changes(old: JsonObject, new: JsonObject) -> list[str]:
    """What of the step from `old` to `new` breaks a reader, as sentences; empty where nothing does."""
    return list(_compare(_Side(old, old), _Side(new, new), ""))


class _Side:
    """A schema inside its document, with references followed."""

    def __init__(self, schema: JsonObject, document: JsonObject) -> None:
        self.document = document
        while "$ref" in schema:
            schema = document["$defs"][schema["$ref"].rsplit("/", 1)[1]] | {
                k: v for k, v in schema.items() if k != "$ref"
            }
        self.schema = schema

    def below(self, schema: JsonObject) -> "_Side":
        return _Side(schema, self.document)


def _compare(old: _Side, new: _Side, at: str) -> Iterator[str]:
    yield from _keywords(old.schema, new.schema, at or "/")
    yield from _members(old.schema, new.schema, at or "/")
    yield from _fields(old, new, at)
    for part in ("items", "additionalProperties", "propertyNames"):
        before, after = old.schema.get(part), new.schema.get(part)
        if isinstance(before, dict) and isinstance(after, dict):
            yield from _compare(old.below(before), new.below(after), f"{at}/{part}")
        elif before != after:
            yield f"{at or '/'}: {part} was {before}, is {after}"
    yield from _choices(old, new, at)


def _keywords(old: JsonObject, new: JsonObject, at: str) -> Iterator[str]:
    """Type, format, pattern, bounds, default, key: equal or broken."""
    for keyword in sorted((old.keys() | new.keys()) - WORDS - STRUCTURE):
        if old.get(keyword) != new.get(keyword):
            word = "the Kafka key" if keyword == KEY else keyword
            yield f"{at}: {word} was {old.get(keyword)!r}, is {new.get(keyword)!r}"


def _members(old: JsonObject, new: JsonObject, at: str) -> Iterator[str]:
    before, after = old.get("enum"), new.get("enum")
    if before is None and after is None:
        return
    if before is None or after is None:
        yield f"{at}: an enumeration {'appeared' if before is None else 'is gone'}"
    elif gone := [member for member in before if member not in after]:
        yield f"{at}: {', '.join(map(str, gone))} left the enumeration"


def _fields(old: _Side, new: _Side, at: str) -> Iterator[str]:
    before, after = old.schema.get("properties", {}), new.schema.get("properties", {})
    must_before, must_now = set(old.schema.get("required", ())), set(new.schema.get("required", ()))
    for name in before:
        if name not in after:
            yield f"{at}/{name}: the field is gone"
            continue
        if name in must_now - must_before:
            yield f"{at}/{name}: the field has become required"
        if name in must_before - must_now:
            yield f"{at}/{name}: the field has become optional, older readers need it"
        yield from _compare(old.below(before[name]), new.below(after[name]), f"{at}/{name}")
    for name in after:
        if name not in before and name in must_now:
            yield f"{at}/{name}: a new field must be optional"


def _choices(old: _Side, new: _Side, at: str) -> Iterator[str]:
    before, after = old.schema.get("anyOf", []), new.schema.get("anyOf", [])
    if len(before) != len(after):
        yield f"{at or '/'}: the alternatives have changed"
        return
    for number, (one, other) in enumerate(zip(before, after, strict=True)):
        yield from _compare(old.below(one), new.below(other), f"{at}/{number}")
