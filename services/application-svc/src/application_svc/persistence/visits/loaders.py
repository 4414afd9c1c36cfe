"""What operations on visits have loaded for a batch."""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol
from uuid import UUID

from application_svc.domain.visits.visit import VisitPaper, VisitPaperKind
from application_svc.persistence.visits.tables import PAPER_COLUMNS
from application_svc.use_cases.visits.plan_visit import PlanVisit
from application_svc.use_cases.visits.ports import Host, Papers
from loan_servicekit.db.unit_of_work import UnitOfWork

HOSTS = (
    "select c.id, c.branch, (select s.address from sealed_details s where s.customer_id = c.id),"
    " array(select a.id from applications a where a.customer_id = c.id) from customers c where c.id = any($1::uuid[])"
)
PAPERS = (
    f"select {', '.join(column.name for column in PAPER_COLUMNS)} from visit_papers"
    " where visit_id = any($1::uuid[]) order by uploaded_at, id"
)


class AboutVisit(Protocol):
    """A command about one visit."""

    @property
    def visit_id(self) -> UUID:
        """Which one."""


async def hosts(uow: UnitOfWork, commands: Sequence[PlanVisit]) -> dict[UUID, Host]:
    """Who is visited."""
    rows = await uow.read(HOSTS, list({command.customer_id for command in commands}))
    return {id: Host(branch, address, frozenset(applications)) for id, branch, address, applications in rows}


async def visits(uow: UnitOfWork, commands: Sequence[AboutVisit]) -> None:
    """The visits that the commands name."""
    await uow.visits.preload([command.visit_id for command in commands])


async def visits_and_papers(uow: UnitOfWork, commands: Sequence[AboutVisit]) -> Papers:
    """The visits that the commands name, and their pictures."""
    await visits(uow, commands)
    return papers_by_visit(await uow.read(PAPERS, list({command.visit_id for command in commands})))


def papers_by_visit(rows: Iterable[Any]) -> dict[UUID, list[VisitPaper]]:
    """Of rows of `PAPERS`."""
    found: dict[UUID, list[VisitPaper]] = {}
    for id, visit_id, kind, *rest in rows:
        found.setdefault(visit_id, []).append(VisitPaper(id, visit_id, VisitPaperKind(kind), *rest))
    return found
