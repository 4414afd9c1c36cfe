"""How many tasks wait, by role, branch, stage and product. A trigger adds a row to `task_counts` for what a statement
has changed; what is counted is the sum, so that writers do not wait for each other. A job puts the rows together.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine

from loan_servicekit.db.queries import Reader
from loan_servicekit.db.tables import Fetched
from workflow_svc.persistence.tasks.inbox import IS_WAITING
from workflow_svc.use_cases.tasks.ports import Inbox, TaskCounts, Waiting

FRESH_S = 5.0  # how often rows are put together
DIMENSIONS = ("role", "branch", "stage", "product_code")
CELL = ", ".join(DIMENSIONS)
SUMS = "sum(opened) as opened, sum(claimed) as claimed, sum(overdue) as overdue"
# A task is counted as overdue once that is told, which takes the job of timers a moment; what is not told yet is added
# (it is found by when it had to be looked at, which is no later).
COUNTS = f"""
with counted as (
    select {CELL}, opened, claimed, overdue from task_counts t where {{asked}}
    union all
    select {CELL}, 0, 0, 1 from tasks t
    where look_at <= $1 and {IS_WAITING} and not told_overdue and due_at <= $1 and {{asked}}
)
select {CELL}, grouping({CELL}) as by, {SUMS} from counted group by grouping sets ((), {CELL})
"""
HELD = f"""
select 0 as opened, count(*) as claimed, count(*) filter (where due_at <= $1) as overdue
from tasks t where {IS_WAITING} and assignee = $2 and {{asked}}
"""
ONE_AT_A_TIME = "select pg_try_advisory_xact_lock(hashtext('task_counts'))"
FOLD = f"""
with several as (
    select {CELL} from task_counts group by {CELL}
    having count(*) > 1 or (sum(opened), sum(claimed), sum(overdue)) = (0, 0, 0)
), gone as (
    delete from task_counts t using several s where ({", ".join(f"t.{d}" for d in DIMENSIONS)}) =
    ({", ".join(f"s.{d}" for d in DIMENSIONS)}) returning t.*
)
insert into task_counts ({CELL}, opened, claimed, overdue)
select {CELL}, {SUMS} from gone group by {CELL} having (sum(opened), sum(claimed), sum(overdue)) <> (0, 0, 0)
"""


async def count(reader: Reader, inbox: Inbox, person: str, now: datetime) -> TaskCounts:
    """What an inbox holds, and how much of it is in a person's hands."""
    asked, values = _asked(inbox, 2)
    rows = await reader.rows(COUNTS.format(asked=asked), now, *values)
    asked, values = _asked(inbox, 3)
    [held] = await reader.rows(HELD.format(asked=asked), now, person, *values)
    by: dict[str, dict[str, Waiting]] = {dimension: {} for dimension in DIMENSIONS}
    everything = Waiting()
    for row in rows:
        dimension = _grouped_by(row)
        if dimension is None:
            everything = _waiting(row)
        elif (waiting := _waiting(row)) != Waiting():
            by[dimension][getattr(row, dimension)] = waiting
    return TaskCounts(everything, _waiting(held), {name: dict(sorted(told.items())) for name, told in by.items()})


async def fold(engine: AsyncEngine) -> None:
    """Puts the rows of each cell together. The sums stay what they are for who reads meanwhile."""
    async with engine.begin() as connection:
        if (await connection.exec_driver_sql(ONE_AT_A_TIME)).scalar_one():
            await connection.exec_driver_sql(FOLD)


def _asked(inbox: Inbox, first: int) -> tuple[str, list[Any]]:
    """The conditions of an inbox that both tables know, their values numbered from `first` on."""
    told: Mapping[str, Any] = {
        "t.role = any({}::text[])": list(inbox.roles) if inbox.roles is not None else None,
        "t.branch = {}": inbox.branch,
        "t.stage = {}": inbox.stage,
        "t.product_code = {}": inbox.product_code,
    }
    given = [(term, value) for term, value in told.items() if value is not None]
    terms = [term.format(f"${number}") for number, (term, _) in enumerate(given, first)]
    return " and ".join(terms) or "true", [value for _, value in given]


def _grouped_by(row: Fetched) -> str | None:
    """By which column a row was grouped: its bit of `grouping` is not set; None for the sum of all."""
    for place, dimension in enumerate(reversed(DIMENSIONS)):
        if not row.by & 1 << place:
            return dimension
    return None


def _waiting(row: Fetched) -> Waiting:
    return Waiting(int(row.opened or 0), int(row.claimed or 0), int(row.overdue or 0))
