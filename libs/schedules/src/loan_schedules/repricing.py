"""Another rate in the life of a loan: what its schedule becomes (domain.md R-2.18, E13)."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from loan_schedules.rates import Rates
from loan_schedules.schedule import Instalment, divided, generate_schedule, replan, require_changeable
from loan_schedules.terms import ScheduleTerms


class Split(StrEnum):
    """What a change in the middle of a period does to that period (`reprice_split`)."""

    BY_DAY = "SPLIT_BY_DAY"  # its interest is that of its days at either rate
    NEXT_PERIOD = "FROM_NEXT_PERIOD"  # it ends as it began


def reprice(
    terms: ScheduleTerms, rows: Sequence[Instalment], rates: Rates, split: Split = Split.BY_DAY
) -> list[Instalment]:
    """A schedule after the last change of its rates: what is left is planned anew, on the same due dates.

    A period that runs keeps its principal; its interest is split by days or left (R-2.18). What fell due before stays
    as it is. Raises Conflict as `require_changeable` does.
    """
    on, annual_rate = rates.changes[-1]
    done, rest = divided(rows, on)
    if not rest:
        return done
    if rest[0].starts_on >= on:
        return [*done, *replan(terms, rest, rest[0].before_minor, annual_rate)]
    running, *later = rest
    require_changeable(terms, running)
    if split is Split.BY_DAY and running.number > terms.grace.interest_free:
        interest = rates.interest(running.before_minor, running.starts_on, running.due_on, terms.day_count)
        running = running._replace(interest_minor=interest)
    return [*done, running, *(replan(terms, later, running.balance_minor, annual_rate) if later else [])]


def schedule_at(terms: ScheduleTerms, rates: Rates, split: Split = Split.BY_DAY) -> list[Instalment]:
    """The schedule of a loan whose rate changes as agreed (steps), or as it has become known (LPR)."""
    rows = generate_schedule(replace(terms, annual_rate=rates.first))
    for change in rates.changes:
        rows = reprice(terms, rows, rates.until(change.on), split)
    return rows
