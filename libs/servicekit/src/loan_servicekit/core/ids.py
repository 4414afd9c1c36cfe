"""Time and identity: the only place that asks the clock or draws randomness."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID, SafeUUID

import uuid_utils

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)


def new_id() -> UUID:
    """A time-ordered identifier (UUID version 7): neighbours in time are neighbours in an index."""
    return uuid_of(uuid_utils.uuid7().int)


def uuid_of(number: int) -> UUID:
    """The UUID of 128 bits, without the questions its constructor asks: a batch makes hundreds."""
    made = object.__new__(UUID)
    object.__setattr__(made, "int", number)
    object.__setattr__(made, "is_safe", SafeUUID.unknown)
    return made
