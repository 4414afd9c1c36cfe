"""Whom this process has noted lately: nobody is written down at each of his calls."""

from collections import OrderedDict
from datetime import datetime

from loan_servicekit.core import Caller
from workflow_svc.domain.people.person import SEEN_ANEW

MOST = 10_000


class Noted:
    """Callers, with just these roles and this branch, and until when they need not be noted again."""

    def __init__(self) -> None:
        self._until: OrderedDict[Caller, datetime] = OrderedDict()

    def lately(self, caller: Caller, now: datetime) -> bool:
        """Whether he was noted within a day."""
        until = self._until.get(caller)
        return until is not None and now < until

    def add(self, caller: Caller, now: datetime) -> None:
        """He was noted."""
        self._until[caller] = now + SEEN_ANEW
        while len(self._until) > MOST:
            self._until.popitem(last=False)
