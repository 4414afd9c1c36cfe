"""Reads of visits."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from application_svc.domain.visits.visit import Visit
from application_svc.persistence.pages import LAST
from application_svc.persistence.visits.loaders import PAPERS, papers_by_visit
from application_svc.persistence.visits.tables import VISITS
from application_svc.use_cases.visits.ports import DayLine, Papers, WantedVisits
from loan_servicekit.core import NotFound
from loan_servicekit.core.days import BUSINESS_ZONE
from loan_servicekit.db.queries import Reader

AROUND = (
    "select v.id, c.name_masked, a.application_no, a.supplement->'kinds' from visits v"
    " join customers c on c.id = v.customer_id left join applications a on a.id = v.application_id"
    " where v.id = any($1::uuid[])"
)


class SqlVisitQueries:
    """Implements `use_cases.visits.ports.VisitQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def visit(self, id: UUID) -> Visit:
        """The visit; raises NotFound `visit-not-found`."""
        found = await self._reader.aggregates(VISITS, "id = $1", id)
        if not found:
            raise NotFound(VISITS.missing, f"there is no visit {id}")
        return found[0]

    async def visits(self, wanted: WantedVisits, before: UUID | None, limit: int) -> Sequence[Visit]:
        """Visits, planned last first, from the one after `before`."""
        filters: dict[str, Any] = {
            "branch =": wanted.branch,
            "customer_id =": wanted.customer_id,
            "application_id =": wanted.application_id,
            "id <": before or LAST,
        }
        given = {condition: value for condition, value in filters.items() if value is not None}
        where = " and ".join(f"{condition} ${number}" for number, condition in enumerate(given, 1))
        return await self._reader.aggregates(
            VISITS, f"{where} order by id desc limit ${len(given) + 1}", *given.values(), limit
        )

    async def day_of(self, assignee: str, day: date) -> Sequence[DayLine]:
        """What somebody has planned for a day, in its order."""
        begins = datetime.combine(day, time(), BUSINESS_ZONE)
        planned = "assignee = $1 and planned_at >= $2 and planned_at < $3 order by planned_at, id limit 200"
        found = await self._reader.aggregates(VISITS, planned, assignee, begins, begins + timedelta(days=1))
        around = {
            id: (name, number, wanted or ())
            for id, name, number, wanted in await self._reader.rows(AROUND, [visit.id for visit in found])
        }
        return [DayLine(visit, *around[visit.id]) for visit in found]

    async def papers_of(self, ids: Sequence[UUID]) -> Papers:
        """Photographs and drawings of visits, oldest first."""
        return papers_by_visit(await self._reader.rows(PAPERS, list(ids)))
