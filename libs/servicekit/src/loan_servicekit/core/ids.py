"""Time and identity: the only place that asks the clock or draws randomness."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

import uuid_utils

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)


def new_id() -> UUID:
    """A time-ordered identifier (UUID version 7): neighbours in time are neighbours in an index."""
    return UUID(bytes=uuid_utils.uuid7().bytes)
