"""Reads of people: everybody known, with what he has in his hands."""

from collections.abc import Iterable

from loan_servicekit.db.queries import Reader
from loan_servicekit.db.tables import Fetched, load_json
from loan_servicekit.db.unit_of_work import UnitOfWork
from workflow_svc.domain.people.staff import Colleague, Staff
from workflow_svc.persistence.people.tables import ABSENCE

COLLEAGUES = """
select p.subject, p.roles::text as roles, p.branch, p.all_branches, p.absence::text as absence, coalesce(t.n, 0) as load
from people p left join (
    select assignee, count(*) as n from tasks where status in ('OPEN', 'CLAIMED') and assignee is not null
    group by assignee
) t on t.assignee = p.subject
where p.roles::text <> '[]' order by p.subject
"""


async def staff(uow: UnitOfWork) -> Staff:
    """Everybody known, inside a transaction."""
    return Staff(_colleagues(await uow.read(COLLEAGUES)))


class SqlPeople:
    """Implements `PeopleQueries`."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    async def colleagues(self) -> list[Colleague]:
        """Everybody known."""
        return _colleagues(await self._reader.rows(COLLEAGUES))


def _colleagues(rows: Iterable[Fetched]) -> list[Colleague]:
    return [
        Colleague(
            subject=row.subject,
            roles=tuple(load_json(row.roles)),
            branch=row.branch,
            all_branches=row.all_branches,
            absence=ABSENCE.validate_python(load_json(row.absence)) if row.absence and row.absence != "null" else None,
            load=int(row.load),
        )
        for row in rows
    ]
