"""Months of payments that have the counts, the longest run and the worst statuses that facts tell (domain.md §7.1)."""

from functools import lru_cache
from typing import Final

from loan_contracts.facts import BureauFacts

MONTHS: Final = 24
OLDER: Final = 36
"""Of five years: the months before the last two."""

CLEAN: Final = "N" * MONTHS

_YEAR = 12


def late_months(facts: BureauFacts) -> tuple[str, str]:
    """The statuses of the last 24 months, and of the 36 before them (empty where none of them was late), oldest first.

    What the facts leave open is scattered. Raises ValueError where no history has these figures.
    """
    counts = (facts.late_1_24m, facts.late_2_24m, facts.late_3_24m, facts.late_4plus_24m)
    recent = _last_two_years(counts, facts.late_run_24m, facts.worst_12m, facts.worst_24m, facts.unknown_months_24m)
    return recent, _before(max(facts.late_months_60m - sum(counts), 0), facts.worst_60m, facts.worst_24m)


@lru_cache(maxsize=4_096)
def _last_two_years(counts: tuple[int, ...], run: int, worst_12m: int, worst: int, unknown: int) -> str:
    late = sum(counts)
    if late + unknown > MONTHS:
        raise ValueError("more late and unknown months than 24")
    severities = _severities(counts, worst, worst_12m)
    light = [severity for severity in severities if severity <= worst_12m]
    if worst_12m and worst_12m not in light:
        raise ValueError("no month is as bad as the worst of twelve")
    top = max(severities, default=0)
    for recent in range(max(bool(light), late - _YEAR), max(len(light), late - _YEAR) + 1):
        exact = run if run > top else 0
        places = _placed(0, late - recent, recent, 0, not exact, exact or max(run, top, 1))
        if places is not None:
            return _written(places, severities, worst_12m, unknown)
    raise ValueError("no history of 24 months has these late ones in such a run")


def _severities(counts: tuple[int, ...], worst: int, worst_12m: int) -> list[int]:
    """The worst status of each late month, worst first; over 90 days it is a 4 where no other figure asks for more."""
    beyond = [status for status in dict.fromkeys((worst, worst_12m)) if status > 4]
    if len(beyond) > counts[3] or (worst >= 1 and worst <= 4 and not counts[worst - 1]):
        raise ValueError("no month is as bad as the worst")
    over_90 = beyond + [4] * (counts[3] - len(beyond))
    return over_90 + [3] * counts[2] + [2] * counts[1] + [1] * counts[0]


@lru_cache(maxsize=65_536)
def _placed(month: int, old: int, recent: int, run: int, reached: bool, longest: int) -> tuple[int, ...] | None:
    """The months from `month` on that are late: so many of the first and of the second year, none in a run beyond the
    longest, and one run of just that length unless it is reached already. None where there are none such."""
    if month == MONTHS:
        return () if not old and not recent and reached else None
    if old > max(_YEAR - month, 0) or recent > MONTHS - max(month, _YEAR):
        return None
    left = old if month < _YEAR else recent
    for late in (False, True) if run or not left else (True, False):
        if late and (not left or run == longest):
            continue
        now = run + 1 if late else 0
        rest = _placed(
            month + 1,
            old - (late and month < _YEAR),
            recent - (late and month >= _YEAR),
            now,
            reached or now == longest,
            longest,
        )
        if rest is not None:
            return (month, *rest) if late else rest
    return None


def _written(places: tuple[int, ...], severities: list[int], worst_12m: int, unknown: int) -> str:
    months = ["N"] * MONTHS
    left = list(severities)
    for month in [month for month in places if month >= _YEAR]:
        fitting = worst_12m if worst_12m in left and str(worst_12m) not in months else min(left)
        left.remove(fitting)
        months[month] = str(fitting)
    for month, severity in zip([month for month in places if month < _YEAR], left, strict=True):
        months[month] = str(severity)
    free = [
        month
        for month in reversed(range(MONTHS))
        if months[month] == "N" and not any(months[at] != "N" for at in range(month, MONTHS) if months[at] != "#")
    ]
    if unknown > len(free):
        raise ValueError("unknown months are told of the time after the last late one")
    for month in free[:unknown]:
        months[month] = "#"
    return "".join(months)


def _before(late: int, worst: int, worst_24m: int) -> str:
    if not late and worst > worst_24m:
        raise ValueError("no month of 60 is as bad as the worst")
    if not late:
        return ""
    if late > OLDER:
        raise ValueError("more late months than there are before the last 24")
    first = max(worst, 1)
    return (str(first) + "1" * (late - 1)).ljust(OLDER, "N")
