"""The bounds of a day, from the parameter table in memory."""

from datetime import date

from application_svc.domain.bounds import Bounds
from loan_servicekit.db.parameters import ParameterCache, Parameters


class BoundsTable:
    """Implements `use_cases.ports.BoundsInForce`."""

    def __init__(self, cache: ParameterCache) -> None:
        self._cache = cache
        self._read: Parameters | None = None
        self._by_day: dict[date, Bounds] = {}

    def on(self, day: date) -> Bounds:
        """All bounds that hold on a day; raises KeyError where one is missing."""
        if self._read is not self._cache.parameters:
            self._read, self._by_day = self._cache.parameters, {}
        if day not in self._by_day:
            self._by_day[day] = Bounds.of(self._read.on(day))
        return self._by_day[day]
