"""Types of request fields that mean the same in every service."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import AwareDatetime, BeforeValidator

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _a_day(value: Any) -> Any:
    if value is not None and not (isinstance(value, str) and DAY.fullmatch(value)):
        raise ValueError("write a day like 2026-11-23")
    return value


def _an_instant(value: Any) -> Any:
    if value is not None and not (isinstance(value, str) and DAY.match(value)):
        raise ValueError("write a time like 2026-11-23T08:30:00+08:00")
    return value


# As text only: pydantic alone would also take a number, as seconds since 1970.
Day = Annotated[date, BeforeValidator(_a_day)]
Instant = Annotated[AwareDatetime, BeforeValidator(_an_instant)]
