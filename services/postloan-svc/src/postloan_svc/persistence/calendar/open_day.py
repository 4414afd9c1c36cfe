"""The open business day and the periods that are closed, in one read."""

from loan_servicekit.db.unit_of_work import UnitOfWork
from postloan_svc.domain.general_ledger.period import Periods
from postloan_svc.use_cases.servicing.ports import OpenDay

OPEN_DAY = (
    "select business_date, array(select id from accounting_periods where status = 'CLOSED') from business_calendars"
)


async def open_day(uow: UnitOfWork) -> OpenDay:
    """Asked for with `uow.once`: once a batch."""
    [row] = await uow.read(OPEN_DAY)
    return OpenDay(row[0], Periods(frozenset(row[1])))
