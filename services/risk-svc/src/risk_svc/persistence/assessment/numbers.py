"""The numbers of today, from the parameter table in memory."""

from collections.abc import Mapping

from loan_servicekit.db.parameters import ParameterCache
from risk_svc.domain.parameters import LPR, quote_day


class NumbersOfToday:
    """Every value that is to be used today, by code: the same mapping as long as nothing changes."""

    def __init__(self, cache: ParameterCache) -> None:
        self._cache = cache
        self._of: Mapping[str, str] | None = None
        self._numbers: Mapping[str, str] = {}

    def __call__(self) -> Mapping[str, str]:
        """Raises KeyError where no loan prime rate was published before today."""
        today = self._cache.today()
        if self._of is not today:
            published = self._cache.parameters.text(LPR, quote_day(self._cache.day()))
            self._of, self._numbers = today, today | {LPR: published}
        return self._numbers
