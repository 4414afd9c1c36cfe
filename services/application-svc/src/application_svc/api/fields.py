"""Types of request fields that several routes share: bounded, and nothing in them that a database cannot hold."""

import math
import re
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from loan_servicekit.http import Instant

LARGEST = 2**53 - 1  # beyond it JSON numbers are not the same everywhere
DEEPEST = 12
LONGEST = 4_000
MOST_PARTS = 2_000
UNKEPT = re.compile(r"[\x00\ud800-\udfff]")
PLAIN_PATTERN = r"^[^\x00-\x1f\x7f]*$"


def plain_json(value: Any) -> Any:
    """A JSON value as it is; raises ValueError for what cannot be kept unchanged: huge numbers, NUL, odd characters."""
    waiting: list[tuple[Any, int]] = [(value, 0)]
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


def _plain_text(text: str) -> None:
    if len(text) > LONGEST:
        raise ValueError(f"texts have at most {LONGEST} characters")
    if UNKEPT.search(text):
        raise ValueError("texts hold no NUL and no half of a surrogate pair")


def _near(moment: datetime) -> datetime:
    if not 2000 <= moment.year < 2200:
        raise ValueError("years from 2000 to 2199 are allowed")
    return moment


class Body(BaseModel):
    """A request: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid")


Code = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_-]{1,31}$", examples=["PCL-ONLINE"])]
Branch = Annotated[str, Field(pattern=r"^[0-9]{6}-[0-9]{2}$", description="Organisation code", examples=["310000-01"])]
PurposeCode = Annotated[
    str,
    Field(
        pattern=r"^[A-Za-z0-9_.-]{2,60}$",
        description="Why the values are needed, as a code: it goes into the audit trail",
        examples=["PHONE_VERIFICATION"],
    ),
]
Amount = Annotated[
    int, Field(strict=True, ge=1, le=10**13, description="Money in minor units (fen)", examples=[3000000])
]
Months = Annotated[int, Field(strict=True, ge=1, le=600, examples=[12])]
Moment = Annotated[Instant, AfterValidator(_near), Field(examples=["2027-12-31T00:00:00Z"])]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$", examples=["0f" * 32])]
JsonObject = Annotated[dict[str, Any], BeforeValidator(plain_json)]
Ids = Annotated[list[UUID], Field(min_length=1, max_length=500)]


def text(least: int, most: int, **extra: Any) -> Any:
    """A text field's declaration: so many characters, no control characters."""
    return Field(min_length=least, max_length=most, pattern=PLAIN_PATTERN, **extra)
