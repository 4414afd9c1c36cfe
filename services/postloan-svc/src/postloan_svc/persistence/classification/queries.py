"""Reads of classifications and of the daily record of a loan."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from loan_servicekit.db.queries import Reader
from loan_servicekit.db.tables import Fetched, load_json
from postloan_svc.domain.classification.classification import Change, Classification
from postloan_svc.domain.classification.requests import ClassificationRequest
from postloan_svc.domain.classification.risk_class import RiskClass
from postloan_svc.domain.classification.standing import Pause
from postloan_svc.domain.delinquency.dpd import BUCKETS
from postloan_svc.persistence.classification.tables import CLASSIFICATION_REQUESTS, CLASSIFICATIONS
from postloan_svc.use_cases.classification.ports import RecordedDay

CHANGES = (
    "select day, from_class, to_class, from_stage, to_stage, reasons::text as reasons, dpd"
    " from classification_changes where loan_id = $1 order by id limit 1000"
)
OF_DAY = (
    "select day, dpd, terms, bucket, overdue_minor, outstanding_minor, risk_class, stage, pd, lgd, exposure_minor,"
    " loss_minor from loan_days where loan_id = $1 and day = {day}"
)
RECORDED = OF_DAY.format(day="coalesce($2::date, (select max(day) from days_recorded))")
MONTH_ENDS = (
    "select d.* from (select max(day) as day from days_recorded where day >= $2 group by date_trunc('month', day)) ends"
    f" cross join lateral ({OF_DAY.format(day='ends.day')}) d order by d.day"
)
PAUSES = "select first_day, last_day from ageing_pauses where loan_id = $1 order by first_day, id"


class SqlClassificationQueries:
    """Implements `use_cases.classification.ports.ClassificationQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def classification(self, loan_id: UUID) -> Classification | None:
        """That of a loan; None where it has been 正常 in stage 1 ever since."""
        found = await self._reader.aggregates(CLASSIFICATIONS, "id = $1", loan_id)
        return found[0] if found else None

    async def changes(self, loan_id: UUID) -> Sequence[Change]:
        """What its class and stage were, oldest first."""
        return [
            Change(
                on=row.day,
                from_class=RiskClass(row.from_class),
                to_class=RiskClass(row.to_class),
                from_stage=row.from_stage,
                to_stage=row.to_stage,
                reasons=tuple(load_json(row.reasons)),
                dpd=row.dpd,
            )
            for row in await self._reader.rows(CHANGES, loan_id)
        ]

    async def recorded(self, loan_id: UUID, on: date | None) -> RecordedDay | None:
        """How it stood at the end of a day; absent: of the last day that was recorded."""
        rows = await self._reader.rows(RECORDED, loan_id, on)
        return _day(rows[0]) if rows else None

    async def month_ends(self, loan_id: UUID, first: date) -> Sequence[RecordedDay]:
        """The last recorded day of each month since one, oldest first."""
        return [_day(row) for row in await self._reader.rows(MONTH_ENDS, loan_id, first)]

    async def requests(self, loan_id: UUID) -> Sequence[ClassificationRequest]:
        """What people have asked about it, oldest first."""
        return await self._reader.aggregates(
            CLASSIFICATION_REQUESTS, "loan_id = $1 order by requested_at, id limit 500", loan_id
        )

    async def pauses(self, loan_id: UUID) -> Sequence[Pause]:
        """The days that do not count, oldest first."""
        return [Pause(row[0], row[1]) for row in await self._reader.rows(PAUSES, loan_id)]


def _day(row: Fetched) -> RecordedDay:
    known = dict(row._mapping)
    return RecordedDay(**known | {"bucket": BUCKETS[row.bucket], "risk_class": RiskClass(row.risk_class)})
