"""Who tries identity numbers learns little and is seen: refused registrations of staff and of newcomers are counted.

A person is registered once, so a refusal says that he is somebody's customer; nobody needs many of them in an hour.
"""

from collections import deque
from datetime import datetime, timedelta

from loan_servicekit.core import Conflict

WITHIN = timedelta(hours=1)
TELLING = frozenset({"customer-exists", "customer-details-differ", "person-registered"})


class Attempts:
    """Refused registrations of the last hour by person, in this process."""

    def __init__(self) -> None:
        self._at: dict[str, deque[datetime]] = {}

    def require_room(self, subject: str, most: int, now: datetime) -> None:
        """Raises Conflict `registrations-too-many` where so many of this person were refused within the hour."""
        refused = self._at.get(subject, deque())
        while refused and refused[0] <= now - WITHIN:
            refused.popleft()
        if not refused:
            self._at.pop(subject, None)
        if len(refused) >= most:
            raise Conflict(
                "registrations-too-many",
                f"{len(refused)} of your registrations were refused within the hour; go on when it is over",
            )

    def note(self, subject: str, now: datetime) -> None:
        """One more was refused."""
        self._at.setdefault(subject, deque()).append(now)
