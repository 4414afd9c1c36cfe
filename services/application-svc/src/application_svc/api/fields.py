"""Types of request fields that several routes share."""

from datetime import date, datetime, time
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field

from loan_servicekit.http import Day, Instant


def _near(moment: datetime) -> datetime:
    if not 2000 <= moment.year < 2200:
        raise ValueError("years from 2000 to 2199 are allowed")
    return moment


def _near_day(day: date) -> date:
    return _near(datetime.combine(day, time())).date()


Code = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_-]{1,31}$", examples=["PCL-ONLINE"])]
Branch = Annotated[str, Field(pattern=r"^[0-9]{6}-[0-9]{2}$", description="Organisation code", examples=["310000-01"])]
Amount = Annotated[int, Field(ge=1, le=10**13, description="Money in minor units (fen)", examples=[3000000])]
Months = Annotated[int, Field(ge=1, le=600, examples=[12])]
Moment = Annotated[Instant, AfterValidator(_near), Field(examples=["2027-12-31T00:00:00Z"])]
NearDay = Annotated[Day, AfterValidator(_near_day), Field(examples=["2099-01-04"])]
TextVersion = Annotated[str, Field(pattern=r"^[A-Za-z0-9._-]{1,40}$", examples=["2026-08"])]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$", examples=["0f" * 32])]
Ids = Annotated[list[UUID], Field(min_length=1, max_length=500)]
