"""The history of payments in a credit report: months, and how late the worst account was in each (domain.md §7.1).

A month counts once, whatever the number of accounts that were late in it. Histories come in any order and of any
length: each entry names its month.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from integration_gateway.clients.wire import Json

UNKNOWN: Final = "#"
WORST: Final[Mapping[str, int]] = {
    **dict.fromkeys(("N", "*", "M", "A", "C", "/", UNKNOWN), 0),
    **{str(days): days for days in range(1, 8)},
    "D": 3,  # the guarantor paid
    "Z": 7,  # settled by assets
    "B": 7,  # bad debt
    "G": 7,  # ended otherwise than settled
}
"""How bad a month's status is: the severity map of domain.md §7.1."""

_QUIET = frozenset(code for code, severity in WORST.items() if not severity) - {UNKNOWN}


class History:
    """Late and unknown months over all accounts, closed ones included: of 24 months (unit D) and of 60 (unit E)."""

    def __init__(self, reported_on: date) -> None:
        self._last = reported_on.year * 12 + reported_on.month - 1
        self._late: dict[int, int] = {}  # month -> worst severity
        self._unknown: set[int] = set()
        self.unknown_codes = 0

    def add(self, account: Json) -> None:
        """Takes in both units of an account; where they disagree the worse of them counts."""
        if account.get("PD01D"):
            self._note(account["PD01D"]["PD01DH"], "PD01DR03", "PD01DD01")
        if account.get("PD01E"):
            self._note(account["PD01E"]["PD01EH"], "PD01ER03", "PD01ED01")

    def _note(self, entries: Any, month_field: str, status_field: str) -> None:
        for entry in (entries,) if isinstance(entries, dict) else entries:
            code = entry[status_field]
            if code in _QUIET:
                continue
            month = month_number(entry[month_field])
            if code == UNKNOWN:
                self._unknown.add(month)
            elif code in WORST:
                self._late[month] = max(self._late.get(month, 0), WORST[code])
            else:
                self.unknown_codes += 1

    def worst_by_month(self, months: int) -> dict[int, int]:
        """The late ones of the last so many months, the report's own among them, with their worst status."""
        since = self._last - months + 1
        return {month: severity for month, severity in self._late.items() if month >= since}

    def worst(self, months: int) -> int:
        """The worst status of the last so many months; 0 where none was late."""
        return max(self.worst_by_month(months).values(), default=0)

    def unknown_months(self, months: int) -> int:
        """How many of the last so many months some account does not know."""
        return sum(month > self._last - months for month in self._unknown)

    def longest_run(self, months: int) -> int:
        """Late months in a row. A month of status k ends a run of k at least: so many instalments are unpaid then.

        A month that nobody knows is not counted and does not end a run.
        """
        late = self.worst_by_month(months)
        longest = max(late.values(), default=0)
        if longest >= len(late):
            return longest
        run = 0
        for month in range(min(late), max(late) + 1):
            if month in late:
                run += 1
                longest = max(longest, run)
            elif month not in self._unknown:
                run = 0
        return longest


def month_number(text: str) -> int:
    """A month as a running number; ValueError for what is none."""
    year, month = int(text[:4]), int(text[5:7])
    if text[4] != "-" or not 1 <= month <= 12:
        raise ValueError("not a month")
    return year * 12 + month - 1
