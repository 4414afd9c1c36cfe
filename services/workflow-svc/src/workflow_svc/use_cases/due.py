"""What the timers' job looks for."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Due:
    """Something whose time has come."""

    at: datetime
    id: UUID


BEGINNING = Due(datetime(1, 1, 2, tzinfo=UTC), UUID(int=0))  # before everything; the first day is not one in every zone
