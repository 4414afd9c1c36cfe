"""Interest by the day for all loans at once: `servicing.accrual.accrued` in SQL, and the difference to what was posted.

An accrual is one row, a posting of two entries (four, where a loan left or entered the balance sheet). What is posted
again finds no difference: the totals say how far a loan is, whatever day that was.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from loan_servicekit.db.unit_of_work import UnitOfWork

RUNNING = "select id from loans where status in ('ACTIVE', 'OVERDUE') and id > $3 and id <= $4 order by id limit $5"
# Who posts holds the shared lock (trigger `books_are_kept`): behind this one, nobody posts to the day any more.
END_OF_POSTING = "select pg_advisory_xact_lock(hashtext('books'))::text"
MEANWHILE = (
    "select distinct l.id from ledger_entries e join loans l on l.id = e.loan_id"
    " where e.business_date >= $3 and (e.booked_at >= $4 or l.status not in ('ACTIVE', 'OVERDUE'))"
    " union select unnest($5::uuid[])"
)
UNDER_WAY = timedelta(minutes=1)  # what a transaction that books takes at most, since it looked at the clock
# Most loans count actual days; `loan_schedules.day_count` says the same of the others.
COUNTED = (
    "case when l.accrues_by is null then $1::date - l.accrues_since"
    " else day_counted(l.accrues_by, $1::date) - day_counted(l.accrues_by, l.accrues_since) end"
)
# Half up to the fen, in whole numbers, as `interest_for_days`; at most what the period asks.
PERIOD = (
    "coalesce(least(l.accrues_most_minor, div(2 * (coalesce(l.accrues_before, 0) + l.accrues_on_minor * l.accrues_at"
    f" * greatest(0, {COUNTED})) + coalesce(l.accrues_over, 360),"
    " 2 * coalesce(l.accrues_over, 360))), 0)::bigint"
)
ACCRUE = (
    "with looked_at as materialized ({source}), accrued as ("
    " select l.id,"
    " l.recognised_minor + case when l.non_accrual_since is null then p.minor else 0 end as on_minor,"
    " l.off_balance_minor + case when l.non_accrual_since is null then 0 else p.minor end as off_minor,"
    " coalesce(t.on_minor, 0) as was_on, coalesce(t.off_minor, 0) as was_off"
    " from looked_at join loans l using (id) cross join lateral (select {period} as minor) p"
    " left join accrual_totals t on t.loan_id = l.id"
    "), moved as (select * from accrued where on_minor <> was_on or off_minor <> was_off),"
    " posted as (insert into accruals (day, loan_id, on_minor, off_minor, booked_at)"
    " select $2, id, on_minor - was_on, off_minor - was_off, now() from moved)"  # which moves the totals
    " select (select count(*) from moved), (select count(*) from looked_at),"
    " (select id from looked_at order by id desc limit 1)"
)
ACCRUE_RUNNING = ACCRUE.format(source=RUNNING, period=PERIOD)
ACCRUE_MEANWHILE = ACCRUE.format(source=MEANWHILE, period=PERIOD)


class SqlAccruals:
    """Implements `use_cases.calendar.ports.Accruals`."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    async def post(self, day: date, after: UUID, last: UUID, at_most: int) -> tuple[int, UUID | None]:
        """Posts the interest of a day for the next running loans behind one and up to another."""
        values = (day + timedelta(days=1), day, after, last, at_most)
        [row] = await self._uow.read(ACCRUE_RUNNING, *values)
        return row[0], row[2] if row[1] == at_most else None

    async def end(self, day: date, since: datetime, late: Sequence[UUID]) -> int:
        """Ends the day for who posts, and posts the interest of loans that were posted to since, or are at an end."""
        await self._uow.read(END_OF_POSTING)
        values = (day + timedelta(days=1), day, day, since - UNDER_WAY, list(late))
        [row] = await self._uow.read(ACCRUE_MEANWHILE, *values)
        posted: int = row[0]
        return posted
