"""Types of request bodies and fields that mean the same in every service: strict, bounded, readable, storable."""

import math
from datetime import date
from typing import Annotated, Any, TypeVar

from pydantic import AwareDatetime, BeforeValidator, ConfigDict

from loan_servicekit.core.strict import Strict, a_day, an_instant
from loan_servicekit.core.texts import REFUSED

T = TypeVar("T")

LARGEST = 2**53 - 1  # beyond it JSON numbers are not the same everywhere (RFC 7493)
DEEPEST = 12
LONGEST = 4_000
MOST_PARTS = 2_000

Day = Annotated[date, BeforeValidator(a_day)]
Instant = Annotated[AwareDatetime, BeforeValidator(an_instant)]


class Body(Strict):
    """A request: unknown fields are refused, and no value is guessed from one of another type."""

    model_config = ConfigDict(extra="forbid")


def plain_json(value: T) -> T:
    """A JSON value as it is; raises ValueError for what cannot be kept unchanged: huge numbers, NUL, odd characters."""
    waiting: list[tuple[object, int]] = [(value, 0)]
    seen = 0
    while waiting:
        part, depth = waiting.pop()
        seen += 1
        if depth > DEEPEST or seen > MOST_PARTS:
            raise ValueError(f"at most {MOST_PARTS} values, nested at most {DEEPEST} deep, are allowed")
        match part:
            case str():
                _plain_text(part)
            case int() if abs(part) > LARGEST:
                raise ValueError(f"numbers lie between -{LARGEST} and {LARGEST}")
            case float() if not math.isfinite(part):
                raise ValueError("NaN and Infinity are no JSON numbers")
            case list():
                waiting.extend((each, depth + 1) for each in part)
            case dict():
                waiting.extend((each, depth + 1) for each in part.values())
                waiting.extend((key, depth + 1) for key in part)
    return value


def _plain_text(written: str) -> None:
    if len(written) > LONGEST:
        raise ValueError(f"texts have at most {LONGEST} characters")
    if REFUSED.search(written.replace("\n", "").replace("\t", "").replace("\r", "")):
        raise ValueError(
            "texts hold no NUL or other control character, no half of a surrogate pair, no turn of direction"
        )


JsonObject = Annotated[dict[str, Any], BeforeValidator(plain_json)]
