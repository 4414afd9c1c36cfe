"""JSON as it may come over a wire: I-JSON (RFC 7493). UTF-8 alone, no name twice in an object, numbers that are
numbers, bounded depth. What two readers would understand differently is refused, not interpreted."""

import json
import re
from typing import Any, NoReturn

DEEPEST = 32
MOST_VALUES = 20_000
INNERMOST = re.compile(r"[\[{][^\[\]{}]*[\]}]")
TEXT = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
NAME = re.compile(r"[A-Za-z0-9_.-]{1,60}", re.ASCII)
ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
SURROGATE = re.compile("[\ud800-\udfff]")
MARK = "\ufeff"


class JsonRefused(ValueError):
    """Bytes that are no JSON of ours: a stable code and what is wrong."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code, self.detail = code, detail


def read_json(body: bytes) -> Any:
    """The value; raises JsonRefused."""
    try:
        written = body.decode()
    except UnicodeDecodeError as error:
        raise JsonRefused(
            "json-not-utf-8", f"the body is not UTF-8 (byte {error.start}); JSON is sent as UTF-8"
        ) from None
    if written.startswith(MARK):
        raise JsonRefused("json-malformed", "the body begins with a byte order mark; send UTF-8 without one")
    if written.count(",") > MOST_VALUES and TEXT.sub("", written).count(",") > MOST_VALUES:
        raise JsonRefused("json-too-many-values", f"a body holds at most {MOST_VALUES} values")
    try:
        value = _decode(written)
        if ESCAPED_SURROGATE.search(written):
            _check_names(value)
    except json.JSONDecodeError as error:
        raise JsonRefused("json-malformed", f"the body is no JSON: {error.msg} at character {error.pos}") from None
    except RecursionError:
        raise _too_deep() from None
    except JsonRefused:
        raise
    except ValueError:  # a number of thousands of digits
        raise JsonRefused("json-number", "a number is longer than any that can be kept") from None
    if written.count("[") + written.count("{") > DEEPEST:
        _check_depth(written)
    return value


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        twice = next(name for name, _ in pairs if name in seen or seen.add(name))  # type: ignore[func-returns-value]
        shown = f" ({twice})" if NAME.fullmatch(twice) else ""
        raise JsonRefused("json-name-twice", f"an object has a name twice{shown}; which value was meant?")
    return found


def _number(written: str) -> float:
    value = float(written)
    if value in (float("inf"), float("-inf")):
        raise JsonRefused("json-number", "a number is larger than any that can be kept")
    return value


def _no_number(written: str) -> NoReturn:
    raise JsonRefused("json-number", f"{written} is no JSON number")


_decode = json.JSONDecoder(object_pairs_hook=_object, parse_float=_number, parse_constant=_no_number).decode


def _check_depth(written: str) -> None:
    bare = TEXT.sub("", written)
    for _ in range(DEEPEST):
        bare, found = INNERMOST.subn("", bare)
        if not found:
            return
    if "[" in bare or "{" in bare:
        raise _too_deep()


def _check_names(value: object) -> None:
    """Halves of surrogate pairs in names; those in values are refused by the fields, in their place."""
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            if any(SURROGATE.search(name) for name in part):
                raise JsonRefused("json-malformed", "a name holds half of a surrogate pair")
            waiting.extend(part.values())
        elif isinstance(part, list):
            waiting.extend(part)


def _too_deep() -> JsonRefused:
    return JsonRefused("json-too-deep", f"values are nested at most {DEEPEST} deep")
