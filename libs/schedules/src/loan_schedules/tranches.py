"""A loan that is paid out in parts: what its schedule becomes as each part comes (domain.md R-3.30)."""

from collections.abc import Sequence
from datetime import date

from loan_schedules.interest import interest_between
from loan_schedules.schedule import Instalment, divided, replan, require_changeable
from loan_schedules.terms import ScheduleTerms
from loan_servicekit.core import Conflict, Invalid


def add_tranche(terms: ScheduleTerms, rows: Sequence[Instalment], amount_minor: int, on: date) -> list[Instalment]:
    """A schedule after another part of the loan was paid out on a day: the same due dates repay more.

    The running instalment keeps its principal and asks for the tranche's interest of its days too; those after it repay
    the tranche. Where none comes after it, it repays it itself. A tranche on a due date is repaid from the next on.
    Raises Conflict `tranche-too-late` at maturity and after, and as `require_changeable` does.
    """
    if amount_minor <= 0:
        raise Invalid("tranche-invalid", f"a tranche is {amount_minor} minor units; it must be above 0")
    done, rest = divided(rows, on)
    if not rest:
        raise Conflict("tranche-too-late", "nothing is paid out at maturity or after it")
    running, *later = rest
    require_changeable(terms, running)
    if running.starts_on == on:
        return [*done, *replan(terms, rest, running.before_minor + amount_minor, terms.annual_rate)]
    free = running.number <= terms.grace.interest_free
    extra = 0 if free else interest_between(amount_minor, terms.annual_rate, on, running.due_on, terms.day_count)
    running = running._replace(interest_minor=running.interest_minor + extra)
    if not later:
        return [*done, running._replace(principal_minor=running.principal_minor + amount_minor)]
    running = running._replace(balance_minor=running.balance_minor + amount_minor)
    return [*done, running, *replan(terms, later, running.balance_minor, terms.annual_rate)]
